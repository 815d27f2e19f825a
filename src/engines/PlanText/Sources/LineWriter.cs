using System.Text;

namespace Shuren.PlanText.Sources;

/// <summary>
/// Collects the lines of a document and gives each its place. Stops taking lines when the text grows above its limit,
/// so that a reader may go on to its end without growing.
/// </summary>
internal sealed class LineWriter(int maxCharacters)
{
    private readonly StringBuilder text = new();
    private readonly List<SourceLine> lines = [];
    private readonly List<int> joins = [];
    private int tables;

    /// <summary>True once a line was left out because the text had become too long.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Says that a reader had to leave words out before they came here.</summary>
    internal void MarkFull() => IsFull = true;

    /// <summary>Begins a table: the rows that follow belong to it.</summary>
    internal void BeginTable() => tables++;

    /// <summary>Adds a line; its words hold no line break.</summary>
    internal void Add(string words, LineKind kind = LineKind.Text, int level = 0, int? page = null, int? number = null)
    {
        if (!HasRoomFor(words.Length))
            return;
        var start = BeginLine();
        text.Append(words);
        lines.Add(new(number ?? lines.Count + 1, start, text.Length, page, kind, level));
    }

    /// <summary>Adds a paragraph that the source had broken over several lines.</summary>
    /// <param name="pieces">The words of each broken line, with the space that joins it to the one before.</param>
    /// <param name="page">The page in which it begins.</param>
    /// <param name="number">The line of the source in which it begins, where the source has lines.</param>
    internal void AddJoined(IReadOnlyList<string> pieces, int? page = null, int? number = null)
    {
        if (!HasRoomFor(pieces.Sum(piece => piece.Length)))
            return;
        var start = BeginLine();
        foreach (var piece in pieces)
        {
            if (text.Length > start)
                joins.Add(text.Length);
            text.Append(piece);
        }
        lines.Add(new(number ?? lines.Count + 1, start, text.Length, page));
    }

    /// <summary>Adds a table row: cells stand beside each other with a tab between.</summary>
    internal void AddRow(IReadOnlyList<string> cells, LineKind kind = LineKind.TableRow, int? page = null, int? number = null)
    {
        if (!HasRoomFor(cells.Sum(cell => cell.Length + 1)))
            return;
        var start = BeginLine();
        var spans = new List<(int Start, int End)>(cells.Count);
        foreach (var cell in cells)
        {
            if (spans.Count > 0)
                text.Append('\t');
            var from = text.Length;
            text.Append(cell);
            spans.Add((from, text.Length));
        }
        lines.Add(new(number ?? lines.Count + 1, start, text.Length, page, kind, 0, spans, kind == LineKind.TableRow ? tables : 0));
    }

    internal SourceText ToText(string fileName, string? title = null)
    {
        if (lines.Count == 0)
            Add("");
        return new(text.ToString(), lines, fileName, string.IsNullOrWhiteSpace(title) ? null : title.Trim()) { Joins = joins };
    }

    private bool HasRoomFor(int length)
    {
        IsFull |= (long)text.Length + length + 1 > maxCharacters;
        return !IsFull;
    }

    private int BeginLine()
    {
        if (lines.Count > 0)
            text.Append('\n');
        return text.Length;
    }
}
