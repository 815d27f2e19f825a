using Microsoft.Playwright;
using Shuren.Planning;
using Shuren.Ui;

namespace Shuren.Browser.Tests.WholePath;

/// <summary>The clerk of the office: takes the published document in, hands it out, presses where it is late.</summary>
internal sealed class Office(Visitor clerk)
{
    /// <summary>Uploads the sample plan.</summary>
    /// <returns>The plan's id as it stands in addresses.</returns>
    public async Task<string> ImportAsync(byte[] document)
    {
        await clerk.OpenAsync(PlanningLinks.Import);
        await clerk.AttachAsync(ImportText.FileLabel, "青禾县2026年教育工作要点.txt", document);
        await clerk.PressAsync(ImportText.ReadIt);
        return clerk.Path.Split('/')[2];
    }

    /// <summary>How many tasks stand in the reading.</summary>
    public Task<int> CountAsync() => clerk.Page.GetByRole(AriaRole.Button, new() { Name = ImportText.DropTask }).CountAsync();

    /// <summary>Gives a task other words.</summary>
    public async Task RewordAsync(string number, string title)
    {
        await OpenTaskAsync(number);
        await clerk.FillAsync(ImportText.TaskHeadline, title);
        await clerk.PressAsync(ImportText.SaveTask);
    }

    /// <summary>Cuts a task in two at its first comma.</summary>
    public async Task SplitAsync(string number)
    {
        await OpenTaskAsync(number);
        await clerk.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await clerk.PressAsync(ImportText.Split);
    }

    /// <summary>Joins a task with the one behind it.</summary>
    public async Task MergeAsync(string number)
    {
        await OpenTaskAsync(number);
        await clerk.PressAsync(ImportText.MergeBehind);
    }

    /// <summary>Says that a sentence is no task.</summary>
    public async Task DropAsync(string number)
    {
        await OpenTaskAsync(number);
        await clerk.PressAsync(ImportText.DropTask);
    }

    /// <summary>Adds a task that the document does not name.</summary>
    public async Task AddAsync(string title, string text, string due)
    {
        await clerk.FollowAsync(ImportText.AddTask);
        await clerk.FillAsync(ImportText.TaskHeadline, title);
        await clerk.FillAsync(ImportText.TaskText, text);
        await clerk.FillAsync(ImportText.Due, due);
        await clerk.PressAsync(ImportText.AddTask);
    }

    /// <summary>Goes on to the step in which units are given tasks.</summary>
    public Task GoToAssigningAsync() => clerk.PressAsync(ImportText.ToAssign);

    /// <summary>Gives many tasks one lead and one date, where they are named: the tasks with these numbers, or all on the page.</summary>
    public async Task AssignAsync(string lead, string due, params IReadOnlyList<string> numbers)
    {
        foreach (var box in await clerk.Page.Locator("tbody").GetByRole(AriaRole.Checkbox).AllAsync())
        {
            if (numbers.Count == 0 || numbers.Contains((await box.GetAttributeAsync("aria-label") ?? "").Split('：')[^1]))
                await box.CheckAsync();
        }
        if (lead.Length > 0)
            await clerk.ChooseAsync(ImportText.ManyLead, lead);
        if (due.Length > 0)
            await clerk.FillAsync(ImportText.Due, due);
        await clerk.PressAsync(ImportText.ApplyToTicked);
    }

    /// <summary>Gives a date to what has none, then a lead to what has none.</summary>
    public async Task AssignRestAsync(string lead, string due)
    {
        var open = new Uri(clerk.Page.Url).AbsolutePath + "?only=open";
        await clerk.OpenAsync(open);
        await AssignAsync("", due);
        await clerk.OpenAsync(open);
        if (await clerk.Page.Locator("tbody").CountAsync() > 0)
            await AssignAsync(lead, "");
    }

    /// <summary>Ends the review.</summary>
    public async Task FinishAsync()
    {
        await clerk.PressAsync(ImportText.ToConfirm);
        await clerk.PressAsync(ImportText.Finish);
    }

    /// <summary>Sends the plan to its leads.</summary>
    public async Task SendRoundAsync(string plan)
    {
        await clerk.OpenAsync($"planning/plans/{plan}/life");
        await clerk.FollowAsync(RunText.SendToCountersign);
        await clerk.PressAsync(RunText.SendNow);
    }

    /// <summary>Sends the approved plan out.</summary>
    public async Task PublishAsync(string plan)
    {
        await clerk.OpenAsync($"planning/plans/{plan}/life");
        await clerk.FollowAsync(RunText.Publish);
        await clerk.PressAsync(RunText.PublishNow);
    }

    /// <summary>Takes a rung of the ladder for a late task.</summary>
    public async Task PressOnAsync(string task, string rung, string why, string skip = "")
    {
        await clerk.OpenAsync($"planning/tasks/{task}/dispatch");
        await clerk.ChooseAsync(RunText.RungLabel, rung);
        await clerk.FillAsync(RunText.Reason, why);
        await clerk.FillAsync(RunText.SkipReason, skip);
        await clerk.PressAsync(RunText.TakeNow);
    }

    private async Task OpenTaskAsync(string number)
    {
        var card = clerk.Page.Locator(".cand").Filter(new() { Has = clerk.Page.Locator(".no").GetByText(number, new() { Exact = true }) });
        await clerk.FollowAsync(ImportText.Change, card);
    }
}
