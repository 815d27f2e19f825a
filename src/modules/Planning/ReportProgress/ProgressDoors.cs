using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Planning.Model;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ReportProgress;

/// <summary>A report; accepted is null while the lead has not spoken.</summary>
internal sealed record ReportItem(Guid Id, Guid Unit, string UnitName, DateOnly On, int Percent, string Words, Guid? Milestone, string Links, string By, DateTime At, bool? Accepted, string Remark);

/// <summary>A report as a program sends it. Unit: the unit that speaks, the first of the task's for which the account may report where it is not said. On: the day up to which it speaks, today at the latest.</summary>
internal sealed record ReportRequest(
    [property: Description("0 to 100, of the whole task from its lead, of the own part from a unit that helps.")] int Percent,
    string? Words = null, Guid? Unit = null, DateOnly? On = null, Guid? Milestone = null, IReadOnlyList<string>? Links = null,
    [property: Description("Values of the task's targets: target id to number.")] IReadOnlyDictionary<Guid, double>? Values = null);

/// <summary>Progress for programs.</summary>
internal static class ProgressDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("progress");
        api.MapGet("/tasks/{task:guid}/reports", ListAsync).Door("ListReports", PlanningRights.View, "What was reported on a task, newest first.");
        api.MapPost("/tasks/{task:guid}/reports", ReportAsync).Door("ReportProgress", PlanningRights.Report, "Reports progress on a task, without files.").Expects<WorkTask>("task");
    }

    private static async Task<Answer<Page<ReportItem>>> ListAsync(Guid task, [AsParameters] PageQuery page, ViewReporting look, CancellationToken ct) =>
        await look.RunAsync(task, ct) is { } view ? Paging.OfWhole(view.Reports, page, line => line.Report.Id.ToString("N"), ItemOf) : Answer.Nothing<Page<ReportItem>>();

    private static async Task<MadeAnswer<Made>> ReportAsync(Guid task, ReportRequest request, ReportProgress report, CancellationToken ct)
    {
        var outcome = await report.RunAsync(new(task, request.Percent, request.Words ?? "")
        {
            Unit = request.Unit, On = request.On, Milestone = request.Milestone, Links = string.Join('\n', request.Links ?? []), Values = request.Values ?? new Dictionary<Guid, double>(),
        }, [], ct);
        return Answer.Made(outcome.AsMade(), _ => $"/tasks/{task:N}/reports");
    }

    private static ReportItem ItemOf(ViewReporting.Line line) => new(
        line.Report.Id, line.Report.UnitId, line.Unit, line.Report.On, line.Report.Percent, line.Report.Words, line.Report.MilestoneId, line.Report.Links, line.Report.By, line.Report.At,
        line.Word?.Accepted, line.Word?.Remark ?? "");
}
