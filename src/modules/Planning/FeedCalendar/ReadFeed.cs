using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;
using Shuren.Platform;

namespace Shuren.Planning.FeedCalendar;

/// <summary>
/// What a calendar program gets for a secret: open deadlines and milestones of published plans of this bureau. The address lives as
/// long as its account does and holds a role at the unit.
/// </summary>
internal sealed class ReadFeed(PlanningDb planning, IAccountDirectory accounts, IUnitDirectory units, TimeProvider time) : IHandler
{
    private static readonly string[] WholePlanRoles = [.. PlanningRights.Grants.Single(grant => grant.Right == PlanningRights.ViewWhole).Roles];

    /// <param name="secret">From the address.</param>
    /// <param name="address">The district's own address, with a slash at its end, for links.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The calendar, or null for a secret that is unknown, ended, or no longer held.</returns>
    public async Task<string?> RunAsync(string secret, string address, CancellationToken ct)
    {
        var hash = FeedSecret.HashOf(secret);
        if (await planning.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(row => row.SecretHash == hash && row.EndedAt == null, ct) is not { } feed)
            return null;
        var found = await accounts.FindAsync([feed.AccountId], ct);
        if (!found.TryGetValue(feed.AccountId, out var account) || !await IsStillHeldAsync(feed, account, ct))
            return null;
        var tasks = Tasks(feed.UnitId);
        var due = await tasks.Where(task => task.DueOn != null).Select(task => new { task.Id, Day = task.DueOn!.Value, task.Number, task.Title, task.Text, task.Version }).ToListAsync(ct);
        var steps = await planning.Milestones.AsNoTracking().Where(step => step.DoneOn == null)
            .Join(tasks, step => step.TaskId, task => task.Id, (step, task) => new { step.Id, TaskId = task.Id, Day = step.DueOn, task.Number, step.Title, Task = task.Title, step.Version }).ToListAsync(ct);
        var events = due.Select(task => new CalendarEvent($"task-{task.Id:N}@shuren", task.Day, ViewText.EventTask.Filled(task.Number, task.Title), task.Text, address + PlanningLinks.Task(task.Id), task.Version))
            .Concat(steps.Select(step => new CalendarEvent($"milestone-{step.Id:N}@shuren", step.Day, ViewText.EventStep.Filled(step.Number, step.Title), step.Task, address + PlanningLinks.Task(step.TaskId), step.Version)))
            .OrderBy(found => found.Day).ThenBy(found => found.Uid, StringComparer.Ordinal);
        return CalendarText.Write(await NameAsync(feed.UnitId, ct), time.GetUtcNow().UtcDateTime, events);
    }

    private IQueryable<WorkTask> Tasks(Guid? unit)
    {
        var tasks = planning.Tasks.AsNoTracking().Where(task => task.DroppedAt == null && task.DoneOn == null
            && planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Own && plan.ReviewedAt != null)
            && planning.Steps.Any(step => step.PlanId == task.PlanId && step.Kind == PlanStepKind.Publication));
        return unit is { } one ? tasks.Where(task => task.LeadUnitId == one || planning.Supports.Any(support => support.TaskId == task.Id && support.UnitId == one)) : tasks;
    }

    private async Task<bool> IsStillHeldAsync(CalendarFeed feed, AccountCard account, CancellationToken ct)
    {
        if (feed.UnitId is not { } unit)
            return account.Roles.Any(WholePlanRoles.Contains);
        // A role reaches the unit where it is held and all below it.
        var above = (await units.AllAsync(ct)).ToDictionary(card => card.Id, card => card.Parent);
        for (Guid? at = unit; at is { } here; at = above.GetValueOrDefault(here))
        {
            if (account.Units.Contains(here))
                return true;
        }
        return false;
    }

    private async Task<string> NameAsync(Guid? unit, CancellationToken ct) =>
        unit is { } id && (await units.FindAsync([id], ct)).TryGetValue(id, out var card) ? ViewText.FeedOfUnit.Filled(card.ShortName) : ViewText.FeedOfAll;
}
