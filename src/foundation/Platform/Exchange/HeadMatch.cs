using System.Text.RegularExpressions;
using Shuren.Documents.Workbooks;

namespace Shuren.Platform.Exchange;

/// <summary>Which column of a file holds which column of a roll.</summary>
/// <param name="Row">The number of the head row; what stands above is title and notes.</param>
/// <param name="Heads">The heads of the file, by column from 1.</param>
/// <param name="Columns">For each column of the roll its column in the file, 0 where the file has none.</param>
/// <param name="Unasked">Columns of the file about whose heads nobody has said anything yet.</param>
public sealed record HeadMatch(int Row, IReadOnlyDictionary<int, string> Heads, IReadOnlyList<int> Columns, IReadOnlyList<int> Unasked)
{
    /// <summary>Titles, dates and notes above a head are rarely more than this.</summary>
    public const int MaxRowsAbove = 30;

    /// <summary>How many columns were found.</summary>
    public int Found => Columns.Count(column => column > 0);

    /// <summary>The heads that mean nothing here.</summary>
    public IEnumerable<string> Unknown => Heads.Where(head => !Columns.Contains(head.Key)).Select(head => head.Value);
}

/// <summary>Finds columns by the words in a head row.</summary>
public sealed partial class HeadMatcher
{
    /// <summary>A head that means nothing.</summary>
    private const int Nothing = -1;

    /// <summary>Numbers of rows, remarks, and what the house itself writes into files that it gives back.</summary>
    private static readonly string[] Meaningless = ["序号", "顺序号", "行号", "备注", "说明", "No", "No.", "Remarks", "问题和改法", "What is wrong and how to mend it"];

    private readonly RollSheet roll;
    private readonly Dictionary<string, int> byWord = new(StringComparer.Ordinal);

    /// <param name="roll">The roll.</param>
    /// <param name="remembered">What the district has said before: head to key of a column, empty for a head that means nothing.</param>
    public HeadMatcher(RollSheet roll, IReadOnlyDictionary<string, string> remembered)
    {
        this.roll = roll;
        foreach (var (head, key) in remembered)
            byWord[head] = key.Length == 0 ? Nothing : roll.Columns.FindIndex(column => column.Key == key);
        foreach (var (at, column) in roll.Columns.Index())
        {
            foreach (var word in new[] { column.Head, column.Key, column.En }.Concat(column.Synonyms).Append(column.Item).Where(word => word.Length > 0))
                byWord.TryAdd(Plain(word), at);
        }
        foreach (var word in Meaningless)
            byWord.TryAdd(Plain(word), Nothing);
    }

    /// <summary>The row that names most columns among the first rows; of equal ones the lower line of a head of several lines. Null where no row names two.</summary>
    public HeadMatch? Find(IEnumerable<RowReading> firstRows)
    {
        HeadMatch? best = null;
        foreach (var row in firstRows.Take(HeadMatch.MaxRowsAbove))
        {
            var match = Read(row);
            if (match.Found >= Math.Min(2, roll.Columns.Count) && (best is null || match.Found > best.Found || (match.Found == best.Found && match.Row == best.Row + 1)))
                best = match;
        }
        return best;
    }

    /// <summary>Where no row names two columns: the first of the fullest rows that hold words alone, which is a head that nobody has explained yet. Null where none has two cells.</summary>
    public HeadMatch? Guess(IEnumerable<RowReading> firstRows)
    {
        var words = firstRows.Take(HeadMatch.MaxRowsAbove).Select(row => (Row: row, Cells: row.Cells.Where(cell => !cell.IsEmpty).ToList()))
            .Where(one => one.Cells.TrueForAll(cell => cell.Value is string)).Select(one => (one.Row, Different: one.Cells.DistinctBy(cell => Plain(cell.Text)).Count()));
        return words.Where(one => one.Different > 1).OrderByDescending(one => one.Different).Select(one => one.Row).FirstOrDefault() is { } row ? Read(row) : null;
    }

    /// <summary>A head as it is compared: without spaces, asterisks, width of letters and case.</summary>
    public static string Plain(string head) => Ornament().Replace(CellText.Code(new CellReading(1, 1, head)).Value, "");

    private HeadMatch Read(RowReading row)
    {
        var columns = new int[roll.Columns.Count];
        var heads = new Dictionary<int, string>();
        var unasked = new List<int>();
        foreach (var cell in row.Cells.Where(cell => !cell.IsEmpty))
        {
            heads[cell.Column] = CellText.Words(cell);
            var means = Of(cell.Text);
            if (means is null)
                unasked.Add(cell.Column);
            // Of two columns with the same head the first one counts; a merged head names its first column.
            else if (means is >= 0 and var at && columns[at] == 0)
                columns[at] = cell.Column;
        }
        return new(row.Number, heads, columns, unasked);
    }

    /// <summary>Place of the column, or that it means nothing; null for a head of which nobody has said anything.</summary>
    private int? Of(string head)
    {
        var whole = Plain(head);
        return whole.Length == 0 ? Nothing : byWord.TryGetValue(whole, out var at) || byWord.TryGetValue(Brackets().Replace(whole, ""), out at) ? at : null;
    }

    [GeneratedRegex(@"[\s*★#:＊]")]
    private static partial Regex Ornament();

    [GeneratedRegex(@"[(\[【（][^)\]】）]*[)\]】）]")]
    private static partial Regex Brackets();
}
