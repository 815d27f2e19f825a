using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.MovePupil;

/// <summary>What may happen to a pupil on the roll in the middle of a year (学籍异动).</summary>
internal enum RollAct
{
    /// <summary>转学 to another school of the district.</summary>
    Transfer,

    /// <summary>转出 of the district.</summary>
    TransferOut,

    /// <summary>休学.</summary>
    Suspend,

    /// <summary>辍学: stays away.</summary>
    DropOut,

    /// <summary>复学, or brought back (劝返).</summary>
    Return,

    /// <summary>死亡.</summary>
    Die,

    /// <summary>出国(境)定居 and other ends of the roll.</summary>
    Leave,
}

/// <summary>An act on a pupil's roll.</summary>
/// <param name="Act">What happens.</param>
/// <param name="On">The first day on which it holds.</param>
/// <param name="School">The other school, for a transfer.</param>
/// <param name="Elsewhere">Where to, outside of the district.</param>
internal sealed record RollMove(RollAct Act, DateOnly On, Guid? School = null, string Elsewhere = "")
{
    /// <summary>Ends the open row and gives the one that begins; pure, so that a model can be held against it.</summary>
    /// <param name="open">The pupil's open row.</param>
    /// <param name="today">No act lies in the future: today's roll is what is open.</param>
    /// <returns>The next row, null where the pupil leaves the roll; or the refusals <c>MoveDay</c>, <c>MoveNotFrom</c>, <c>MoveSchool</c>, <c>MoveElsewhere</c>. A refusal changes nothing.</returns>
    public Outcome<Enrolment?> Apply(Enrolment open, DateOnly today)
    {
        if (On <= open.Since || On > today)
            return new Refusal("MoveDay", "on", open.Since, today);
        if (!MayFrom(open.Status))
            return new Refusal("MoveNotFrom", "act");
        if (Act == RollAct.Transfer && (School is null || School == open.SchoolId))
            return new Refusal("MoveSchool", "school");
        if (Act == RollAct.TransferOut && string.IsNullOrWhiteSpace(Elsewhere))
            return new Refusal("MoveElsewhere", "elsewhere");
        var next = NextOf(open);
        open.End(On, End);
        if (Act is RollAct.TransferOut or RollAct.Leave)
            open.Elsewhere = Elsewhere.Trim();
        return next;
    }

    /// <summary>Whether the act begins at that status. Who stays away can still be moved or leave; only who is not taught returns.</summary>
    private bool MayFrom(EnrolmentStatus status) => Act switch
    {
        RollAct.Return => status != EnrolmentStatus.Attending,
        RollAct.Suspend => status == EnrolmentStatus.Attending,
        RollAct.DropOut => status != EnrolmentStatus.DroppedOut,
        RollAct.Transfer => status == EnrolmentStatus.Attending,
        _ => true,
    };

    private EnrolmentEnd End => Act switch
    {
        RollAct.Transfer or RollAct.TransferOut => EnrolmentEnd.TransferredOut,
        RollAct.Suspend => EnrolmentEnd.Suspended,
        RollAct.DropOut => EnrolmentEnd.DroppedOut,
        RollAct.Return => EnrolmentEnd.Returned,
        RollAct.Die => EnrolmentEnd.Died,
        RollAct.Leave => EnrolmentEnd.Left,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Enrolment? NextOf(Enrolment open) => Act switch
    {
        RollAct.Transfer => After(open, School!.Value, null, EnrolmentStatus.Attending, EnrolmentStart.TransferredIn), // Apply asked
        RollAct.Suspend => After(open, open.SchoolId, open.ClassId, EnrolmentStatus.Suspended, EnrolmentStart.Interrupted),
        RollAct.DropOut => After(open, open.SchoolId, open.ClassId, EnrolmentStatus.DroppedOut, EnrolmentStart.Interrupted),
        RollAct.Return => After(open, open.SchoolId, open.ClassId, EnrolmentStatus.Attending, EnrolmentStart.Returned),
        _ => null,
    };

    private Enrolment After(Enrolment open, Guid school, Guid? taught, EnrolmentStatus status, EnrolmentStart began)
    {
        var next = open.Next(school, taught, open.SchoolYear, open.Grade, On, began);
        next.Status = status;
        // Board, bus and a place that is paid for are the school's, not the pupil's.
        if (school != open.SchoolId)
            (next.IsBoarder, next.RidesBus, next.IsPurchasedPlace) = (false, false, false);
        return next;
    }
}
