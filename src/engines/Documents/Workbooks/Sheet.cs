namespace Shuren.Documents.Workbooks;

/// <summary>How the values of a column are shown. The value itself decides how it is stored: a text in a number column stays a text.</summary>
public enum CellKind
{
    /// <summary>Words, wrapped.</summary>
    Text,

    /// <summary>Whole numbers with a thousands separator.</summary>
    Whole,

    /// <summary>Numbers with two decimals and a thousands separator.</summary>
    Number,

    /// <summary>A fraction shown as a percentage with one decimal: 0.972 is 97.2%.</summary>
    Percent,

    /// <summary>A day, shown as 2026-09-01.</summary>
    Date,

    /// <summary>A <see cref="CellLink"/>, or words where there is no address.</summary>
    Link,
}

/// <summary>Words that lead somewhere.</summary>
/// <param name="Words">What is shown.</param>
/// <param name="Address">An absolute http, https or mailto address; any other address is left out and only the words are written.</param>
public sealed record CellLink(string Words, string Address);

/// <summary>One column of a sheet.</summary>
/// <param name="Key">The code name of the column, unique in its sheet; never shown.</param>
/// <param name="Head">What stands in the head row.</param>
/// <param name="Width">In widths of one digit, as Excel counts: a Chinese character takes two.</param>
/// <param name="Kind">How its values are shown.</param>
public sealed record SheetColumn(string Key, string Head, double Width = 14, CellKind Kind = CellKind.Text)
{
    /// <summary>The values that the column offers as a drop-down list and accepts; empty accepts anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A table with its head, written as one sheet.</summary>
/// <param name="Name">On the tab. Characters that Excel refuses are replaced, and it is cut to 31 characters.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">
/// Read once, row by row, while it is written. A cell is null, string, bool, int, long, double, decimal, <see cref="DateOnly"/>,
/// <see cref="DateTime"/> or <see cref="CellLink"/>; a shorter row leaves its last cells empty.
/// </param>
/// <example><code>
/// new Sheet("学校", [new("name", "学校名称", 30), new("pupils", "学生数", 10, CellKind.Whole)], [["青禾县实验小学", 1250]])
/// </code></example>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>A line in large letters above the head, over all columns; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>A smaller line below the title, such as the date; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>How many columns stay in sight when one scrolls to the right.</summary>
    public int FrozenColumns { get; init; }
}

/// <summary>One explanation on the notes sheet: what is explained, and the explanation.</summary>
public sealed record SheetNote(string Subject, string Explanation);

/// <summary>A workbook to be written.</summary>
/// <param name="Title">The document's title property.</param>
/// <param name="Creator">Who made it: the bureau or the person, as the caller says.</param>
/// <param name="Sheets">At least one.</param>
public sealed record WorkbookContent(string Title, string Creator, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>Explanations on a last sheet called 填写说明; none, no such sheet.</summary>
    public IReadOnlyList<SheetNote> Notes { get; init; } = [];
}
