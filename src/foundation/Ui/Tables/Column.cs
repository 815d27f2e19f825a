using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

/// <summary>One column of a <see cref="DataTable{TRow}"/>, or one at the right of a matrix. Draws nothing itself.</summary>
/// <typeparam name="TRow">The row's type; taken from the table.</typeparam>
public sealed class Column<TRow> : ComponentBase
{
    /// <summary>The head. On phones it stands before the cell as its label.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>A number or an amount: right-aligned, never wrapped.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>True for the column that names the row.</summary>
    [Parameter] public bool NamesRow { get; set; }

    /// <summary>Further classes of its cells, such as nowrap.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Where a click on the head leads: the same page, sorted by this column.</summary>
    [Parameter] public string? SortHref { get; set; }

    /// <summary>How the rows are sorted by this column now.</summary>
    [Parameter] public SortOrder Sorted { get; set; }

    /// <summary>What stands in the head instead of the title.</summary>
    [Parameter] public RenderFragment? Head { get; set; }

    /// <summary>What stands under the column: a total.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>The cell.</summary>
    [Parameter] public RenderFragment<TRow>? ChildContent { get; set; }

    [CascadingParameter] private ColumnSet<TRow>? Columns { get; set; }

    internal string? CellClass => (Numeric, Class) switch
    {
        (true, null) => "num",
        (true, _) => "num " + Class,
        _ => Class,
    };

    internal string? AriaSort => Sorted is SortOrder.None ? null : Sorted.ToString().ToLowerInvariant();

    protected override void OnInitialized() => Columns?.Add(this);
}

/// <summary>How rows are sorted by a column.</summary>
public enum SortOrder
{
    None,
    Ascending,
    Descending,
}
