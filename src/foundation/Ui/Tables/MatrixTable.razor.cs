using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

public partial class MatrixTable<TRow>
{
    private readonly ColumnSet<TRow> columns = new();

    /// <summary>What the matrix shows, read aloud.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    /// <summary>The head of the first column: 任务.</summary>
    [Parameter, EditorRequired] public string RowHead { get; set; } = "";

    /// <summary>The vertical heads.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<MatrixHead> Heads { get; set; } = [];

    /// <summary>The rows under their headings.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<MatrixGroup<TRow>> Groups { get; set; } = [];

    /// <summary>The row's number: 2.8.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Number { get; set; } = _ => "";

    /// <summary>What stands where the row and the head of that key meet.</summary>
    [Parameter, EditorRequired] public Func<TRow, string, MatrixMark> Mark { get; set; } = (_, _) => MatrixMark.None;

    /// <summary>The word for ●, read aloud: 牵头.</summary>
    [Parameter, EditorRequired] public string FullWord { get; set; } = "";

    /// <summary>The word for ○, read aloud: 配合.</summary>
    [Parameter, EditorRequired] public string RingWord { get; set; } = "";

    /// <summary>The row's name, as a link.</summary>
    [Parameter] public RenderFragment<TRow>? RowTitle { get; set; }

    /// <summary>The words before the totals: 合计48项.</summary>
    [Parameter] public string? TotalLabel { get; set; }

    /// <summary>Totals over more rows than are shown; without it the marks shown are counted.</summary>
    [Parameter] public Func<string, (int Full, int Ring)>? Totals { get; set; }

    /// <summary>Columns at the right: deadline, state.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private IEnumerable<TRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>A row that nobody answers for stands out.</summary>
    private bool IsGap(TRow row) => !Heads.Any(head => Mark(row, head.Key) is MatrixMark.Full);

    private (int Full, int Ring) Total(string key) => Totals?.Invoke(key)
        ?? (Rows.Count(row => Mark(row, key) is MatrixMark.Full), Rows.Count(row => Mark(row, key) is MatrixMark.Ring));
}
