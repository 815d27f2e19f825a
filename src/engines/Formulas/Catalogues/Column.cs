namespace Shuren.Formulas.Catalogues;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>A 64-bit whole number; with a <see cref="Column.Scale"/> it holds hundredths and the like. Sums are exact.</summary>
    Whole,

    /// <summary>A double: 0, or between 1e-9 and 1e12 in size.</summary>
    Real,

    /// <summary>Free text: may be compared with a quoted text.</summary>
    Text,

    /// <summary>A code of a list (<see cref="Column.Choices"/>).</summary>
    Code,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A day.</summary>
    Date,

    /// <summary>The id of something else: may be counted distinct, nothing more.</summary>
    Identity,
}

/// <summary>One code of a list and its words.</summary>
/// <param name="Code">As it stands in the database.</param>
/// <param name="Name">As it is written in formulas.</param>
public sealed record Choice(string Code, Term Name);

/// <summary>A column of a fact.</summary>
/// <param name="Name">The word for it in formulas.</param>
/// <param name="Sql">Its name in the view.</param>
/// <param name="Type">What it holds.</param>
public sealed record Column(Term Name, string Sql, ColumnType Type)
{
    /// <summary>The unit of a number: 平方米, 元. Null for numbers without one.</summary>
    public Measure? Measure { get; init; }

    /// <summary>True where each row has a unit of its own, as reported figures do: the number then fits to anything, as one that is written in a formula.</summary>
    public bool IsUnitOpen { get; init; }

    /// <summary>A whole number is divided by this to give the value: 100 for 分 told in 元.</summary>
    public long Scale { get; init; } = 1;

    /// <summary>The codes of a <see cref="ColumnType.Code"/>, in their order.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>True when the codes have an order, so that <c>degree >= bachelor</c> makes sense.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>True when rows may be chosen by it. A column that is false may be added up, but no condition may look at it.</summary>
    public bool MayCut { get; init; } = true;

    /// <summary>One line for the reader of the catalogue.</summary>
    public Term? Meaning { get; init; }

    internal bool IsNumber => Type is ColumnType.Whole or ColumnType.Real;
}
