using Shuren.PlanText.Structure;
using Shuren.PlanText.Structure.Lines;

namespace Shuren.PlanText.Sources.Plain;

/// <summary>一、教育普及 between two rows of one width: a heading across the table, whose other cells were not copied along.</summary>
internal static class RowAcross
{
    private const int Shortest = 4;

    /// <summary>A longer line between two rows is text between two tables.</summary>
    private const int Longest = 40;

    /// <summary>Whether a line can be such a heading. Its numbering tells it from the first line of a cell that was broken.</summary>
    internal static bool Is(ReadOnlySpan<char> line)
    {
        var words = Passage.ToPlain(line.Trim().ToString());
        return words.Length is >= Shortest and <= Longest && !words.AsSpan().ContainsAny(",。;:\t")
            && MarkerReader.Read(words)?.Family.Kind is MarkerKind.Chinese or MarkerKind.ChineseInBrackets or MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section;
    }
}
