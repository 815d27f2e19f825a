using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>
/// Confirms children who have arrived (接): their row at the primary school ends, the one in grade 7 begins, both on the first day of the new school year. Also who was
/// reported as not arrived and came after all.
/// </summary>
internal sealed class ConfirmChildren(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <summary>初中一年级.</summary>
    public const int FirstOfJunior = 21;

    /// <returns>How many, or the refusals <c>HandOverNotFound</c>, <c>NotYours</c>, <c>HandOverEarly</c>, <c>HandOverNobody</c>, <c>HandOverDay</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, Guid school, IReadOnlyCollection<Guid> pupils, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(school))
            return new Refusal("NotYours");
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (desk.Today < handOver.On)
            return new Refusal("HandOverEarly", "", handOver.On);
        var children = await desk.ChooseAsync(handOver, pupils, child => child.State is HandOverState.Sent or HandOverState.NotArrived && child.Word?.SchoolId == school, ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        var (entry, classes) = (await EntryAsync(handOver, school, ct), await ClassesAsync(handOver, school, ct));
        if (await desk.MoveAsync(handOver, children, EnrolmentEnd.Graduated, "", (row, on) => NextOf(row, school, on, entry, classes), ct) is { } refusal)
            return refusal;
        process.Begin("schools.confirm-children", SchoolsRefs.HandOver(id));
        foreach (var child in children)
            desk.Say(child, HandOverWordKind.Confirmed, school);
        await schools.SaveAsync(ct);
        return children.Count;
    }

    // Who has arrived is taught. Board, bus and a place that is paid for are the school's, not the pupil's.
    private static Enrolment NextOf(Enrolment row, Guid school, DateOnly on, EntryWay entry, Dictionary<Guid, Guid> classes)
    {
        var next = row.Next(school, row.ClassId is { } old && classes.TryGetValue(old, out var taught) ? taught : null, row.SchoolYear + 1, FirstOfJunior, on, EnrolmentStart.Admitted);
        (next.Status, next.Entry) = (EnrolmentStatus.Attending, entry);
        if (school != row.SchoolId)
            (next.IsBoarder, next.RidesBus, next.IsPurchasedPlace) = (false, false, false);
        return next;
    }

    /// <summary>The school that the hand-over names is that of the zone (对口划片), another one is allocated (统筹); a private school is applied to.</summary>
    private async Task<EntryWay> EntryAsync(HandOver handOver, Guid school, CancellationToken ct)
    {
        var isPrivate = await schools.SchoolSpans.AnyAsync(span => span.SchoolId == school && span.Ownership != Ownership.Public && span.Since <= handOver.On && (span.Until == null || span.Until > handOver.On), ct);
        return isPrivate ? EntryWay.Applied : school == handOver.ReceiverId ? EntryWay.Zoned : EntryWay.Allocated;
    }

    /// <summary>Classes that go on together inside a through-train school, by the one they came from; the promotion makes them.</summary>
    private Task<Dictionary<Guid, Guid>> ClassesAsync(HandOver handOver, Guid school, CancellationToken ct) =>
        schools.Classes.AsNoTracking().Where(taught => taught.SchoolId == school && school == handOver.SchoolId && taught.SchoolYear == handOver.FromYear + 1 && taught.Grade == FirstOfJunior && taught.CameFromId != null)
            .ToDictionaryAsync(taught => taught.CameFromId!.Value, taught => taught.Id, ct); // the query asks for it
}
