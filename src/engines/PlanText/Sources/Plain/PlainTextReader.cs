namespace Shuren.PlanText.Sources.Plain;

/// <summary>
/// Plain text: its lines as they are, but for tab-separated rows, which are tables, and for text copied from pages of
/// fixed width, where broken lines are joined and page numbers are furniture.
/// </summary>
internal static class PlainTextReader
{
    /// <summary>So many neighbouring lines with the same number of cells are a table.</summary>
    private const int LeastRows = 3;

    private const int LeastCells = 3;

    internal static SourceText Read(string text, string fileName)
    {
        var lines = Clean(text).Split('\n');
        var writer = new LineWriter(int.MaxValue);
        var wraps = HardWraps.Find(lines);
        for (var at = 0; at < lines.Length;)
        {
            var rows = RowsAt(lines, at);
            at = rows > 0 ? WriteRows(writer, lines, at, rows) : WriteParagraph(writer, lines, at, wraps);
        }
        return writer.ToText(fileName);
    }

    internal static string Clean(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>How many table rows begin here; 0 where no table begins.</summary>
    private static int RowsAt(string[] lines, int at)
    {
        var cells = CellsOf(lines[at]);
        if (cells < LeastCells)
            return 0;
        var rows = 1;
        while (at + rows < lines.Length && (CellsOf(lines[at + rows]) == cells || IsAcross(lines, at + rows, cells)))
            rows++;
        return rows >= LeastRows ? rows : 0;
    }

    /// <summary>A heading across the table between two of its rows.</summary>
    private static bool IsAcross(string[] lines, int at, int cells) =>
        CellsOf(lines[at]) == 1 && at + 1 < lines.Length && CellsOf(lines[at + 1]) == cells && RowAcross.Is(lines[at]);

    private static int CellsOf(string line) => line.AsSpan().Count('\t') + 1;

    private static int WriteRows(LineWriter writer, string[] lines, int at, int rows)
    {
        writer.BeginTable();
        foreach (var number in Enumerable.Range(at, rows))
            writer.AddRow(CellsOf(lines[number]) == 1 ? [lines[number], ""] : lines[number].Split('\t'), number: number + 1);
        return at + rows;
    }

    private static int WriteParagraph(LineWriter writer, string[] lines, int at, HardWraps? wraps)
    {
        if (wraps is not null && PageNumber.Is(lines[at]) && !string.IsNullOrWhiteSpace(lines[at]))
        {
            writer.Add(lines[at], LineKind.Furniture, number: at + 1);
            return at + 1;
        }
        var pieces = new List<string> { lines[at] };
        var last = at;
        while (wraps is not null && last + 1 < lines.Length && wraps.RunsOn(lines[last], lines[last + 1]))
        {
            pieces[^1] = pieces[^1].TrimEnd();
            pieces.Add(LineJoin.Piece(pieces[^1], lines[++last]));
        }
        if (pieces.Count == 1)
            writer.Add(lines[at], number: at + 1);
        else
            writer.AddJoined(pieces, number: at + 1);
        return last + 1;
    }
}
