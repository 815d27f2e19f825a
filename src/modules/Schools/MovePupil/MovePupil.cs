using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.FollowDropOuts;
using Shuren.Schools.Model;

namespace Shuren.Schools.MovePupil;

/// <summary>
/// Moves a pupil on the roll: transfer, suspension, return, staying away, leaving. A school acts for its own pupils; a transfer to another school is the section's,
/// which answers for both sides, so that no school sends a child away to nobody.
/// </summary>
internal sealed class MovePupil(SchoolsDb schools, SchoolScope reach, DropOutLedger ledger, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or the refusals <c>NotYours</c>, <c>MoveNotOnRoll</c>, <c>MoveWhy</c>, <c>MoveSchoolStage</c> and those of <see cref="RollMove.Apply"/>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid pupil, RollMove move, string why, CancellationToken ct)
    {
        var reached = await reach.RunAsync(SchoolsRights.Edit, ct);
        if (await schools.Enrolments.AsNoTracking().FirstOrDefaultAsync(row => row.PupilId == pupil && row.Until == null, ct) is not { } open)
            return new Refusal("MoveNotOnRoll");
        if (reached?.Contains(open.SchoolId) == false || (move.Act == RollAct.Transfer && reached is not null && (move.School is not { } to || !reached.Contains(to))))
            return new Refusal("NotYours");
        if (why.Trim().Length is < 2 or > 200)
            return new Refusal("MoveWhy", "why");
        if (move is { Act: RollAct.Transfer, School: { } school } && !await TeachesAsync(school, Grades.StageOf(open.Grade), move.On, ct))
            return new Refusal("MoveSchoolStage", "school");
        var next = move.Apply(open, time.Today());
        if (!next.Succeeded)
            return next.Refusals.ToList();
        process.Begin("schools.move-pupil", SchoolsRefs.Pupil(pupil), why.Trim());
        // Who moves the same child at the same moment is told: the pupil's version counts up. The old row ends before the next begins.
        var child = await schools.Pupils.AsTracking().FirstAsync(row => row.Id == pupil, ct);
        schools.Touch(child);
        schools.UpdateSet(schools.Enrolments.Where(row => row.Id == open.Id && row.Until == null),
            set => set.SetProperty(row => row.Until, open.Until).SetProperty(row => row.Ended, open.Ended).SetProperty(row => row.Elsewhere, open.Elsewhere));
        if (next.Value is { } begun)
            schools.InsertSet([begun]);
        // Who stays away at compulsory age stands in the ledger from the same moment on.
        if (move.Act == RollAct.DropOut && DropOutLedger.IsCompulsory(open.Grade, child.BornOn, move.On))
            await ledger.EnterAsync(pupil, open.SchoolId, move.On, DropOutFinding.Noted, DropOutFacts.None with { Detail = why.Trim() }, ct);
        await schools.SaveAsync(ct);
        return new Done();
    }

    private Task<bool> TeachesAsync(Guid school, Stage stage, DateOnly on, CancellationToken ct) =>
        schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Since <= on && (part.Until == null || part.Until > on), ct);
}
