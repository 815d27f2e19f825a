using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Evaluation;

/// <summary>Rows in memory: the facts by their English names, and which units lie under which.</summary>
public sealed class World
{
    private readonly Dictionary<string, IReadOnlyList<FactRow>> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> reach = [];

    /// <summary>The units that are known, each with those under it.</summary>
    public IEnumerable<Guid> Units => reach.Keys;

    /// <summary>Says which units lie under a unit; itself among them.</summary>
    public World Under(Guid unit, params IReadOnlyList<Guid> members)
    {
        reach[unit] = members;
        return this;
    }

    /// <summary>Gives a fact its rows.</summary>
    public World With(string fact, IReadOnlyList<FactRow> all)
    {
        rows[fact] = all;
        return this;
    }

    internal IReadOnlyList<FactRow> Of(string fact) => rows.GetValueOrDefault(fact, []);

    internal IReadOnlyList<FactRow> Rows(Fact fact) => Of(fact.Name.English);

    internal IReadOnlyList<Guid> MembersOf(Guid unit) => reach.GetValueOrDefault(unit, []);
}

/// <summary>One row of a fact.</summary>
/// <param name="Unit">The unit that it belongs to.</param>
/// <param name="Values">By column of the view, key, dates and links among them: long, double, string, bool, DateOnly, Guid; null or left out where missing.</param>
public sealed record FactRow(Guid Unit, IReadOnlyDictionary<string, object?> Values)
{
    internal object? this[string column] => Values.GetValueOrDefault(column);
}
