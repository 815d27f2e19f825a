namespace Shuren.PlanText.Structure.Tables;

/// <summary>
/// Sees tables in plain text: lines next to each other with the same number of tabs, and rows whose cells go on over several
/// lines or stand on a line each (科室 |), as they come when a table is copied out of a program or a page.
/// </summary>
internal static class TabbedRows
{
    private const int FewestTabs = 2;

    /// <summary>A row that is longer is no row.</summary>
    private const int MostLines = 40;

    private const int MostHeaderLines = 8;

    /// <summary>The lines, where those of such tables have become rows with cells.</summary>
    internal static IReadOnlyList<SourceLine> Find(SourceText source)
    {
        var sign = source.Text.Contains('\t') ? '\t' : '|';
        if (!source.Text.Contains(sign))
            return source.Lines;
        var tabs = source.Lines.Select(l => l.Kind == LineKind.Furniture ? 0 : source.TextOf(l).Count(sign)).ToArray();
        var across = Enumerable.Range(0, tabs.Length).Select(i => sign == '\t' && IsAcross(source, tabs, i)).ToArray();
        var table = source.Lines.Count == 0 ? 0 : source.Lines.Max(l => l.Table);
        var lines = new List<SourceLine>(source.Lines.Count);
        for (var i = 0; i < tabs.Length; i++)
        {
            if (Broken(source, tabs, i, across) is { Count: > 0 } rows)
            {
                table++;
                lines.AddRange(rows.Select(row => tabs[row.First] == 0 && row.First == row.Last ? RowAcross(source.Lines[row.First], table) : Row(source, row, table)));
                i = rows[^1].Last;
            }
            else if (sign == '\t' && source.Lines[i].Kind == LineKind.Text && tabs[i] >= FewestTabs && (HasNeighbour(tabs, i) || across[Math.Max(0, i - 1)] || (i + 1 < tabs.Length && across[i + 1])))
            {
                table += i == 0 || (tabs[i - 1] != tabs[i] && !across[i - 1]) ? 1 : 0;
                lines.Add(Row(source, new(i, i), table));
            }
            else if (across[i])
                lines.Add(RowAcross(source.Lines[i], table));
            else
                lines.Add(source.Lines[i]);
        }

        return lines;
    }

    /// <summary>The lines over which a row stands.</summary>
    private readonly record struct Span(int First, int Last);

    /// <summary>A heading across the table.</summary>
    private static bool IsAcross(SourceText source, int[] tabs, int i) =>
        i > 0 && i + 1 < tabs.Length && tabs[i] == 0 && tabs[i - 1] >= FewestTabs && tabs[i + 1] == tabs[i - 1] && source.Lines[i].Kind == LineKind.Text
        && Sources.Plain.RowAcross.Is(source.TextOf(source.Lines[i]));

    private static SourceLine RowAcross(SourceLine line, int table) =>
        line with { Kind = LineKind.TableRow, Table = table, Cells = [(line.Start, line.End), (line.End, line.End)] };

    private static bool HasNeighbour(int[] tabs, int i) => (i > 0 && tabs[i - 1] == tabs[i]) || (i + 1 < tabs.Length && tabs[i + 1] == tabs[i]);

    /// <summary>
    /// The rows of a table that begins here with a row of known names: that row says how many cells the others have. Empty where no
    /// such table begins or none of its rows is broken.
    /// </summary>
    private static List<Span> Broken(SourceText source, int[] tabs, int at, bool[] across)
    {
        List<Span> best = [];
        if (tabs[at] == 0 || !NamesColumns(source, at))
            return best;
        for (var (last, width, known) = (at, 0, 0); last < Math.Min(tabs.Length, at + MostHeaderLines); last++)
        {
            width += tabs[last];
            if (width < FewestTabs || (last + 1 < tabs.Length && tabs[last] == 0) || !IsHeader(source, new(at, last)))
                continue;
            var rows = RowsBelow(tabs, new(at, last), width, across);
            var names = Columns.CountNames(Cells(source, new(at, last)));
            if (rows.Count > 1 && (rows[^1].Last, names).CompareTo((best.Count == 0 ? at : best[^1].Last, known)) > 0)
                (best, known) = (rows, names);
        }

        return best.Exists(row => row.Last > row.First) ? best : [];
    }

    /// <summary>A quick look: the first cells of a header are names of columns, or the first halves of such names.</summary>
    private static bool NamesColumns(SourceText source, int at) => Cells(source, new(at, at)) is var cells && Columns.CountNames(cells) * 2 >= cells.Count;

    private static List<Span> RowsBelow(int[] tabs, Span header, int width, bool[] across)
    {
        var rows = new List<Span> { header };
        while ((AcrossAt(across, rows[^1].Last + 1) ?? RowFrom(tabs, rows[^1].Last + 1, width)) is { } row)
            rows.Add(row);
        return rows;
    }

    private static Span? AcrossAt(bool[] across, int at) => at < across.Length && across[at] ? new(at, at) : null;

    /// <summary>Most cells are known names, and one of them says what is to be done.</summary>
    private static bool IsHeader(SourceText source, Span span) =>
        Columns.Read(Cells(source, span)) is { Text: >= 0 } columns && columns.Roles.Count(role => role is not null) * 3 >= columns.Roles.Count * 2;

    /// <summary>As many lines as hold the tabs of a row; null where they do not come out even.</summary>
    private static Span? RowFrom(int[] tabs, int at, int width)
    {
        var sum = 0;
        for (var last = at; last < tabs.Length && last < at + MostLines; last++)
        {
            sum += tabs[last];
            if (sum >= width)
                return sum == width ? new(at, last) : null;
        }

        return null;
    }

    private static SourceLine Row(SourceText source, Span span, int table)
    {
        var first = source.Lines[span.First];
        var row = first with { End = source.Lines[span.Last].End, Kind = LineKind.TableRow, Table = table };
        return row with { Cells = Split(source.Text, row) };
    }

    private static List<Passage> Cells(SourceText source, Span span) =>
        [.. Split(source.Text, Row(source, span)).Select(cell => TableReader.Cell(source.Text, cell.Start, cell.End))];

    private static SourceLine Row(SourceText source, Span span) => source.Lines[span.First] with { End = source.Lines[span.Last].End };

    private static List<(int Start, int End)> Split(string text, SourceLine line)
    {
        var cells = new List<(int, int)>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && text[i] is not ('\t' or '|'))
                continue;
            cells.Add((start, i));
            start = i + 1;
        }

        return cells;
    }
}
