using Shuren.Kernel;
using Shuren.Organization.Model;

namespace Shuren.Organization.KeepUnits;

/// <summary>
/// The spans of all units, and what may be done with them: pure, so that it can be tested without a database. A change begins on a day after
/// the last one of its unit (on that very day it takes its place) and holds until the next.
/// </summary>
internal sealed class UnitHistory(IEnumerable<UnitSpan> spans)
{
    private readonly Dictionary<Guid, List<UnitSpan>> byUnit = spans.GroupBy(span => span.UnitId).ToDictionary(unit => unit.Key, unit => unit.OrderBy(span => span.Since).ToList());

    /// <summary>Spans that were begun here and are not saved yet.</summary>
    public List<UnitSpan> Added { get; } = [];

    public UnitSpan? At(Guid unit, DateOnly day) => byUnit.GetValueOrDefault(unit)?.Find(span => span.HoldsOn(day));

    public UnitSpan? Last(Guid unit) => byUnit.GetValueOrDefault(unit)?[^1];

    public IEnumerable<UnitSpan> SpansOf(Guid unit) => byUnit.GetValueOrDefault(unit) ?? [];

    public IEnumerable<UnitSpan> AllAt(DateOnly day) => byUnit.Values.SelectMany(spans => spans).Where(span => span.HoldsOn(day));

    /// <summary>The units whose parent it is on that day or later.</summary>
    public IReadOnlyList<Guid> ChildrenFrom(Guid unit, DateOnly day) =>
        [.. byUnit.Where(other => other.Value.Any(span => span.ParentId == unit && span.HoldsFrom(day))).Select(other => other.Key)];

    public Refusal? Open(Guid unit, string name, string shortName, Guid? parent, DateOnly on)
    {
        if (Named(name, unit, on) is { } taken)
            return taken;
        if (parent is { } above && !StaysOpenFrom(above, on))
            return new("UnitParentClosed", "Parent", on);
        Begin(new() { UnitId = unit, Since = on, Name = name, ShortName = shortName, ParentId = parent });
        return null;
    }

    /// <summary>Another name or another parent from a day on.</summary>
    public Refusal? Change(Guid unit, string name, string shortName, Guid? parent, DateOnly on)
    {
        if (Order(unit, on, inPlace: true) is { } refusal)
            return refusal;
        if (Named(name, unit, on) is { } taken)
            return taken;
        var last = byUnit[unit][^1];
        if (parent != last.ParentId && Parent(unit, parent, on) is { } wrong)
            return wrong;
        if (last.Since == on)
        {
            (last.Name, last.ShortName, last.ParentId) = (name, shortName, parent);
            return null;
        }
        last.Until = on;
        Begin(new() { UnitId = unit, Since = on, Name = name, ShortName = shortName, ParentId = parent });
        return null;
    }

    /// <summary>The first day on which the unit is no more.</summary>
    public Refusal? Close(Guid unit, DateOnly on)
    {
        if (Order(unit, on, inPlace: false) is { } refusal)
            return refusal;
        if (ChildrenFrom(unit, on) is { Count: > 0 } children)
            return new("UnitHasChildren", "On", children.Count, Last(children[0])!.Name); // it has a span, or it would be no child
        byUnit[unit][^1].Until = on;
        return null;
    }

    private void Begin(UnitSpan span)
    {
        if (!byUnit.TryGetValue(span.UnitId, out var own))
            byUnit[span.UnitId] = own = [];
        own.Add(span);
        Added.Add(span);
    }

    private Refusal? Order(Guid unit, DateOnly on, bool inPlace)
    {
        if (Last(unit) is not { } last)
            return new("UnitGone", "On");
        if (last.Until is { } closed)
            return new("UnitClosedAlready", "On", closed);
        return on > last.Since || (inPlace && on == last.Since) ? null : new("UnitOrder", "On", last.Since);
    }

    private Refusal? Named(string name, Guid unit, DateOnly on) =>
        byUnit.Any(other => other.Key != unit && other.Value.Any(span => span.Name == name && span.HoldsFrom(on))) ? new("UnitExists", "Name", name) : null;

    private bool StaysOpenFrom(Guid unit, DateOnly on) => At(unit, on) is not null && Last(unit)!.Until is null; // At found a span

    private Refusal? Parent(Guid unit, Guid? parent, DateOnly on)
    {
        if (parent is not { } above)
            return new("UnitParentUnknown", "Parent");
        if (!StaysOpenFrom(above, on))
            return new("UnitParentClosed", "Parent", on);
        // A later change of somebody else must not close the ring either.
        var days = byUnit.Values.SelectMany(spans => spans).Select(span => span.Since).Where(day => day > on).Append(on).Distinct();
        return days.Any(day => IsBelow(above, unit, day)) ? new("UnitParentBelow", "Parent") : null;
    }

    /// <summary>Whether a unit is that other one, or stands below it, on a day.</summary>
    private bool IsBelow(Guid unit, Guid other, DateOnly day)
    {
        for (Guid? step = unit; step is { } here; step = At(here, day)?.ParentId)
        {
            if (here == other)
                return true;
        }
        return false;
    }
}
