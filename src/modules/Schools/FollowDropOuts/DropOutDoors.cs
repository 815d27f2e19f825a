using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>An entry of the ledger: no name and no words. Until: the day on which the child was taught again or left the roll.</summary>
internal sealed record DropOutItem(
    Guid Id, Guid Pupil, Guid School, DateOnly Since, DropOutFinding Finding, DropOutReason Reason, DropOutStanding Standing, DateOnly? Until, int Visits, DateOnly? NextVisitBy, bool IsBeforeSection);

/// <summary>A child that was found absent.</summary>
internal sealed record DropOutRequest(Guid Pupil, DateOnly Since, DropOutReason? Reason = null, string? Detail = null, string? SchoolPerson = null, string? TownPerson = null);

/// <summary>A home visit.</summary>
internal sealed record VisitRequest(DateOnly On, string Visitors, VisitResult Result, string Agreed, DateOnly NextBy, string? Met = null);

/// <summary>Why a school reports an entry to the section, or what the section arranged.</summary>
internal sealed record EscalationRequest(string Words);

/// <summary>The ledger for programs. What was said in words is to be seen on the page only, against a purpose.</summary>
internal static class DropOutDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("drop-outs");
        api.MapGet("/drop-outs", ListAsync).Door("ListDropOuts", SchoolsRights.KeepDropOuts, "The ledger of children who stay away, the open entries where no standing is said; without names and words.");
        api.MapPost("/drop-outs", RecordAsync).Door("RecordDropOut", SchoolsRights.KeepDropOuts, "Enters a child that was found absent.");
        api.MapPost("/drop-outs/{dropOut:guid}/visits", VisitAsync).Door("RecordHomeVisit", SchoolsRights.KeepDropOuts, "Writes a home visit down.");
        api.MapPost("/drop-outs/{dropOut:guid}/escalations", EscalateAsync).Door("EscalateDropOut", SchoolsRights.KeepDropOuts, "Brings an entry before the bureau's section.");
        api.MapPost("/drop-outs/{dropOut:guid}/answers", AnswerAsync).Door("AnswerEscalation", SchoolsRights.KeepDropOuts, "The section's word on an entry.");
    }

    private static async Task<Answer<Page<DropOutItem>>> ListAsync(Guid? school, DropOutReason? reason, DropOutStanding? standing, [AsParameters] PageQuery page, FindDropOuts find, CancellationToken ct) =>
        Paging.OfWhole((await find.RunAsync(new(school, reason, standing, Pressing: false), ct)).Lines, page, line => line.Case.Entry.Id.ToString("N"), line => new DropOutItem(line.Case.Entry.Id, line.Case.Entry.PupilId, line.Case.Entry.SchoolId,
            line.Case.Entry.Since, line.Case.Entry.Finding, line.Case.Entry.Reason, line.Case.Standing, line.Case.Returned ?? line.Case.Gone, line.Case.Visits.Count, line.Case.DueOn, line.Pressure is not null));

    private static async Task<MadeAnswer<Made>> RecordAsync(DropOutRequest request, RecordDropOut record, CancellationToken ct) =>
        Answer.Made((await record.RunAsync(request.Pupil, request.Since, new(request.Reason ?? DropOutReason.Unknown, request.Detail ?? "", request.SchoolPerson ?? "", request.TownPerson ?? ""), ct)).AsMade(), _ => "/drop-outs");

    private static async Task<MadeAnswer<Made>> VisitAsync(Guid dropOut, VisitRequest request, RecordVisit record, CancellationToken ct) =>
        Answer.Made((await record.RunAsync(dropOut, new(request.On, request.Visitors ?? "", request.Met ?? "", request.Result, request.Agreed ?? "", request.NextBy), ct)).AsMade(), _ => "/drop-outs");

    private static async Task<DoneAnswer> EscalateAsync(Guid dropOut, EscalationRequest request, EscalateDropOut escalate, CancellationToken ct) => await escalate.RunAsync(dropOut, request.Words ?? "", ct);

    private static async Task<DoneAnswer> AnswerAsync(Guid dropOut, EscalationRequest request, AnswerEscalation answer, CancellationToken ct) => await answer.RunAsync(dropOut, request.Words ?? "", ct);
}
