using Shuren.Documents.Streaming;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.ImportRolls;

/// <summary>The table that a file holds.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Match">Its head.</param>
/// <param name="First">The first row below the head; null where there is none.</param>
internal sealed record FoundTable(TableSheet Sheet, HeadMatch Match, RowReading? First);

/// <summary>Finds the sheet and the head row of a roll, and says what its heads mean.</summary>
internal static class RollHeads
{
    /// <summary>The visible sheet whose head names most columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="roll">The roll.</param>
    /// <param name="remembered">What the district has said about heads.</param>
    /// <param name="guesses">Whether a row that names no column may be taken for the head, because somebody will be asked.</param>
    /// <returns>The table; <c>RollFile</c>, <c>RollNoHead</c>.</returns>
    public static Outcome<FoundTable> Find(TableFile file, RollSheet roll, IReadOnlyDictionary<string, string> remembered, bool guesses)
    {
        var matcher = new HeadMatcher(roll, remembered);
        var (sheet, match) = Best(file, matcher.Find);
        if (match is null && guesses)
            (sheet, match) = Best(file, matcher.Guess);
        if (file.Refusal is { } broken)
            return new Refusal("RollFile", "file", broken.Message);
        return match is null
            ? new Refusal("RollNoHead", "file", string.Join("、", roll.Columns.Where(column => column.Required).Select(column => column.Head)))
            : new FoundTable(sheet!, match, file.Rows(sheet!).FirstOrDefault(row => row.Number > match.Row && !row.IsHidden)); // a match comes from a sheet
    }

    /// <summary>The columns that a roll must have and the head does not name.</summary>
    public static IReadOnlyList<RollColumn> Missing(RollSheet roll, IEnumerable<string> named)
    {
        var found = named.ToHashSet();
        return [.. roll.Columns.Where(column => column.Required && !found.Contains(column.Key))];
    }

    /// <summary>The heads of a file from left to right.</summary>
    public static IReadOnlyList<FoundHead> All(RollSheet roll, FoundTable table) =>
        [.. table.Match.Heads.OrderBy(head => head.Key).Select(head => new FoundHead(head.Key, head.Value, KeyOf(roll, table.Match, head.Key), table.Match.Unasked.Contains(head.Key), SampleOf(table, head.Key)))];

    private static (TableSheet? Sheet, HeadMatch? Match) Best(TableFile file, Func<IEnumerable<RowReading>, HeadMatch?> find) =>
        file.Sheets.Where(sheet => !sheet.IsHidden).Select(sheet => (Sheet: sheet, Match: find(file.Rows(sheet).Where(row => !row.IsHidden)))).Where(one => one.Match is not null)
            .OrderByDescending(one => one.Match!.Found).ThenByDescending(one => one.Match!.Heads.Count).FirstOrDefault();

    private static string KeyOf(RollSheet roll, HeadMatch match, int column) => match.Columns.Index().Where(one => one.Item == column).Select(one => roll.Columns[one.Index].Key).FirstOrDefault("");

    private static string SampleOf(FoundTable table, int column)
    {
        const int Most = 20;
        var words = table.First is { } row ? CellText.Words(row[column]) : "";
        return words.Length <= Most ? words : words[..Most] + "…";
    }
}
