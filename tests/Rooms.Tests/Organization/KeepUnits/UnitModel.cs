namespace Shuren.Rooms.Tests.Organization.KeepUnits;

/// <summary>One act on a unit as it was accepted.</summary>
internal sealed record ModelAct(int Number, string What, Guid Unit, DateOnly On, string Name, Guid? Parent);

/// <summary>
/// What a clerk would say: a list of acts. The state of a day is the replay of all acts up to it; an act is right if its unit's acts stay in order and no
/// day breaks a rule afterwards. It knows nothing of spans.
/// </summary>
internal sealed class UnitModel
{
    private readonly List<ModelAct> acts = [];

    public IReadOnlyList<DateOnly> Days => [.. acts.Select(act => act.On).Distinct().Order()];

    /// <summary>Takes the act if it is right.</summary>
    public bool Take(string what, Guid unit, DateOnly on, string name, Guid? parent)
    {
        var own = acts.Where(act => act.Unit == unit).ToList();
        var inOrder = what == "open" ? own.Count == 0 : own.Count > 0 && own[^1].What != "close" && (what == "close" ? on > own[^1].On : on >= own[^1].On);
        if (!inOrder)
            return false;
        acts.Add(new(acts.Count, what, unit, on, name, parent));
        if (Days.Where(day => day >= on).All(IsRight))
            return true;
        acts.RemoveAt(acts.Count - 1);
        return false;
    }

    /// <summary>Name and parent of every unit that is open on a day.</summary>
    public Dictionary<Guid, (string Name, Guid? Parent)> On(DateOnly day)
    {
        var open = new Dictionary<Guid, (string, Guid?)>();
        foreach (var act in acts.Where(act => act.On <= day).OrderBy(act => act.On).ThenBy(act => act.Number))
        {
            if (act.What == "close")
                open.Remove(act.Unit);
            else
                open[act.Unit] = (act.Name, act.Parent);
        }
        return open;
    }

    private bool IsRight(DateOnly day)
    {
        var open = On(day);
        return open.Values.Select(unit => unit.Name).Distinct().Count() == open.Count
            && open.Values.All(unit => unit.Parent is not { } parent || open.ContainsKey(parent))
            && open.Keys.All(unit => Climb(open, unit));
    }

    private static bool Climb(Dictionary<Guid, (string Name, Guid? Parent)> open, Guid unit)
    {
        var steps = 0;
        for (Guid? at = unit; at is { } here; at = open[here].Parent)
        {
            if (++steps > open.Count)
                return false;
        }
        return true;
    }
}
