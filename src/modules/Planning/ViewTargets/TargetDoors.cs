using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Indicators;
using Shuren.PlanText;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ViewTargets;

/// <summary>A target with its last value, computed where computedBy names the indicator, and the last that was reported; goal is how the page writes it. Expected is what it comes to by its day at the pace so far, outlook whether that meets the goal.</summary>
internal sealed record TargetItem(
    Guid Id, Guid? Task, string TaskNumber, string Indicator, TargetKind Kind, string Goal, double? Value, double? UpperValue, string Unit, string Quote, double? Baseline, double? LastValue, DateOnly? LastOn, string? ComputedBy, double? Reported, DateOnly? ReportedOn, TargetStanding Standing, DateOnly? By, double? Expected, GoalOutlook? Outlook, long Version);

/// <summary>Which targets: the filters of the page.</summary>
internal sealed record TargetQuery(TargetStanding? Standing, Guid? Lead, string? Words);

/// <summary>Targets for programs.</summary>
internal static class TargetDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("targets").MapGet("/plans/{plan:guid}/targets", ListAsync)
        .Door("ListTargets", PlanningRights.View, "The targets of a plan with their last values.");

    private static async Task<Answer<Page<TargetItem>>> ListAsync(Guid plan, [AsParameters] TargetQuery query, [AsParameters] PageQuery page, FindTargets find, CancellationToken ct) =>
        await find.RunAsync(plan, new TargetFilter { Standing = query.Standing, Lead = query.Lead, Words = query.Words?.Trim() ?? "" }, ct) is { } view
            ? Paging.OfWhole(view.Rows, page, row => row.Target.Id.ToString("N"), ItemOf)
            : Answer.Nothing<Page<TargetItem>>();

    private static TargetItem ItemOf(FindTargets.Row row) => new(
        row.Target.Id, row.Target.TaskId, row.TaskNumber, row.Target.Indicator, row.Target.Kind, TargetWords.Goal(row.Target), row.Target.Value, row.Target.UpperValue, row.Target.Unit, row.Target.Quote,
        row.Target.Baseline, row.Target.Last?.Value, row.Target.Last?.On, row.Target.IsComputed ? row.Target.Bound?.Code : null, row.Target.Reported?.Value, row.Target.Reported?.On, row.Standing, row.Outlook?.By, row.Outlook?.Expected, row.Outlook?.Outlook, row.Target.Version);
}
