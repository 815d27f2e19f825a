using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepCalendar;

/// <summary>A day that would be kept otherwise, with what is kept now.</summary>
internal sealed record DayDifference(DayChange Change, bool WorksNow, string NameNow);

/// <summary>What a change of the calendar would be: day by day, and which running deadlines move.</summary>
/// <param name="Changes">Only what differs from what is kept.</param>
/// <param name="Differences">The same, with what is kept now.</param>
/// <param name="Moved">Deadlines of all rooms that move or have other working days left.</param>
internal sealed record CalendarPreview(IReadOnlyList<DayChange> Changes, IReadOnlyList<DayDifference> Differences, IReadOnlyList<MovedDeadline> Moved);

/// <summary>Looks at changes of the calendar before they are made; writes nothing.</summary>
internal sealed class PreviewCalendar(ReadCalendar calendar, IEnumerable<IDeadlineKeeper> keepers, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>So many days can be changed at once: more than a year has exceptions.</summary>
    public const int MostDays = 200;

    public async Task<Outcome<CalendarPreview>> RunAsync(IReadOnlyList<DayChange> wanted, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageCalendar))
            return new Refusal("CalendarNotYours");
        if (wanted.Count is 0 or > MostDays)
            return new Refusal("CalendarDays", "First", MostDays);
        if (wanted.Select(change => change.Day).Distinct().Count() != wanted.Count)
            return new Refusal("CalendarTwice", "First");
        if (wanted.FirstOrDefault(change => change.Day.Year is < 2018 or > 2100) is { } far)
            return new Refusal("CalendarFar", "First", far.Day);
        if (wanted.Any(change => change.Works is not null && string.IsNullOrWhiteSpace(change.Name)))
            return new Refusal("CalendarName", "Name");
        var kept = await calendar.RunAsync(ct);
        var changes = wanted.Where(change => Differs(kept, change)).OrderBy(change => change.Day).ToList();
        var (before, after) = (kept.ToWorkingCalendar(), kept.With(changes, []).ToWorkingCalendar());
        var today = time.Today();
        var moved = new List<MovedDeadline>();
        foreach (var keeper in keepers)
            moved.AddRange(await keeper.PreviewAsync(before, after, today, ct));
        return new CalendarPreview(changes,
            [.. changes.Select(change => new DayDifference(change, before.IsWorkingDay(change.Day), kept.Days.GetValueOrDefault(change.Day)?.Name ?? ""))], [.. moved.OrderBy(deadline => deadline.DueBefore)]);
    }

    private static bool Differs(DistrictCalendar kept, DayChange change)
    {
        var now = kept.Days.GetValueOrDefault(change.Day);
        if (change.Works is null)
            return now is { Origin: not DayOrigin.National };
        return now is null || now.Works != change.Works || now.Name != change.Name.Trim() || change.IsLocal != (now.Origin == DayOrigin.Local);
    }
}
