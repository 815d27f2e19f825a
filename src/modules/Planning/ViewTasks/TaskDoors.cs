using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTask;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ViewTasks;

/// <summary>A unit or a person by name.</summary>
internal sealed record Named(Guid Id, string Name);

/// <summary>A task with its state of today.</summary>
internal sealed record TaskItem(
    Guid Id, Guid Plan, string Number, string Title, string Text, Guid? Section, Named? Lead, IReadOnlyList<Named> Supports, Named? Accountable, DateOnly? DueOn, string DueWords, DateOnly? DoneOn,
    int Percent, TaskState State, DateOnly? NextMilestoneOn, bool IsPublic, long Version);

/// <summary>Which tasks: the filters of the page.</summary>
internal sealed record TaskQuery(
    [property: Description("A section with all below it.")] Guid? Section, Guid? Lead, Guid? Support, Guid? Accountable, TaskState? State,
    [property: Description("The month in which they are due: 2026-04.")] string? Due,
    [property: Description("A number, or words of the task.")] string? Words, TaskChoice? Only);

/// <summary>Tasks for programs.</summary>
internal static class TaskDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("tasks");
        api.MapGet("/plans/{plan:guid}/tasks", ListAsync).Door("ListTasks", PlanningRights.View, "The tasks of a plan that the account may see, by number.");
        api.MapGet("/tasks/{task:guid}", ReadAsync).Door("ReadTask", PlanningRights.View, "One task; its ETag goes into If-Match.");
    }

    private static async Task<Answer<Page<TaskItem>>> ListAsync(Guid plan, [AsParameters] TaskQuery query, [AsParameters] PageQuery page, FindTasks find, CancellationToken ct)
    {
        if (FilterOf(query) is not { } filter)
            return new Refusal("MonthForm", "due");
        if (page.Refused(2) is { } refusal)
            return refusal;
        (int, Guid)? behind = null;
        if (page.Key is [var place, var last])
        {
            if (!int.TryParse(place, CultureInfo.InvariantCulture, out var position) || !Guid.TryParse(last, out var id))
                return new Refusal("CursorForm", "after");
            behind = (position, id);
        }
        return await find.RunAsync(plan, filter, new TaskPart(behind, page.Take + 1), ct) is { } view
            ? Paging.Of(view.Tasks, page, task => [task.Position.ToString(CultureInfo.InvariantCulture), task.Id.ToString("N")], task => ItemOf(task, view.Units, view.Accountable(task), view.Deadlines))
            : Answer.Nothing<Page<TaskItem>>();
    }

    private static async Task<Answer<TaskItem>> ReadAsync(Guid task, ReadTask read, CancellationToken ct) =>
        await read.RunAsync(task, ct) is { } view ? Answer.Of(ItemOf(view.Line, view.Units, view.Accountable, view.Deadlines), view.Task.Version) : Answer.Nothing<TaskItem>();

    private static TaskItem ItemOf(TaskLine task, UnitBook units, string accountable, Deadlines deadlines) => new(
        task.Id, task.PlanId, task.Number, task.Title, task.Text, task.SectionId, task.LeadUnitId is { } lead ? new(lead, units.Of(lead)) : null,
        [.. task.Supports.Select(unit => new Named(unit, units.Of(unit)))], task.AccountableId is { } person ? new(person, accountable) : null,
        task.DueOn, task.DueWords, task.DoneOn, task.Percent, deadlines.StateOf(task), task.NextStepOn, task.IsPublic, task.Version);

    /// <returns>Null where the month is none.</returns>
    private static TaskFilter? FilterOf(TaskQuery query)
    {
        DateOnly? month = DateOnly.TryParseExact(query.Due + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
        return query.Due is { Length: > 0 } && month is null ? null : new TaskFilter
        {
            Section = query.Section, Lead = query.Lead, Support = query.Support, Accountable = query.Accountable, State = query.State, Month = month,
            Words = query.Words?.Trim() ?? "", Only = query.Only ?? TaskChoice.All,
        };
    }
}
