using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>What is typed to change or add a task.</summary>
public sealed class TaskForm
{
    /// <summary>The headline; made from the text where it is empty.</summary>
    public string? Title { get; set; }

    /// <summary>The sentence.</summary>
    public string? Text { get; set; }

    /// <summary>The section of the plan, or none.</summary>
    public Guid? Section { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>The version that was shown; a later one means that somebody else was quicker.</summary>
    public long Version { get; set; }
}

/// <summary>Changes the words, the section or the date of a task. Looking at it so closely accepts it.</summary>
internal sealed class EditTask(OpenReading reading, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid plan, Guid taskId, TaskForm form, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (open.Value.Task(taskId) is not { } task)
            return new Refusal("TaskUnknown");
        if (task.Version != form.Version)
            return new Refusal("EditedMeanwhile");
        if (TaskWords.Refuse(form, open.Value) is { Count: > 0 } refusals)
            return refusals;
        (task.Title, task.Text, task.SectionId) = (TaskWords.TitleOf(form), form.Text!.Trim(), form.Section); // checked above
        if (task.DueOn != form.Due)
            (task.DueOn, task.DueIsSet, task.DueReason) = (form.Due, true, "");
        task.AcceptedAt ??= time.GetUtcNow().UtcDateTime;
        return await reading.SaveAsync(open.Value, "planning.edit-task", new Ref("planning", "task", taskId), ct);
    }
}

/// <summary>Adds a task that no sentence of the document names.</summary>
internal sealed class AddTask(OpenReading reading, TimeProvider time) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(Guid plan, TaskForm form, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (TaskWords.Refuse(form, open.Value) is { Count: > 0 } refusals)
            return refusals;
        var task = new WorkTask
        {
            PlanId = plan, SectionId = form.Section, Position = open.Value.PlaceBehind(open.Value.LastIn(form.Section)), Number = "", Title = TaskWords.TitleOf(form), Text = form.Text!.Trim(), // checked above
            Origin = TaskOrigin.Added, DueOn = form.Due, DueIsSet = form.Due is not null, AcceptedAt = time.GetUtcNow().UtcDateTime,
        };
        open.Value.Add(task);
        var saved = await reading.SaveAsync(open.Value, "planning.add-task", new Ref("planning", "task", task.Id), ct);
        return saved.Succeeded ? task.Id : saved.Refusals.ToList();
    }
}

/// <summary>What the words of a task must be like.</summary>
internal static class TaskWords
{
    private const int LongestText = 4000;

    public static List<Refusal> Refuse(TaskForm form, OpenPlan plan)
    {
        var refusals = new List<Refusal>();
        if (form.Text?.Trim().Length is null or < 2 or > LongestText)
            refusals.Add(new("TaskTextForm", nameof(TaskForm.Text), LongestText));
        if (form.Title?.Trim().Length > Headline.Most)
            refusals.Add(new("TaskTitleForm", nameof(TaskForm.Title), Headline.Most));
        if (form.Section is { } section && plan.Section(section) is null)
            refusals.Add(new("SectionUnknown", nameof(TaskForm.Section)));
        if (form.Due is { } due && (due.Year < plan.Plan.Year - 1 || due.Year > plan.Plan.EndYear + 10))
            refusals.Add(new("DueForm", nameof(TaskForm.Due), plan.Plan.Year, plan.Plan.EndYear));
        return refusals;
    }

    public static string TitleOf(TaskForm form) => string.IsNullOrWhiteSpace(form.Title) ? Headline.Of(form.Text ?? "") : form.Title.Trim();
}
