namespace Shuren.Ui;

/// <summary>Where the columns written inside a table announce themselves before the table is drawn.</summary>
internal sealed class ColumnSet<TRow>
{
    private readonly List<Column<TRow>> columns = [];

    public IReadOnlyList<Column<TRow>> All => columns;

    public bool HasFoot => columns.Exists(column => column.Foot is not null);

    public void Add(Column<TRow> column) => columns.Add(column);
}
