using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.KeepUnits;

/// <summary>All units with their histories, opened to be changed: the acts below change rows, whoever opened it saves once.</summary>
internal sealed class UnitBook(OrganizationDb organization, Process process, Dictionary<Guid, Unit> units, UnitHistory history, DateOnly today)
{
    private readonly HashSet<Guid> touched = [];

    public IReadOnlyDictionary<Guid, Unit> Units => units;

    public UnitHistory History => history;

    public Refusal? Open(Unit unit, DateOnly on, string why, UnitEventKind kind = UnitEventKind.Opened, Guid? other = null)
    {
        if (history.Open(unit.Id, unit.Name, unit.ShortName, unit.ParentId, on) is { } refusal)
            return refusal;
        organization.Units.Add(unit);
        units.Add(unit.Id, unit);
        touched.Add(unit.Id);
        Say(unit.Id, on, kind, why, other, after: unit.Name);
        return null;
    }

    public Refusal? Change(Guid unit, string name, string shortName, Guid? parent, DateOnly on, string why)
    {
        var last = history.Last(unit);
        var before = last is null ? default : (last.Name, last.ShortName, last.ParentId);
        // A closed unit has nothing that could stay as it is.
        if (last is { Until: null } && before == (name, shortName, parent))
            return null;
        if (history.Change(unit, name, shortName, parent, on) is { } refusal)
            return refusal;
        touched.Add(unit);
        if (before.Name != name || before.ShortName != shortName)
            Say(unit, on, UnitEventKind.Renamed, why, before: before.Name, after: name);
        if (before.ParentId != parent)
            Say(unit, on, UnitEventKind.Moved, why, parent, history.At(before.ParentId ?? Guid.Empty, on.AddDays(-1))?.Name ?? "", history.At(parent ?? Guid.Empty, on)?.Name ?? "");
        return null;
    }

    public Refusal? Close(Guid unit, DateOnly on, string why, Guid? into = null)
    {
        if (history.Close(unit, on) is { } refusal)
            return refusal;
        touched.Add(unit);
        units[unit].Close(on);
        Say(unit, on, into is null ? UnitEventKind.Closed : UnitEventKind.MergedInto, why, into, history.Last(unit)!.Name); // it was just closed
        return null;
    }

    public void Say(Guid unit, DateOnly on, UnitEventKind kind, string why, Guid? other = null, string before = "", string after = "") =>
        organization.UnitEvents.Add(new() { UnitId = unit, On = on, Kind = kind, OtherUnitId = other, Before = before, After = after, Why = why.Trim(), By = process.Actor.Name, At = process.At });

    /// <summary>Saves everything with one audit.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        Settle();
        await organization.SaveAsync(ct);
    }

    /// <summary>Makes everything ready for a save; the unit's own row says what holds today.</summary>
    public void Settle()
    {
        organization.UnitSpans.AddRange(history.Added.Where(span => touched.Contains(span.UnitId)));
        foreach (var unit in touched.Select(id => units[id]))
        {
            if ((history.At(unit.Id, today) ?? history.Last(unit.Id)) is { } now)
                (unit.Name, unit.ShortName, unit.ParentId) = (now.Name, now.ShortName, now.ParentId);
        }
    }
}

/// <summary>Opens the units to be changed: two queries.</summary>
internal sealed class OpenUnits(OrganizationDb organization, Process process, TimeProvider time) : IHandler
{
    public async Task<UnitBook> RunAsync(CancellationToken ct)
    {
        var units = await organization.Units.ToDictionaryAsync(unit => unit.Id, ct);
        var spans = await organization.UnitSpans.ToListAsync(ct);
        var kept = spans.Select(span => span.UnitId).ToHashSet();
        // A unit from before histories were kept gets its first span with its first change.
        var missing = units.Values.Where(unit => !kept.Contains(unit.Id))
            .Select(unit => new UnitSpan { UnitId = unit.Id, Since = UnitSpan.Always, Until = unit.ClosedOn, Name = unit.Name, ShortName = unit.ShortName, ParentId = unit.ParentId }).ToList();
        var history = new UnitHistory([.. spans, .. missing]);
        history.Added.AddRange(missing);
        return new(organization, process, units, history, time.Today());
    }
}
