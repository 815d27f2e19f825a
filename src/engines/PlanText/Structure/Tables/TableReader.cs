using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Tables;

/// <summary>Reads a breakdown table: each row a task, who and when from its columns.</summary>
internal static class TableReader
{
    private static readonly Family Group = new(MarkerKind.OwnLine, 1);

    internal static void Read(SourceText source, IReadOnlyList<SourceLine> lines, List<Item> items)
    {
        var rows = lines.Select(l => Cells(source, l)).Where(r => r.Any(c => !c.IsEmpty)).ToList();
        if (rows.Count == 0)
            return;
        var header = rows.FindIndex(r => Columns.Read(r) is not null);
        var columns = header < 0 ? Columns.Guess(rows) : Columns.Read(rows[header])!;
        var filled = FillDown(rows, columns, header);
        if (header < 0)
            filled.RemoveAll(r => OnlyWords(r) is null && !ActionWords.NameAction(At(r, columns.Text), amongAims: true));
        var groups = Groups(filled, columns);
        var lastKey = "";
        foreach (var row in filled)
        {
            if (OnlyWords(row) is { } words)
                items.Add(Heading(words));
            else
                AddTask(items, row, columns, groups, ref lastKey);
        }
    }

    private static IReadOnlyList<Passage> Cells(SourceText source, SourceLine line)
    {
        var length = source.Text.Length;
        var cells = line.Cells is { Count: > 0 } spans ? spans : [(line.Start, line.End)];
        return [.. cells.Select(c => Passage.Of(source.Text, Math.Clamp(c.Start, 0, length), Math.Clamp(c.End, 0, length)))];
    }

    /// <summary>Cells merged downwards come as empty cells: the value above goes on. Headers that come back on a new page are dropped.</summary>
    private static List<IReadOnlyList<Passage>> FillDown(List<IReadOnlyList<Passage>> rows, Columns columns, int header)
    {
        var filled = new List<IReadOnlyList<Passage>>();
        IReadOnlyList<Passage>? above = null;
        foreach (var row in rows.Skip(header + 1))
        {
            if (Columns.Read(row) is not null)
                continue;
            if (OnlyWords(row) is not null)
            {
                filled.Add(row);
                above = null;
                continue;
            }

            var previous = above;
            above = [.. row.Select((cell, i) => cell.IsEmpty && previous is not null && i < previous.Count && GoesOn(columns, i) ? previous[i] : cell)];
            filled.Add(above);
        }

        return filled;
    }

    private static bool GoesOn(Columns columns, int column) =>
        column < columns.Roles.Count && column != columns.Text && columns.Roles[column] is "key" or "task" or "lead" or "support" or "due" or "person";

    /// <summary>The words of a row whose other cells are empty or the same: a heading across the table.</summary>
    private static Passage? OnlyWords(IReadOnlyList<Passage> row)
    {
        var words = row.Where(c => !c.IsEmpty).ToList();
        var isOne = row.Count > 1 && words.Count > 0 && words.TrueForAll(w => w.Text == words[0].Text);
        return isOne && words[0].Length is > 3 and <= 40 && !Sentences.IsEnd(words[0].Plain[^1]) ? words[0] : null;
    }

    private static HeadingItem Heading(Passage words)
    {
        var marker = MarkerReader.Read(words.Plain);
        return marker is null
            ? new(new(MarkerKind.OwnLine), "", words)
            : new(marker.Family, words.Text[..Math.Min(marker.Length, words.Length)].Trim(), words.From(marker.Length));
    }

    /// <summary>Key tasks under which more than one row stands.</summary>
    private static HashSet<string> Groups(List<IReadOnlyList<Passage>> rows, Columns columns) => columns.Key < 0
        ? []
        : [.. rows.Where(r => OnlyWords(r) is null).GroupBy(r => At(r, columns.Key).Text).Where(g => g.Key.Length > 0 && g.Count() > 1).Select(g => g.Key)];

    private static void AddTask(List<Item> items, IReadOnlyList<Passage> row, Columns columns, HashSet<string> groups, ref string lastKey)
    {
        var text = At(row, columns.Text);
        if (text.IsEmpty)
            text = At(row, columns.Find("task"));
        if (!text.Text.Any(char.IsLetter))
            return;
        var key = At(row, columns.Key);
        if (groups.Count > 0 && !key.IsEmpty && key.Text != lastKey)
            items.Add(Heading(key) with { Family = Group });
        lastKey = key.Text;
        var marker = MarkerReader.Read(text.Plain);
        items.Add(new RowItem(text.From(marker?.Length ?? 0), [.. Goals(row, columns)], Note(row, columns)));
    }

    private static IEnumerable<Passage> Goals(IReadOnlyList<Passage> row, Columns columns) =>
        row.Where((cell, i) => i < columns.Roles.Count && columns.Roles[i] == "goal" && i != columns.Text && !cell.IsEmpty);

    private static OwnerNote? Note(IReadOnlyList<Passage> row, Columns columns)
    {
        IReadOnlyList<string> UnitsOf(string role) => [.. columns.Roles.SelectMany((r, i) => r == role ? OwnerNote.Units(At(row, i).Plain) : [])];
        var due = At(row, columns.Find("due")).Text;
        var leads = UnitsOf("lead") is { Count: > 0 } units ? units : UnitsOf("person");
        return OwnerNote.Of(leads, UnitsOf("support"), due.Length > 0 ? due : null);
    }

    private static Passage At(IReadOnlyList<Passage> row, int column) => column >= 0 && column < row.Count ? row[column] : Passage.Empty;
}
