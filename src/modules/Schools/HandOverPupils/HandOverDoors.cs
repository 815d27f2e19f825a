using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>How many children stand how: all = confirmed + elsewhere + listed + sent + notArrived.</summary>
internal sealed record HandOverCountItem(int All, int Confirmed, int Elsewhere, int Listed, int Sent, int NotArrived);

/// <summary>A hand-over in a list.</summary>
internal sealed record HandOverItem(Guid Id, Guid School, string SchoolName, int FromYear, int Grade, Guid? Receiver, DateOnly On, DateOnly DueOn, bool IsClosed, HandOverCountItem Counts);

/// <summary>A child of a hand-over; the number is masked.</summary>
internal sealed record HandOverChildItem(Guid Pupil, string Name, string IdNumber, string Class, HandOverState State, Guid? Receiver, string Why);

/// <summary>Which hand-over is opened.</summary>
internal sealed record OpenHandOverRequest(
    Guid School,
    [property: Description("The school that receives; null where each child's is named, or a through-train school goes on itself.")] Guid? Receiver = null,
    [property: Description("The last day; ten working days after 1 September where it is not said.")] DateOnly? Due = null);

/// <summary>An act on children.</summary>
internal sealed record HandOverActRequest(
    HandOverAct Act, IReadOnlyList<Guid> Pupils,
    [property: Description("For Name the school that shall receive; for Confirm, NotArrived and TakeBack the school that speaks.")] Guid? School = null,
    [property: Description("For OutOfDistrict the destination; for Repeat, NotArrived and TakeBack the reason.")] string? Why = null);

/// <summary>How many of the children were done; the others stood otherwise by then.</summary>
internal sealed record HandOverActDone(int Done);

/// <summary>The hand-over for programs.</summary>
internal static class HandOverDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("hand-overs");
        api.MapGet("/hand-overs", ListAsync).Door("ListHandOvers", SchoolsRights.ViewPupils, "The hand-overs of a year that the account may see, from the side that hands over.");
        api.MapGet("/hand-overs/{handOver:guid}/children", ChildrenAsync).Door("ListHandOverChildren", SchoolsRights.ViewPupils, "The children of a hand-over; with receiver the part of a receiving school.");
        api.MapPost("/hand-overs", OpenAsync).Door("OpenHandOver", SchoolsRights.Edit, "Opens the hand-over of a school's leaving grade.");
        api.MapPost("/hand-overs/{handOver:guid}/acts", ActAsync).Door("ActOnHandOver", SchoolsRights.Edit, "Hands over, confirms, reports as not arrived or settles chosen children.");
        api.MapPost("/hand-overs/{handOver:guid}/closure", CloseAsync).Door("CloseHandOver", SchoolsRights.Edit, "Declares a hand-over finished; refused while a child is open.");
    }

    private static async Task<Answer<Page<HandOverItem>>> ListAsync([Description("The year in which the school year began that the leaving grade finishes.")] int? year, [AsParameters] PageQuery page, FindHandOvers find, CancellationToken ct) =>
        Paging.OfWhole((await find.RunAsync(year, ct)).Out, page, row => row.HandOver.Id.ToString("N"), row => new HandOverItem(row.HandOver.Id, row.HandOver.SchoolId, row.School, row.HandOver.FromYear, row.HandOver.Grade,
            row.HandOver.ReceiverId, row.HandOver.On, row.HandOver.DueOn, row.IsClosed, new(row.Counts.All, row.Counts.Confirmed, row.Counts.Elsewhere, row.Counts.Listed, row.Counts.Sent, row.Counts.NotArrived)));

    private static async Task<Answer<Page<HandOverChildItem>>> ChildrenAsync(Guid handOver, Guid? receiver, [AsParameters] PageQuery page, ReadHandOver read, CancellationToken ct) =>
        await read.RunAsync(handOver, receiver, ct) is { } view
            ? Paging.OfWhole(view.Pupils, page, row => row.Pupil.ToString("N"), row => new HandOverChildItem(row.Pupil, row.Name, row.IdNumber, row.Class, row.Child.State, row.Child.ReceiverIn(view.HandOver), row.Child.Word?.Why ?? ""))
            : Answer.Nothing<Page<HandOverChildItem>>();

    private static async Task<MadeAnswer<Made>> OpenAsync(OpenHandOverRequest request, OpenHandOver open, CancellationToken ct) =>
        Answer.Made((await open.RunAsync(request.School, request.Receiver, request.Due, ct)).AsMade(), made => $"/hand-overs/{made.Id:N}/children");

    private static async Task<Answer<HandOverActDone>> ActAsync(Guid handOver, HandOverActRequest request, HandOverActs acts, CancellationToken ct)
    {
        var outcome = await acts.RunAsync(handOver, new(request.Act, request.Pupils ?? [], request.School, request.Why ?? ""), ct);
        return outcome.Succeeded ? new HandOverActDone(outcome.Value) : (Outcome<HandOverActDone>)outcome.Refusals.ToList();
    }

    private static async Task<DoneAnswer> CloseAsync(Guid handOver, CloseHandOver close, CancellationToken ct) => await close.RunAsync(handOver, ct);
}
