using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.OfficialDocuments;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform.Rights;

namespace Shuren.Planning.RunPlan;

/// <summary>Doors of the running year: papers of the ladder and of meetings.</summary>
internal static class RunDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        doors.MapGet("/planning/tasks/{task:guid}/dispatch/{step:guid}.docx", DispatchPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
        doors.MapGet("/planning/meetings/{meeting:guid}/agenda.docx", AgendaPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
        doors.MapGet("/planning/meetings/{meeting:guid}/minutes.docx", MinutesPaper).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View);
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
}
