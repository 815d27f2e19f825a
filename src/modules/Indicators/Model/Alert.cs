using Shuren.Indicators.WatchReadings;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Indicators.Model;

/// <summary>How an alert stands.</summary>
internal enum AlertState
{
    /// <summary>待定: something is wrong, not yet for as long as the rule asks.</summary>
    Pending,

    /// <summary>预警中.</summary>
    Firing,

    /// <summary>已解除.</summary>
    Resolved,
}

/// <summary>What a rule finds on a day.</summary>
internal enum Finding
{
    /// <summary>Nobody can say: no value, no line, no history, or the value is met within the margin. Changes nothing.</summary>
    Unsure,

    /// <summary>It is well.</summary>
    Well,

    /// <summary>It is what the rule looks for.</summary>
    Bad,
}

/// <summary>What a rule saw.</summary>
/// <param name="Finding">Whether it is well.</param>
/// <param name="Value">The value of the day; null where there is none.</param>
/// <param name="Line">What it is held against: the goal, or the value that would just be accepted.</param>
/// <param name="Past">The former value, where it is compared with one.</param>
/// <param name="PastDay">The day of the former value; for a figure that was not reported its due day.</param>
internal sealed record Sight(Finding Finding, double? Value = null, double? Line = null, double? Past = null, DateOnly? PastDay = null);

/// <summary>
/// One time that something was wrong, from the first day to the end. Made by rules from readings, so the audit does not speak of it; what people do about it (silences, tasks) has rows of its own.
/// Only days are kept, no counters: who looks twice on a day, or not for a week, comes to the same.
/// </summary>
internal sealed class Alert : IMachinery, IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The code of its rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The code of the indicator, or of the figure that was not reported.</summary>
    public required string Subject { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The first day on which it was wrong.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day on which it had held for as long as the rule asks; null while it is pending.</summary>
    public DateOnly? FiredOn { get; private set; }

    /// <summary>From when it has been well again, without a relapse; null while it is not.</summary>
    public DateOnly? WellSince { get; private set; }

    /// <summary>The day on which it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>True where it did not become well: the rule, the indicator or the unit is no more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The value when it began; once it fires, that of the day on which it fired.</summary>
    public double? Value { get; private set; }

    /// <summary>What that value was held against.</summary>
    public double? Line { get; private set; }

    /// <summary>The former value that it was compared with.</summary>
    public double? Past { get; private set; }

    /// <summary>The day of the former value, or the due day of a figure.</summary>
    public DateOnly? PastDay { get; private set; }

    /// <summary>The last day on which people were told; null while nobody was.</summary>
    public DateOnly? ToldOn { get; set; }
    public long Version { get; private set; }

    public AlertState State => EndedOn is not null ? AlertState.Resolved : FiredOn is not null ? AlertState.Firing : AlertState.Pending;

    /// <summary>Takes what was seen on a day.</summary>
    /// <param name="sight">What was seen.</param>
    /// <param name="day">The day; never before one that it took already.</param>
    /// <param name="count">The days that the rule counts.</param>
    /// <returns>False where nothing is left of it: a pending one that became well.</returns>
    public bool Take(Sight sight, DateOnly day, AlertDays count)
    {
        if (sight.Finding == Finding.Unsure)
            return true;
        if (sight.Finding == Finding.Well)
            return TakeWell(day, count);
        WellSince = null;
        if (Value is null && PastDay is null)
            Note(sight);
        if (FiredOn is null && !count.IsSilent(day) && count.Between(Since, day) >= count.Rule.For)
        {
            FiredOn = day;
            Note(sight);
        }
        return true;
    }

    /// <summary>What it was about is no more.</summary>
    /// <returns>False where nothing is left of it.</returns>
    public bool Vanish(DateOnly day)
    {
        (EndedOn, IsGone) = (day, true);
        return FiredOn is not null;
    }

    private bool TakeWell(DateOnly day, AlertDays count)
    {
        if (FiredOn is null)
            return false;
        WellSince ??= day;
        if (count.Between(WellSince.Value, day) >= count.Rule.Well)
            EndedOn = day;
        return true;
    }

    private void Note(Sight sight) => (Value, Line, Past, PastDay) = (sight.Value, sight.Line, sight.Past, sight.PastDay);
}
