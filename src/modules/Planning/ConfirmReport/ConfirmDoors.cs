using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ConfirmReport;

/// <summary>The lead's word as a program sends it; a report that goes back needs a remark.</summary>
internal sealed record WordRequest(bool Accepted, string? Remark = null);

/// <summary>The lead's word for programs.</summary>
internal static class ConfirmDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("progress").MapPost("/reports/{report:guid}/word", JudgeAsync)
        .Door("JudgeReport", PlanningRights.Confirm, "The lead's word on a report: it counts, or it goes back with a remark.");

    private static async Task<DoneAnswer> JudgeAsync(Guid report, WordRequest request, ConfirmReport confirm, CancellationToken ct) =>
        await confirm.RunAsync(report, request.Accepted, request.Remark ?? "", ct);
}
