using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Tables;

/// <summary>
/// Reads a breakdown table: the cells that name a piece of work are headings, the sentences of the cell that says what is to be
/// done are tasks, who and when stands in the columns beside it.
/// </summary>
internal static class TableReader
{
    internal static void Read(SourceText source, IReadOnlyList<SourceLine> lines, List<Item> items)
    {
        var rows = lines.Select(l => Cells(source, l)).Where(r => r.Any(c => !c.IsEmpty)).ToList();
        if (rows.Count == 0)
            return;
        if (IndicatorTable.Read(rows) is { } values)
        {
            items.AddRange(values);
            return;
        }

        var header = rows.FindIndex(r => Columns.Read(r) is not null);
        var columns = header < 0 ? Columns.Guess(rows) : Columns.Read(rows[header])!;
        var filled = FillDown(rows, columns, header);
        if (header < 0)
            filled.RemoveAll(r => OnlyWords(r) is null && !ActionWords.NameAction(At(r, columns.Text), amongAims: true));
        var headings = new TableHeadings(columns, filled, items);
        foreach (var row in filled)
        {
            if (OnlyWords(row) is { } words)
                headings.AddAcross(words);
            else
                AddTasks(items, row, columns, headings);
        }
    }

    /// <summary>The words of a cell; the lines over which it stands are joined.</summary>
    internal static Passage Cell(string text, int start, int end)
    {
        var pieces = new List<Passage>();
        for (var from = start; from <= end;)
        {
            var next = text.IndexOf('\n', from, end - from);
            var piece = Passage.Of(text, from, next < 0 ? end : next);
            if (!piece.IsEmpty)
                pieces.Add(piece);
            from = next < 0 ? end + 1 : next + 1;
        }

        return pieces.Count == 0 ? Passage.Empty : WithoutQuotes(Passage.Join(pieces), pieces.Count > 1);
    }

    /// <summary>Workbooks put a cell of several lines in quotation marks when it is copied.</summary>
    private static Passage WithoutQuotes(Passage words, bool isBroken) =>
        isBroken && words.Length > 2 && words.Text[0] == '"' && words.Text[^1] == '"' ? words.Slice(1, words.Length - 1) : words;

    private static IReadOnlyList<Passage> Cells(SourceText source, SourceLine line)
    {
        var length = source.Text.Length;
        var cells = line.Cells is { Count: > 0 } spans ? spans : [(line.Start, line.End)];
        return [.. cells.Select(c => Cell(source.Text, Math.Clamp(c.Start, 0, length), Math.Clamp(c.End, Math.Clamp(c.Start, 0, length), length)))];
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

    /// <summary>Each sentence that names an action is a task; where none does, the first is one whatever its words.</summary>
    private static void AddTasks(List<Item> items, IReadOnlyList<Passage> row, Columns columns, TableHeadings headings)
    {
        var text = At(row, columns.Text);
        if (text.IsEmpty)
            text = At(row, columns.Find("task"));
        var sentences = Sentences.Split(text).Select(s => s.From(MarkerReader.Read(s.Plain)?.Length ?? 0)).Where(s => s.Text.Any(char.IsLetter)).ToList();
        if (sentences.Count == 0)
            return;
        headings.AddAbove(row);
        var note = Note(row, columns);
        var task = Math.Max(0, sentences.FindIndex(s => ActionWords.NameAction(s, amongAims: false)));
        for (var i = 0; i < sentences.Count; i++)
            items.Add(new RowItem(sentences[i], i == 0 ? [.. Goals(row, columns)] : [], note, IsTask: i == task));
    }

    private static IEnumerable<(Passage Words, string? Year)> Goals(IReadOnlyList<Passage> row, Columns columns) =>
        row.Take(columns.Roles.Count).Select((cell, i) => (Cell: cell, At: i)).Where(c => columns.Roles[c.At] == "goal" && c.At != columns.Text && !c.Cell.IsEmpty)
            .Select(c => (c.Cell, c.At < columns.Years.Count ? columns.Years[c.At] : null));

    private static OwnerNote? Note(IReadOnlyList<Passage> row, Columns columns)
    {
        IReadOnlyList<string> UnitsOf(string role) => [.. columns.Roles.SelectMany((r, i) => r == role ? OwnerNote.Units(At(row, i).Plain) : [])];
        var due = At(row, columns.Find("due")).Text;
        var leads = UnitsOf("lead") is { Count: > 0 } units ? units : UnitsOf("person");
        return OwnerNote.Of(leads, UnitsOf("support"), due.Length > 0 ? due : null);
    }

    internal static Passage At(IReadOnlyList<Passage> row, int column) => column >= 0 && column < row.Count ? row[column] : Passage.Empty;
}
