using Shuren.Contracts.Organization;

namespace Shuren.Organization.Answers;

/// <summary>What lies below a unit.</summary>
internal static class UnitTree
{
    /// <summary>A function from a unit to itself with all units below it.</summary>
    public static Func<Guid, IEnumerable<Guid>> Below(IReadOnlyList<UnitCard> units)
    {
        var children = units.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!.Value, unit => unit.Id);
        var known = units.Select(unit => unit.Id).ToHashSet();
        return Walk;

        IEnumerable<Guid> Walk(Guid top)
        {
            // A role at a unit that is closed reaches nothing.
            var open = new Stack<Guid>(known.Contains(top) ? [top] : []);
            while (open.TryPop(out var unit))
            {
                yield return unit;
                foreach (var child in children[unit])
                    open.Push(child);
            }
        }
    }
}
