using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewTask;
using Shuren.Platform.Doors;
using Shuren.Platform.Files;

namespace Shuren.Planning.ReportProgress;

/// <summary>A report; accepted is null while the lead has not spoken.</summary>
internal sealed record ReportItem(Guid Id, Guid Unit, string UnitName, DateOnly On, int Percent, string Words, Guid? Milestone, string Links, string By, DateTime At, bool? Accepted, string Remark, IReadOnlyList<EvidenceItem> Files);

/// <summary>A file that hangs on a report; size in bytes.</summary>
internal sealed record EvidenceItem(Guid Id, string Name, long Size, string? MediaType);

/// <summary>A report as the parts of a form; its files stand beside it. No record: a form leaves out what is not said.</summary>
internal sealed class ReportParts
{
    public int Percent { get; init; }
    public string? Words { get; init; }
    public Guid? Unit { get; init; }
    public DateOnly? On { get; init; }
    public Guid? Milestone { get; init; }
    public string[]? Links { get; init; }
}

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
        api.MapGet("/tasks/{task:guid}/evidence/{file:guid}", OpenAsync).Door("ReadEvidence", PlanningRights.View, "A file behind a report, as it was brought; ranges are answered.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        api.MapPost("/tasks/{task:guid}/reports/file", ReportFilesAsync).Door("ReportProgressWithFiles", PlanningRights.Report, "Reports progress on a task with files as evidence.").Expects<WorkTask>("task")
            .WithMetadata(new RequestSizeLimitAttribute(ImportDoors.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = ImportDoors.MaxBody });
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

    private static async Task<MadeAnswer<Made>> ReportFilesAsync(Guid task, [FromForm] ReportParts parts, IFormFileCollection files, ReportProgress report, CancellationToken ct)
    {
        List<BroughtFile> brought = [.. files.Select(file => new BroughtFile(file.FileName, file.OpenReadStream()))];
        try
        {
            var outcome = await report.RunAsync(new(task, parts.Percent, parts.Words ?? "") { Unit = parts.Unit, On = parts.On, Milestone = parts.Milestone, Links = string.Join('\n', parts.Links ?? []) }, brought, ct);
            return Answer.Made(outcome.AsMade(), _ => $"/tasks/{task:N}/reports");
        }
        finally
        {
            foreach (var file in brought)
                await file.Content.DisposeAsync();
        }
    }

    private static async Task<IResult> OpenAsync(Guid task, Guid file, HttpContext http, OpenEvidence evidence, CancellationToken ct) =>
        await evidence.RunAsync(task, file, ct) is { } opened ? FileAnswer.Of(http, opened.File, opened.Content) : Problem.Of(StatusCodes.Status404NotFound, new Refusal("NothingThere"));

    private static ReportItem ItemOf(ViewReporting.Line line) => new(
        line.Report.Id, line.Report.UnitId, line.Unit, line.Report.On, line.Report.Percent, line.Report.Words, line.Report.MilestoneId, line.Report.Links, line.Report.By, line.Report.At,
        line.Word?.Accepted, line.Word?.Remark ?? "", [.. line.Files.Select(file => new EvidenceItem(file.Id, file.Name, file.Size, file.MediaType))]);
}
