namespace Shuren.PlanText.Sources.Word;

/// <summary>Takes finished paragraphs and table cells and writes them as lines.</summary>
internal sealed class WordLines(LineWriter writer, WordLooks looks, int maxCharacters)
{
    /// <summary>Word allows 63 columns; more are a trap.</summary>
    internal const int MostColumns = 100;

    private readonly List<List<WordLine>> cells = [];
    private List<WordLine>? cell;
    private WordParagraph? carried;
    private int tableDepth;

    /// <summary>The words of the first paragraph in the style "Title".</summary>
    internal string? Title { get; private set; }

    /// <summary>A paragraph to be read; it takes up the words of one before it whose end was deleted, but not its look.</summary>
    internal WordParagraph NewParagraph()
    {
        var paragraph = carried?.Restart() ?? new WordParagraph(maxCharacters);
        carried = null;
        return paragraph;
    }

    internal void Add(WordParagraph paragraph)
    {
        if (paragraph.IsEndDeleted)
        {
            carried = paragraph;
            return;
        }
        var words = paragraph.Words;
        var mark = looks.NextMark(paragraph);
        Title ??= looks.IsTitle(paragraph) && !string.IsNullOrWhiteSpace(words) ? words.Replace('\n', ' ').Trim() : null;
        var kind = looks.IsContents(paragraph) ? LineKind.Furniture : looks.HeadingLevelOf(paragraph) > 0 ? LineKind.Heading : LineKind.Text;
        var isMarked = cell is not null || !string.IsNullOrWhiteSpace(words);
        var lines = ((isMarked ? mark : "") + words).Split('\n');
        foreach (var line in lines)
            Add(new WordLine(line.TrimEnd(), kind, kind == LineKind.Heading ? looks.HeadingLevelOf(paragraph) : 0));
        if (paragraph.IsFull)
            writer.MarkFull();
    }

    internal void BeginTable()
    {
        if (++tableDepth == 1)
            writer.BeginTable();
    }

    internal void EndTable() => tableDepth--;

    internal void BeginRow()
    {
        if (tableDepth == 1)
            cells.Clear();
    }

    /// <summary>Begins a cell. Those of a table inside a cell are read into the outer one.</summary>
    internal void BeginCell()
    {
        if (tableDepth == 1)
            cells.Add(cell = []);
    }

    internal void EndCell()
    {
        if (tableDepth == 1)
            cell = null;
    }

    /// <summary>Ends a row. A row of one cell is a frame around text, not a row of data.</summary>
    internal void EndRow(bool isDeleted)
    {
        if (tableDepth != 1 || isDeleted)
            return;
        cell = null;
        if (cells is [var only])
            only.ForEach(Add);
        else if (cells.Any(one => one.Any(line => line.Words.Length > 0)))
            writer.AddRow([.. cells.Select(WordsOf)]);
    }

    /// <summary>Adds columns that hold nothing: before the first cell, or covered by a merged one.</summary>
    internal void AddEmptyCells(int count)
    {
        for (var added = 0; tableDepth == 1 && added < count && cells.Count < MostColumns; added++)
            cells.Add([]);
    }

    /// <summary>What a cell holds that goes on from the row above is not repeated.</summary>
    internal void EmptyCell()
    {
        if (tableDepth == 1 && cells.Count > 0)
            cells[^1] = [];
    }

    private static string WordsOf(List<WordLine> cell) =>
        string.Join(' ', cell.Select(line => line.Words.Replace('\t', ' ').Trim()).Where(words => words.Length > 0));

    private void Add(WordLine line)
    {
        if (cell is not null)
            cell.Add(line);
        else
            writer.Add(line.Words, line.Kind, line.Level);
    }

    private readonly record struct WordLine(string Words, LineKind Kind, int Level);
}
