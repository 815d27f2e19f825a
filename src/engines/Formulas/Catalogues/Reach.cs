namespace Shuren.Formulas.Catalogues;

/// <summary>The view that says which units lie under which: every unit under itself, under its town, under the district.</summary>
/// <param name="View">A window, <c>ds_…</c>.</param>
/// <param name="Unit">Column of the unit asked for.</param>
/// <param name="Member">Column of a unit under it.</param>
public sealed record Reach(string View, string Unit, string Member);

/// <summary>A number of the law that changes with time: the threshold of 2024 is not that of 2026.</summary>
/// <param name="Name">The word for it in formulas.</param>
/// <param name="Values">From which day which value holds, in any order. Before the first there is no value.</param>
public sealed record Parameter(Term Name, IReadOnlyList<DatedValue> Values)
{
    /// <summary>Its unit; null fits to anything.</summary>
    public Measure? Measure { get; init; }

    /// <summary>The value on that day, or null before the first.</summary>
    public decimal? On(DateOnly day) =>
        Values.Where(value => value.From <= day).OrderBy(value => value.From).Select(value => (decimal?)value.Value).LastOrDefault();
}

/// <summary>A value and the day from which it holds.</summary>
/// <param name="From">The first day.</param>
/// <param name="Value">Exact.</param>
public sealed record DatedValue(DateOnly From, decimal Value);

/// <summary>A named formula that other formulas may use as <c>[name]</c>.</summary>
/// <param name="Name">Code and Chinese name.</param>
/// <param name="Text">The formula.</param>
public sealed record Definition(Term Name, string Text);
