using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>
/// Takes wrong confirmations back: the row in grade 7 goes, the one at the primary school is open again, and the child waits on the receiving school's list as before.
/// Only while the row stands as the confirmation made it.
/// </summary>
internal sealed class TakeBackConfirmation(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <returns>How many, or the refusals <c>NotYours</c>, <c>HandOverNotFound</c>, <c>HandOverWhy</c>, <c>HandOverNobody</c>, <c>HandOverBuiltOn</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, Guid school, IReadOnlyCollection<Guid> pupils, string why, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(school))
            return new Refusal("NotYours");
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (why.Trim() is not { Length: >= 2 and <= 200 } said)
            return new Refusal("HandOverWhy", "why");
        var children = await desk.ChooseAsync(handOver, pupils, child => child.State == HandOverState.Confirmed && child.Word?.SchoolId == school, ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        var ids = children.Select(child => child.PupilId).ToArray();
        var begun = await schools.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PupilId) && row.Until == null && row.SchoolId == school && row.SchoolYear == handOver.FromYear + 1 && row.Began == EnrolmentStart.Admitted).ToListAsync(ct);
        var ended = await schools.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PupilId) && row.SchoolId == handOver.SchoolId && row.SchoolYear == handOver.FromYear && row.Ended == EnrolmentEnd.Graduated).ToListAsync(ct);
        var before = begun.Select(row => ended.Find(old => old.PupilId == row.PupilId && old.Until == row.Since)?.Id).OfType<Guid>().ToArray();
        if (before.Length != children.Count)
            return new Refusal("HandOverBuiltOn", "pupils", children.Count - before.Length);
        process.Begin("schools.take-back-confirmation", SchoolsRefs.HandOver(id), said);
        foreach (var child in children)
            desk.Say(child, HandOverWordKind.TakenBack, school, said);
        await ReopenAsync(ids, [.. begun.Select(row => row.Id)], before, ct);
        await schools.SaveAsync(ct);
        return children.Count;
    }

    // The row in grade 7 goes before the other is open again: the database keeps a child from standing twice on the roll.
    private async Task ReopenAsync(Guid[] pupils, Guid[] begun, Guid[] ended, CancellationToken ct)
    {
        foreach (var pupil in await schools.Pupils.AsTracking().Where(pupil => pupils.Contains(pupil.Id)).ToListAsync(ct))
            schools.Touch(pupil);
        schools.DeleteSet(schools.Enrolments.Where(row => begun.Contains(row.Id)));
        schools.UpdateSet(schools.Enrolments.Where(row => ended.Contains(row.Id)), set => set.SetProperty(row => row.Until, (DateOnly?)null).SetProperty(row => row.Ended, (EnrolmentEnd?)null));
    }
}
