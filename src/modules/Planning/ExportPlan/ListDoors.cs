using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.ViewDates;
using Shuren.Planning.ViewPlans;
using Shuren.Planning.ViewUnits;
using Shuren.Platform.Rights;
using File = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult, Microsoft.AspNetCore.Http.HttpResults.NotFound>;

namespace Shuren.Planning.ExportPlan;

/// <summary>Downloads of the lists that are not a plan's own tabs: each asks the handler of its page, so it shows the same to the same people.</summary>
internal static class ListDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var planning = doors.MapGroup("/planning").RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View).WithTags("planning");
        planning.MapGet("/plans.xlsx", async (FindPlans find, CancellationToken ct) => Of(ListWorkbooks.Plans(await find.RunAsync(ct)), ViewText.Plans)).WithName("ExportPlans");
        planning.MapGet("/mine.xlsx", async (FindMyTasks find, CancellationToken ct) => Of(ListWorkbooks.Mine(await find.RunAsync(ct)), PlanningText.MyTasks)).WithName("ExportMyTasks");
        planning.MapGet("/units/{unit:guid}.xlsx", UnitAsync).WithName("ExportUnit");
        planning.MapGet("/plans/{plan:guid}/milestones.xlsx", DatesAsync).WithName("ExportMilestones");
        planning.MapGet("/plans/{plan:guid}/dispatch.xlsx", LateWorkAsync).WithName("ExportLateWork");
        planning.MapGet("/plans/{plan:guid}/changes.xlsx", ChangesAsync).WithName("ExportChanges");
        planning.MapGet("/plans/{plan:guid}/meetings.xlsx", MeetingsAsync).WithName("ExportMeetings");
        planning.MapGet("/meetings/{meeting:guid}/agenda.xlsx", AgendaAsync).WithName("ExportAgenda");
    }

    private static async Task<File> UnitAsync(Guid unit, ReadUnit read, CancellationToken ct) =>
        await read.RunAsync(unit, ct) is { } view ? Of(ListWorkbooks.Unit(view), view.Unit.Name) : TypedResults.NotFound();

    private static async Task<File> DatesAsync(Guid plan, FindDates find, CancellationToken ct) =>
        await find.RunAsync(plan, DateOnly.MinValue, DateOnly.MaxValue, ct) is { } view ? Of(ListWorkbooks.Dates(view), $"{view.Plan.Title}-{ViewText.Milestones}") : TypedResults.NotFound();

    private static async Task<File> LateWorkAsync(Guid plan, ViewLife life, FindLateWork find, TimeProvider time, CancellationToken ct) =>
        await life.RunAsync(plan, ct) is { } view
            ? Of(ListWorkbooks.LateWork(view.AtHand.Plan.Title, await find.RunAsync(plan, ct), time.Today()), $"{view.AtHand.Plan.Title}-{RunText.LateWork}") : TypedResults.NotFound();

    private static async Task<File> ChangesAsync(Guid plan, ViewChanges changes, TimeProvider time, CancellationToken ct) =>
        await changes.RunAsync(plan, ct) is { } view ? Of(ListWorkbooks.Changes(view, time), $"{view.Plan.Title}-{RunText.Changes}") : TypedResults.NotFound();

    private static async Task<File> MeetingsAsync(Guid plan, ViewMeetings meetings, CancellationToken ct) =>
        await meetings.RunAsync(plan, ct) is { } view ? Of(ListWorkbooks.Meetings(view), $"{view.Plan.Title}-{RunText.Meetings}") : TypedResults.NotFound();

    private static async Task<File> AgendaAsync(Guid meeting, ViewMeeting look, CancellationToken ct) =>
        await look.RunAsync(meeting, ct) is { } view ? Of(ListWorkbooks.Agenda(view), RunText.MeetingTitle.Filled(view.Meeting.Number)) : TypedResults.NotFound();

    private static FileContentHttpResult Of(byte[] workbook, string name) => TypedResults.File(workbook, WorkbookWriter.MediaType, name + ".xlsx");
}
