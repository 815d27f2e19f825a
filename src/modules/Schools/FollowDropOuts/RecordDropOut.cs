using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;
using Shuren.Schools.MovePupil;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>
/// Enters a child that was found absent. Who is on the roll as taught is noted on it as staying away in the same act, so that ledger and roll say the same; who is on no roll
/// stands with the school where it was last.
/// </summary>
internal sealed class RecordDropOut(SchoolsDb schools, SchoolScope reach, DropOutLedger ledger, Process process) : IHandler
{
    /// <returns>The entry, or the refusals <c>DropOutNoRoll</c>, <c>NotYours</c>, <c>DropOutAge</c>, <c>DropOutThere</c>, <c>DropOutLong</c>, <c>MoveDay</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid pupil, DateOnly since, DropOutFacts facts, CancellationToken ct)
    {
        var reached = await reach.RunAsync(SchoolsRights.KeepDropOuts, ct);
        var child = await schools.Pupils.AsTracking().FirstOrDefaultAsync(row => row.Id == pupil, ct);
        var last = await schools.Enrolments.AsNoTracking().Where(row => row.PupilId == pupil).OrderByDescending(row => row.Since).FirstOrDefaultAsync(ct);
        if (child is null || last is null)
            return new Refusal("DropOutNoRoll");
        if (reached?.Contains(last.SchoolId) == false)
            return new Refusal("NotYours");
        if (!DropOutLedger.IsCompulsory(last.Until is null ? last.Grade : null, child.BornOn, ledger.Today))
            return new Refusal("DropOutAge");
        if (await ledger.HasOpenAsync(pupil, ct))
            return new Refusal("DropOutThere");
        if (facts.Refused is { } refusal)
            return refusal;
        var move = Move(last, since);
        if (!move.Succeeded)
            return move.Refusals.ToList();
        var (from, next) = (move.Value.From, move.Value.Next);
        process.Begin("schools.record-drop-out", SchoolsRefs.Pupil(pupil));
        // Who moves or enters the same child at the same moment is told.
        schools.Touch(child);
        var id = await ledger.EnterAsync(pupil, last.SchoolId, from, DropOutFinding.FoundAbsent, facts, ct);
        if (next is not null)
        {
            schools.UpdateSet(schools.Enrolments.Where(row => row.Id == last.Id && row.Until == null), set => set.SetProperty(row => row.Until, last.Until).SetProperty(row => row.Ended, last.Ended));
            schools.InsertSet([next]);
        }
        await schools.SaveAsync(ct);
        return id;
    }

    /// <summary>The day of the entry, and the row of the roll that begins with it; none where the roll says so already, or has the child no more.</summary>
    private sealed record Entering(DateOnly From, Enrolment? Next);

    private Outcome<Entering> Move(Enrolment last, DateOnly since)
    {
        if (last is { Until: null, Status: EnrolmentStatus.DroppedOut })
            return new Entering(last.Since, null);
        if (last.Until is { } until)
        {
            if (since >= until && since <= ledger.Today)
                return new Entering(since, null);
            return new Refusal("MoveDay", "since", until.AddDays(-1), ledger.Today);
        }
        var next = new RollMove(RollAct.DropOut, since).Apply(last, ledger.Today);
        return next.Succeeded ? new Entering(since, next.Value) : (Outcome<Entering>)next.Refusals.Select(refusal => refusal with { Field = "since" }).ToList();
    }
}
