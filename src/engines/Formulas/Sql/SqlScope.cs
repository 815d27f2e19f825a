namespace Shuren.Formulas.Sql;

/// <summary>Where an expression stands: whose rows it may name, and which relations it needs joined.</summary>
/// <param name="Frame">The units and days around it.</param>
/// <param name="Row">Alias of the row whose columns it names; null where there is none.</param>
/// <param name="At">The day.</param>
internal sealed record SqlScope(Frame Frame, string? Row, string At)
{
    private readonly List<string> joins = [];

    public IReadOnlyList<string> Joins => joins;

    /// <summary>Joins a relation by unit and day and gives its alias, which is its name.</summary>
    public string Join(string relation)
    {
        Join(relation, $"left join {relation} on {relation}.unit_id = f.unit_id and {relation}.at = f.at");
        return relation;
    }

    public void Join(string name, string text)
    {
        if (joins.All(join => !join.StartsWith($"left join {name} ", StringComparison.Ordinal)))
            joins.Add(text);
    }

    /// <param name="days">The days around it.</param>
    /// <param name="units">The relation of the units' own rows (<see cref="SqlPlan.Present"/>), named g; null where none is needed.</param>
    public string From(DaySet days, string? units = null) =>
        $"from {Frame.Name} f join {days.Name} d on d.at = f.at"
        + (units is null ? "" : $" join {units} g on g.{SqlPlan.Unit} = f.unit_id and g.{SqlPlan.Day} = f.at")
        + string.Concat(joins.Select(join => " " + join));
}
