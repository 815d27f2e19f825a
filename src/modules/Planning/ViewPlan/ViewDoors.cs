using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Planning.ComparePlans;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.ExportPlan;
using Shuren.Planning.FeedCalendar;
using Shuren.Planning.ViewTask;
using Shuren.Platform.Files;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewPlan;

/// <summary>Doors of the views: downloads and feeds.</summary>
internal static class ViewDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        ExportDoors.Map(doors);
        ListDoors.Map(doors);
        ExcelDoors.Map(doors);
        CompareDoors.Map(doors);
        doors.MapGet("/planning/tasks/{task:guid}/files/{file:guid}", EvidenceAsync).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View).WithName("OpenEvidence");
        // Public: a calendar program cannot sign in. The secret in the address is the key; it is compared by its hash.
        doors.MapGet("/planning/feeds/{secret}.ics", FeedAsync).AllowAnonymous().WithName("ReadCalendarFeed");
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> EvidenceAsync(Guid task, Guid file, HttpContext http, OpenEvidence evidence) =>
        await evidence.RunAsync(task, file, http.RequestAborted) is { } opened ? FileAnswer.Of(http, opened.File, opened.Content) : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult, NotFound>> FeedAsync(string secret, HttpContext http, ReadFeed feed)
    {
        http.Response.Headers.CacheControl = "private, max-age=900";
        var address = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/";
        return await feed.RunAsync(secret, address, http.RequestAborted) is { } calendar ? TypedResults.Text(calendar, CalendarText.MediaType) : TypedResults.NotFound();
    }
}
