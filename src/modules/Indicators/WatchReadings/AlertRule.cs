using Shuren.Contracts.Organization;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.WatchReadings;

/// <summary>What a rule looks for.</summary>
internal enum AlertKind
{
    /// <summary>未达标: the goal of the document is not met.</summary>
    Missed,

    /// <summary>变差: worse than some days ago.</summary>
    Worse,

    /// <summary>未填报: no confirmed figure counts, and its due day has passed.</summary>
    Unreported,

    /// <summary>突变: it changed more overnight than its history makes plausible.</summary>
    Jump,
}

/// <summary>How much it presses.</summary>
internal enum AlertSeverity
{
    /// <summary>严重.</summary>
    Serious,

    /// <summary>警告.</summary>
    Warning,

    /// <summary>提示.</summary>
    Notice,
}

/// <summary>What is told as one.</summary>
internal enum AlertGrouping
{
    /// <summary>All of a rule in a pack.</summary>
    Pack,

    /// <summary>All of a rule about one indicator.</summary>
    Indicator,

    /// <summary>All of a rule at one unit.</summary>
    Unit,
}

/// <summary>Whether school holidays count.</summary>
internal enum InHolidays
{
    /// <summary>They are not counted, nothing fires, nobody is told.</summary>
    Silent,

    /// <summary>As any day.</summary>
    Loud,
}

/// <summary>Days of a year, the same each year; may go over New Year.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
internal readonly record struct DaysOfYear((int Month, int Day) First, (int Month, int Day) Last)
{
    public bool Contains(DateOnly day)
    {
        var here = (day.Month, day.Day);
        return First.CompareTo(Last) <= 0 ? here.CompareTo(First) >= 0 && here.CompareTo(Last) <= 0 : here.CompareTo(First) >= 0 || here.CompareTo(Last) <= 0;
    }
}

/// <summary>A rule of the file of alerts (<c>packs/alerts</c>).</summary>
/// <param name="Code">Stays the same for ever: alerts name it.</param>
/// <param name="Kind">What it looks for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Severity">How much it presses.</param>
/// <param name="For">Working days that it must hold before an alert fires; 0 fires at once.</param>
/// <param name="Well">Working days that it must be well before an alert ends, from 1.</param>
internal sealed record AlertRule(string Code, AlertKind Kind, PackWords Name, AlertSeverity Severity, int For, int Well)
{
    /// <summary>Only these packs; empty for all.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>Only these indicators; empty for all.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Only units of these levels; empty for all.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>Only what the verdict of a document needs.</summary>
    public bool Binding { get; init; }

    /// <summary>By how many per cent of the former value it has to be worse, or to have jumped.</summary>
    public decimal By { get; init; }

    /// <summary>How many days the rule looks back.</summary>
    public int Days { get; init; }

    /// <summary>A jump is so many times the largest change of those days.</summary>
    public decimal Factor { get; init; }

    /// <summary>A goal that was missed counts as met again so many per cent beyond its line.</summary>
    public decimal Clear { get; init; }

    /// <summary>The day of each year by which figures have to be there.</summary>
    public (int Month, int Day)? Due { get; init; }

    public InHolidays Holidays { get; init; }

    /// <summary>Days on which it looks away.</summary>
    public DaysOfYear? Pause { get; init; }

    public AlertGrouping Group { get; init; }

    /// <summary>Whether it looks at that indicator of that unit.</summary>
    public bool Covers(Pack pack, Indicator indicator, UnitCard unit) => Covers(pack, indicator) && indicator.Fits(unit) && (Levels.Count == 0 || Levels.OfType<Level?>().Contains(global::Shuren.Indicators.Packs.Levels.Of(unit.Kind)));

    /// <summary>Whether it looks at that indicator at all.</summary>
    public bool Covers(Pack pack, Indicator indicator) =>
        (Packs.Count == 0 || Packs.Contains(pack.Id)) && (Indicators.Count == 0 || Indicators.Contains(indicator.Code)) && (!Binding || indicator.Counts)
        && Kind switch { AlertKind.Missed => indicator.Goal is not null, AlertKind.Worse => indicator.Direction != Direction.None, AlertKind.Jump => true, _ => false };

    /// <summary>Whether it asks for the figures of that pack.</summary>
    public bool Asks(Pack pack) => Kind == AlertKind.Unreported && (Packs.Count == 0 || Packs.Contains(pack.Id));
}

/// <summary>By which words the section is found that answers for a pack.</summary>
internal sealed record AlertOwner(string Pack, IReadOnlyList<string> Words);
