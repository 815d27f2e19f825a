using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.OfficialDocuments;
using Shuren.Kernel;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.RunPlan;

/// <summary>Doors of the running year: papers of the ladder and of meetings, and the API of progress.</summary>
internal static class RunDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        doors.MapGet("/planning/tasks/{task:guid}/dispatch/{step:guid}.docx", DispatchPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
        doors.MapGet("/planning/meetings/{meeting:guid}/agenda.docx", AgendaPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
        doors.MapGet("/planning/meetings/{meeting:guid}/minutes.docx", MinutesPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
        doors.MapGet("/planning/api/tasks/{task:guid}", ReadTask).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View)
            .WithName("planning-task").WithSummary("How far a task is.");
        doors.MapPost("/planning/api/tasks/{task:guid}/reports", Report).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.Report)
            .WithName("planning-report").WithSummary("Reports progress on a task.");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DispatchPaper(Guid task, Guid step, ViewDispatch look, CancellationToken ct) =>
        await look.RunAsync(task, ct) is { } view && view.Steps.FirstOrDefault(row => row.Id == step) is { } taken
            ? Paper(DispatchDocument.Of(taken, view.AtHand.Task, view.Lead, view.Bureau)) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> AgendaPaper(Guid meeting, ViewMeeting look, CancellationToken ct) =>
        await look.RunAsync(meeting, ct) is { } view ? Paper(MeetingDocument.Agenda(view)) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> MinutesPaper(Guid meeting, ViewMeeting look, CancellationToken ct) =>
        await look.RunAsync(meeting, ct) is { } view ? Paper(MeetingDocument.Minutes(view)) : TypedResults.NotFound();

    private static FileContentHttpResult Paper(OfficialDocument document)
    {
        using var file = new MemoryStream();
        OfficialDocumentWriter.Write(file, document);
        return TypedResults.File(file.ToArray(), OfficialDocumentWriter.MediaType, $"{document.Title}.docx");
    }

    private static async Task<Results<Ok<TaskAnswer>, NotFound>> ReadTask(Guid task, ViewReporting look, CancellationToken ct) =>
        await look.RunAsync(task, ct) is { } view ? TypedResults.Ok(TaskAnswer.Of(view)) : TypedResults.NotFound();

    private static async Task<Results<Created<ReportAnswer>, ValidationProblem>> Report(Guid task, ReportRequest request, ReportProgress.ReportProgress report, RefusalWords words, CancellationToken ct)
    {
        var outcome = await report.RunAsync(new(task, request.Percent, request.Words ?? "")
        {
            Unit = request.Unit, On = request.On, Milestone = request.Milestone, Links = string.Join('\n', request.Links ?? []), Values = request.Values ?? new Dictionary<Guid, double>(),
        }, [], ct);
        return outcome.Succeeded
            ? TypedResults.Created($"planning/api/tasks/{task:N}", new ReportAnswer(outcome.Value))
            : TypedResults.ValidationProblem(outcome.Refusals.GroupBy(refusal => refusal.Field).ToDictionary(field => field.Key, field => field.Select(words.Of).ToArray()));
    }
}
