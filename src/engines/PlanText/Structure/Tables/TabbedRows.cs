namespace Shuren.PlanText.Structure.Tables;

/// <summary>Sees tables in plain text: lines next to each other with the same number of tabs.</summary>
internal static class TabbedRows
{
    private const int FewestTabs = 2;

    /// <summary>The lines, where those of such tables have become rows with cells.</summary>
    internal static IReadOnlyList<SourceLine> Find(SourceText source)
    {
        if (!source.Text.Contains('\t'))
            return source.Lines;
        var tabs = source.Lines.Select(l => l.Kind == LineKind.Text ? source.TextOf(l).Count('\t') : 0).ToArray();
        var table = source.Lines.Count == 0 ? 0 : source.Lines.Max(l => l.Table);
        var lines = source.Lines.ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (tabs[i] < FewestTabs || !HasNeighbour(tabs, i))
                continue;
            if (i == 0 || tabs[i - 1] != tabs[i])
                table++;
            lines[i] = lines[i] with { Kind = LineKind.TableRow, Cells = Split(source.Text, lines[i]), Table = table };
        }

        return lines;
    }

    private static bool HasNeighbour(int[] tabs, int i) => (i > 0 && tabs[i - 1] == tabs[i]) || (i + 1 < tabs.Length && tabs[i + 1] == tabs[i]);

    private static List<(int Start, int End)> Split(string text, SourceLine line)
    {
        var cells = new List<(int, int)>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && text[i] != '\t')
                continue;
            cells.Add((start, i));
            start = i + 1;
        }

        return cells;
    }
}
