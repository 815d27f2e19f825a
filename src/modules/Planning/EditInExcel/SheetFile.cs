using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform.Files;

namespace Shuren.Planning.EditInExcel;

/// <summary>The rows of an uploaded sheet below its head.</summary>
internal sealed record SheetRows(HeaderMap Head, IReadOnlyList<RowReading> Rows)
{
    public CellReading Cell(RowReading row, string key) => Head.Cell(row, key);

    /// <summary>Whether none of the wanted columns says anything in this row.</summary>
    public bool IsEmpty(RowReading row) => Head.Columns.Keys.All(key => Head.Cell(row, key).IsEmpty);
}

/// <summary>Opens an uploaded sheet and goes through its rows.</summary>
internal static class SheetFile
{
    private static readonly WorkbookLimits Limits = new() { MaxBytes = 10 * 1_048_576, MaxUnpackedBytes = 100 * 1_048_576, MaxRows = 5_000 };

    /// <returns>The rows, or a refusal of the whole file: <c>SheetNotRead</c>, <c>SheetEmpty</c>, <c>SheetHeads</c>.</returns>
    public static async Task<Outcome<SheetRows>> OpenAsync(Stream file, string fileName, IReadOnlyList<WantedColumn> wanted, CancellationToken ct)
    {
        using var copy = await SmallUpload.ReadAsync(file, Limits.MaxBytes, ct);
        var reading = WorkbookReader.Read(copy, fileName, Limits);
        if (reading.Refusal is { } refusal)
            return new Refusal("SheetNotRead", "File", refusal.Message);
        if (reading.Sheets.FirstOrDefault(sheet => !sheet.IsHidden && sheet.Rows.Count > 0) is not { } first)
            return new Refusal("SheetEmpty", "File");
        var head = HeaderMap.Find(first, wanted);
        return head.IsComplete ? new SheetRows(head, [.. head.RowsOf(first)])
            : new Refusal("SheetHeads", "File", string.Join(ViewText.ListComma, head.Missing.Where(column => column.IsRequired).Select(column => column.Names[0])));
    }

    /// <summary>Goes through the rows; what is the same as before is left out.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="problems">Where the reader says what is wrong.</param>
    /// <param name="read">What a row changes and says in words; null for a row that is empty or wrong.</param>
    public static SheetReading<T> Compared<T>(SheetRows sheet, SheetProblems problems, Func<RowReading, (Guid? Key, string Name, T Change, IReadOnlyList<SheetDifference> Differences)?> read)
    {
        var (changes, differences, seen) = (new List<T>(), new List<SheetDifference>(), new HashSet<Guid>());
        foreach (var row in sheet.Rows.Where(row => !sheet.IsEmpty(row)))
        {
            if (read(row) is not var (key, name, change, found))
                continue;
            if (key is { } id && !seen.Add(id))
                problems.Add(row, ViewText.SheetTwice.Filled(name));
            if (found.Count == 0)
                continue;
            changes.Add(change);
            differences.AddRange(found);
        }
        return new(changes, differences, problems.All);
    }
}
