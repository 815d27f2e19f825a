namespace Shuren.Formulas.Catalogues;

/// <summary>How rows of a view belong to days.</summary>
public abstract record FactDates
{
    private FactDates()
    {
    }

    /// <summary>A row counts on every day.</summary>
    public sealed record Always : FactDates;

    /// <summary>A row counts from a day until the day before another.</summary>
    /// <param name="From">Column of the first day.</param>
    /// <param name="Until">Column of the first day on which it no longer counts; null in the row means still.</param>
    public sealed record Span(string From, string Until) : FactDates;

    /// <summary>A row happened on one day; a formula says during which time it counts.</summary>
    /// <param name="On">Column of the day.</param>
    public sealed record Event(string On) : FactDates;
}

/// <summary>How rows of another fact hang on a row of this one, for <c>exists</c>.</summary>
/// <param name="Fact">The English name of the other fact.</param>
/// <param name="Here">Column of this view.</param>
/// <param name="There">Column of the other view that holds the same id.</param>
public sealed record Link(string Fact, string Here, string There);

/// <summary>Rows that a formula may count: one view of the district.</summary>
/// <param name="Name">The word for it in formulas: pupils, 学生.</param>
/// <param name="View">A window, <c>ds_…</c>.</param>
/// <param name="Key">Column with the row's own id.</param>
/// <param name="Unit">Column with the unit that the row belongs to.</param>
/// <param name="Dates">How rows belong to days.</param>
/// <param name="Row">What one row is: a count of rows has this unit.</param>
/// <param name="Columns">What may be added up and asked for.</param>
public sealed record Fact(Term Name, string View, string Key, string Unit, FactDates Dates, Measure Row, IReadOnlyList<Column> Columns)
{
    /// <summary>True when a row is itself a unit (schools), so that <c>each school</c> may be said. At most one row a unit on a day.</summary>
    public bool IsUnit { get; init; }

    /// <summary>What hangs on a row.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    internal Column? Find(string written) => Columns.FirstOrDefault(column => column.Name.Is(written));
}
