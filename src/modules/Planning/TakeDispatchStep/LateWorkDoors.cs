using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform.Doors;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>An open task that is late, silent or on the ladder. daysLate in working days; monthsNotReported by their first day.</summary>
internal sealed record LateItem(Guid Task, string Number, string Title, string Lead, int Percent, Lamp Lamp, int DaysLate, int LateMilestones, IReadOnlyList<DateOnly> MonthsNotReported, Rung? LastRung, Rung? Proposed);

/// <summary>Late work for programs.</summary>
internal static class LateWorkDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("dispatch").MapGet("/plans/{plan:guid}/late-work", ListAsync)
        .Door("ListLateWork", PlanningRights.View, "What of a running plan is late, silent, behind its time or on the ladder, the latest first.");

    private static async Task<Answer<Page<LateItem>>> ListAsync(Guid plan, [AsParameters] PageQuery page, ViewLife life, FindLateWork find, CancellationToken ct) => await life.RunAsync(plan, ct) is null
        ? Answer.Nothing<Page<LateItem>>()
        : Paging.OfWhole(await find.RunAsync(plan, ct), page, row => row.Task.Id.ToString("N"), row => new LateItem(
            row.Task.Id, row.Task.Number, row.Task.Title, row.Lead, row.Task.Percent, row.Lamp, row.DaysLate, row.LateSteps, row.Missing, row.Last?.Rung, row.Next));
}
