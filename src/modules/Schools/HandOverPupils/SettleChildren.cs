using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Says of children that no junior school of the district receives them: they go to one outside, or stay in the leaving grade.</summary>
internal sealed class SettleChildren(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <param name="id">The hand-over.</param>
    /// <param name="pupils">The children.</param>
    /// <param name="repeat">True for who repeats, false for who goes out of the district.</param>
    /// <param name="why">The destination, or why they repeat.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>How many, or the refusals <c>HandOverNotFound</c>, <c>NotYours</c>, <c>HandOverEarly</c>, <c>HandOverWhere</c>, <c>HandOverWhy</c>, <c>HandOverNobody</c>, <c>HandOverDay</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, IReadOnlyCollection<Guid> pupils, bool repeat, string why, CancellationToken ct)
    {
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(handOver.SchoolId))
            return new Refusal("NotYours");
        if (desk.Today < handOver.On)
            return new Refusal("HandOverEarly", "", handOver.On);
        if (why.Trim() is not { Length: >= 2 and <= 120 } said)
            return new Refusal(repeat ? "HandOverWhy" : "HandOverWhere", "why");
        var children = await desk.ChooseAsync(handOver, pupils, child => child.IsOpen, ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        var refusal = repeat
            ? await desk.MoveAsync(handOver, children, EnrolmentEnd.Repeated, "", (row, on) => row.Next(row.SchoolId, null, row.SchoolYear + 1, row.Grade, on, EnrolmentStart.Repeated), ct)
            : await desk.MoveAsync(handOver, children, EnrolmentEnd.Graduated, said, (_, _) => null, ct);
        if (refusal is not null)
            return refusal;
        process.Begin(repeat ? "schools.keep-in-grade" : "schools.let-out-of-district", SchoolsRefs.HandOver(id), said);
        foreach (var child in children)
            desk.Say(child, repeat ? HandOverWordKind.Repeating : HandOverWordKind.OutOfDistrict, null, said);
        await schools.SaveAsync(ct);
        return children.Count;
    }
}
