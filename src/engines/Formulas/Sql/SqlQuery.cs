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
public sealed record SqlParameter(string Name, object Value);

/// <summary>Text whose only identifiers come from the catalogue, and its parameters.</summary>
/// <param name="Text">One select statement.</param>
/// <param name="Parameters">All that the text names.</param>
public sealed record SqlQuery(string Text, IReadOnlyList<SqlParameter> Parameters);
