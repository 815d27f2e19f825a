using System.Text.RegularExpressions;

namespace Shuren.Documents.Workbooks;

/// <summary>A column that a reader looks for.</summary>
/// <param name="Key">The code name under which its cells are asked for.</param>
/// <param name="Names">What offices call it, the usual name first: 学校名称, 学校, 校名.</param>
/// <param name="IsRequired">False where the table may do without.</param>
public sealed record WantedColumn(string Key, IReadOnlyList<string> Names, bool IsRequired = true);

/// <summary>Which column of a sheet holds what, found by the names in its head row.</summary>
/// <param name="HeadRow">The number of the head row (of the lowest one where the head has several); 0 where none was found.</param>
/// <param name="Columns">Key to column number, counted from 1.</param>
/// <param name="Missing">The wanted columns that the sheet does not have, required or not.</param>
/// <param name="Repeated">Heads that name a column already found further left; those cells are not read.</param>
public sealed partial record HeaderMap(
    int HeadRow, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<WantedColumn> Missing, IReadOnlyList<CellReading> Repeated)
{
    /// <summary>Titles, dates and notes above a head are rarely more than this.</summary>
    private const int MaxRowsAbove = 30;

    /// <summary>True when every required column was found.</summary>
    public bool IsComplete => HeadRow > 0 && !Missing.Any(c => c.IsRequired);

    /// <summary>Looks for the row that names most of the wanted columns; of equal ones the first, or of the lines of one head the lowest.</summary>
    /// <remarks>
    /// Names are compared without spaces, width of letters, case, asterisks and what stands in brackets, unless the bracketed name itself is
    /// wanted: 学生数（人）* is 学生数.
    /// </remarks>
    /// <example><code>
    /// var map = HeaderMap.Find(sheet, [new("name", ["学校名称", "学校"]), new("pupils", ["学生数", "在校生数"])]);
    /// foreach (var row in map.RowsOf(sheet)) Save(map.Cell(row, "name").Text);
    /// </code></example>
    public static HeaderMap Find(SheetReading sheet, IReadOnlyList<WantedColumn> wanted)
    {
        var best = new HeaderMap(0, new Dictionary<string, int>(), wanted, []);
        foreach (var row in sheet.Rows.Take(MaxRowsAbove))
        {
            var candidate = Read(row, wanted);
            if (candidate.Columns.Count > best.Columns.Count || candidate.IsLowerLineOf(best))
                best = candidate;
        }
        return best;
    }

    /// <summary>The rows below the head.</summary>
    public IEnumerable<RowReading> RowsOf(SheetReading sheet) => sheet.Rows.Where(r => r.Number > HeadRow);

    /// <summary>A row's cell of a wanted column; an empty cell where the sheet does not have the column.</summary>
    public CellReading Cell(RowReading row, string key) => Columns.TryGetValue(key, out var column) ? row[column] : new(row.Number, 0, null);

    /// <summary>True for the second line of a head whose cells are merged downwards: it names the same columns once more.</summary>
    private bool IsLowerLineOf(HeaderMap upper) =>
        Columns.Count > 0 && HeadRow == upper.HeadRow + 1 && Columns.Count == upper.Columns.Count && !Columns.Except(upper.Columns).Any();

    private static HeaderMap Read(RowReading row, IReadOnlyList<WantedColumn> wanted)
    {
        var columns = new Dictionary<string, int>();
        var repeated = new List<CellReading>();
        foreach (var cell in row.Cells.Where(c => !c.IsEmpty))
        {
            if (KeyOf(cell.Text, wanted) is { } key && !columns.TryAdd(key, cell.Column) && row[columns[key]].Text != cell.Text)
                repeated.Add(cell);
        }
        return new(row.Number, columns, [.. wanted.Where(w => !columns.ContainsKey(w.Key))], repeated);
    }

    private static string? KeyOf(string head, IReadOnlyList<WantedColumn> wanted)
    {
        var whole = Plain(head);
        var bare = Brackets().Replace(whole, "");
        return (wanted.FirstOrDefault(w => w.Names.Any(n => Plain(n) == whole)) ?? wanted.FirstOrDefault(w => w.Names.Any(n => Plain(n) == bare)))?.Key;
    }

    private static string Plain(string head) => Ornament().Replace(CellText.Narrow(head), "").ToUpperInvariant();

    [GeneratedRegex(@"[\s*★#:]")]
    private static partial Regex Ornament();

    [GeneratedRegex(@"[(\[【][^)\]】]*[)\]】]")]
    private static partial Regex Brackets();
}
