using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Why an entry is before the section.</summary>
internal enum DropOutPressure
{
    /// <summary>学校上报.</summary>
    Escalated,

    /// <summary>连续家访没有结果.</summary>
    VisitsFailed,

    /// <summary>家访逾期.</summary>
    Overdue,
}

/// <summary>An entry of the ledger with what was done, and with what the roll says of the child since.</summary>
internal sealed class DropOutCase
{
    /// <summary>So many visits in a row without a result bring it before the section.</summary>
    public const int FailuresInRow = 2;

    /// <summary>So many working days late a visit brings it before the section.</summary>
    public const int LateWorkingDays = 3;

    public required DropOut Entry { get; init; }

    /// <summary>The first day on or after the entry's on which the child was taught again; null where there is none.</summary>
    public required DateOnly? Returned { get; init; }

    /// <summary>The day on which it left the roll; null where it stands on it, or never left it by the roll's own word.</summary>
    public required DateOnly? Gone { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<HomeVisit> Visits { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<DropOutEscalation> Escalations { get; init; }

    public DropOutStanding Standing => Returned is not null ? DropOutStanding.Returned : Gone is not null ? DropOutStanding.Left : DropOutStanding.Open;

    /// <summary>The day by which the next visit is due; null once it is not open.</summary>
    public DateOnly? DueOn => Standing == DropOutStanding.Open ? Visits is [.., var last] ? last.NextBy : Entry.FirstVisitBy : null;

    /// <summary>Why it is before the section; null where it is not. The section's word quiets what was before it, not what comes after.</summary>
    public DropOutPressure? PressureOn(DateOnly today, WorkingCalendar calendar, Func<DateTime, DateOnly> dayOf)
    {
        if (DueOn is not { } due)
            return null;
        if (Escalations.Any(escalation => escalation.AnsweredAt is null))
            return DropOutPressure.Escalated;
        var answered = Escalations.Max(escalation => escalation.AnsweredAt);
        var since = Visits.Where(visit => answered is null || visit.At > answered).TakeLast(FailuresInRow).ToList();
        if (since.Count == FailuresInRow && since.TrueForAll(visit => Fails(visit.Result)))
            return DropOutPressure.VisitsFailed;
        var from = answered is { } moment && dayOf(moment) > due ? dayOf(moment) : due;
        return calendar.WorkingDaysBetween(from, today) > LateWorkingDays ? DropOutPressure.Overdue : null;
    }

    private static bool Fails(VisitResult result) => result is VisitResult.Refused or VisitResult.NobodyHome or VisitResult.MovedAway;
}
