using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;

namespace Shuren.PlanText.Structure.Tables;

/// <summary>The headings of a table: rows across it, and the cells of the columns that name what the rows beside them belong to.</summary>
internal sealed class TableHeadings
{
    private const int Longest = 40;

    private readonly IReadOnlyList<int> keys;
    private readonly int numbers;
    private readonly List<Item> items;
    private readonly Dictionary<int, string> open = [];

    internal TableHeadings(Columns columns, List<IReadOnlyList<Passage>> rows, List<Item> items)
    {
        this.items = items;
        keys = columns.Keys;
        numbers = CountsKeys(columns, rows) ? columns.Find("number") : -1;
    }

    /// <summary>A row across the table closes what stands above it.</summary>
    internal void AddAcross(Passage words)
    {
        items.Add(Heading(words, new(MarkerKind.OwnLine)));
        open.Clear();
    }

    /// <summary>The headings under which a row stands, where they are new.</summary>
    internal void AddAbove(IReadOnlyList<Passage> row)
    {
        for (var level = 0; level < keys.Count; level++)
        {
            var words = TableReader.At(row, keys[level]);
            if (words.IsEmpty || words.Length > Longest || words.Plain.Any(Sentences.IsEnd) || open.GetValueOrDefault(level) == words.Text)
                continue;
            var heading = Heading(words, new(MarkerKind.OwnLine, level + 1));
            items.Add(level == keys.Count - 1 && heading.Marker.Length == 0 ? heading with { Marker = TableReader.At(row, numbers).Text } : heading);
            open[level] = words.Text;
            for (var below = level + 1; below < keys.Count; below++)
                open.Remove(below);
        }
    }

    private static HeadingItem Heading(Passage words, Family family)
    {
        var marker = MarkerReader.Read(words.Plain);
        return marker is null || marker.Length >= words.Length
            ? new(family, "", words)
            : new(marker.Family, words.Text[..marker.Length].Trim(), words.From(marker.Length));
    }

    /// <summary>Whether the serial numbers count the innermost headings and not the rows.</summary>
    private static bool CountsKeys(Columns columns, List<IReadOnlyList<Passage>> rows)
    {
        if (columns.Keys.Count == 0 || columns.Find("number") < 0)
            return false;
        var names = rows.Select(r => TableReader.At(r, columns.Keys[^1]).Text).Where(t => t.Length > 0).ToList();
        var changes = names.Where((name, i) => i == 0 || name != names[i - 1]).Count();
        return changes == rows.Count(r => !TableReader.At(r, columns.Find("number")).IsEmpty);
    }
}
