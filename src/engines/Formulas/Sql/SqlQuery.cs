using System.Globalization;

namespace Shuren.Formulas.Sql;

/// <summary>The databases that are spoken.</summary>
public enum SqlDialect
{
    /// <summary>SQLite 3.45 or later.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql,
}

/// <summary>For whom and for when a formula is asked.</summary>
/// <param name="Days">The days, each once; every one gives rows of its own.</param>
/// <param name="Units">The units, or null for every unit that the reach view knows.</param>
public sealed record Question(IReadOnlyList<DateOnly> Days, IReadOnlyList<Guid>? Units = null);

/// <summary>A value that goes beside the text: string, double, DateOnly, Guid, or Guid[] (PostgreSQL).</summary>
/// <param name="Name">With its @.</param>
/// <param name="Value">Never null.</param>
public sealed record SqlParameter(string Name, object Value)
{
    /// <summary>A parameter for each unit, and the list in which they stand after <c>in</c>: <c>@unit0, @unit1</c>.</summary>
    /// <param name="units">At most 30,000; for none the list is <c>null</c>, in which nothing is.</param>
    public static (string List, IReadOnlyList<SqlParameter> Parameters) ForEach(IEnumerable<Guid> units)
    {
        var parameters = units.Select((unit, place) => new SqlParameter(string.Create(CultureInfo.InvariantCulture, $"@unit{place}"), unit)).ToList();
        return (parameters.Count == 0 ? "null" : string.Join(", ", parameters.Select(parameter => parameter.Name)), parameters);
    }
}

/// <summary>Text whose only identifiers come from the catalogue, and its parameters.</summary>
/// <param name="Text">One select statement.</param>
/// <param name="Parameters">All that the text names.</param>
public sealed record SqlQuery(string Text, IReadOnlyList<SqlParameter> Parameters);
