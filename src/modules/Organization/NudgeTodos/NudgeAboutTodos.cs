using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.ShareTodos;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.NudgeTodos;

/// <summary>Reminds somebody of things that wait for them (催办): of each at most once a day, whoever nudges.</summary>
internal sealed class NudgeAboutTodos(OrganizationDb organization, FindTodosOf find, NoticeBoard board, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <param name="account">Who is reminded.</param>
    /// <param name="abouts">The things, printed.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Of how many things, or <c>NudgePersonUnknown</c>, <c>NudgeNothing</c>, <c>NudgedToday</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid account, IReadOnlyCollection<string> abouts, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.NudgeUnit) || await find.RunAsync(account, ct) is not { } view)
            return new Refusal("NudgePersonUnknown");
        var (today, chosen) = (time.Today(), view.Things.Where(thing => abouts.Contains(thing.About.ToString())).ToList());
        if (chosen.Count == 0)
            return new Refusal("NudgeNothing", "about");
        var due = chosen.FindAll(thing => thing.NudgedOn != today);
        if (due.Count == 0)
            return new Refusal("NudgedToday", "about");
        process.Begin("organization.nudge-todo", new Ref("organization", "account", account));
        foreach (var thing in due)
        {
            organization.TodoNudges.Add(new() { About = thing.About.ToString(), Title = thing.Title, ToId = account, ById = actor.AccountId!.Value, By = actor.Name, On = today, At = process.At }); // whoever holds the right has signed in
            await board.TellAsync(new(TodoNews.Nudge, thing.About, new Sentence(nameof(NudgeText.NewsNudgeTodo), thing.Title), thing.Todos[0].Href), [account], ct);
        }
        return await SaveAsync(account, due, today, ct);
    }

    private async Task<Outcome<int>> SaveAsync(Guid account, List<FindTodosOf.Thing> due, DateOnly today, CancellationToken ct)
    {
        var abouts = due.Select(thing => thing.About.ToString()).ToArray();
        try
        {
            await organization.SaveAsync(ct);
            return due.Count;
        }
        // Two nudged at the same moment: the other's reminder has gone out.
        catch (DbUpdateException) when (organization.TodoNudges.AsNoTracking().Any(nudge => nudge.ToId == account && nudge.On == today && abouts.Contains(nudge.About)))
        {
            return new Refusal("NudgedToday", "about");
        }
    }
}
