using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources.Plain;

/// <summary>Markdown as an office writes it: headings, lists, pipe tables, emphasis. Everything else is text.</summary>
internal static partial class MarkdownReader
{
    private const int LongestMark = 1000;

    internal static SourceText Read(string text, string fileName)
    {
        var lines = PlainTextReader.Clean(text).Split('\n');
        var writer = new LineWriter(int.MaxValue);
        var inTable = false;
        string? title = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var isRow = IsRow(lines[at]) && (inTable || (at + 1 < lines.Length && IsDivider(lines[at + 1])));
            if (isRow && !inTable)
                writer.BeginTable();
            inTable = isRow;
            if (isRow)
                WriteRow(writer, lines[at], at + 1);
            else
                title = WriteLine(writer, lines[at], at + 1) ?? title;
        }
        return writer.ToText(fileName, title);
    }

    /// <summary>Writes a line; gives its words where it is a heading of the first level.</summary>
    private static string? WriteLine(LineWriter writer, string line, int number)
    {
        var level = LevelOf(line);
        if (level == 0)
        {
            writer.Add(IsRule(line) ? "" : Plain(ListDash().Replace(line, "")), number: number);
            return null;
        }
        var words = Plain(line.Trim()[level..].Trim().TrimEnd('#').TrimEnd());
        writer.Add(words, LineKind.Heading, level, number: number);
        return level == 1 ? words : null;
    }

    /// <summary>1 to 6 for a heading, else 0. A space has to follow the marks: #号 is a word.</summary>
    private static int LevelOf(string line)
    {
        var words = line.AsSpan().Trim();
        var level = words.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && words[level] is ' ' or '\t' && level > 0 ? level : 0;
    }

    private static void WriteRow(LineWriter writer, string line, int number)
    {
        // The divider under the head says nothing: it stays as an empty line so that the numbers of the lines stay true.
        if (IsDivider(line))
            writer.Add("", number: number);
        else
            writer.AddRow([.. CellEnd().Split(Outer().Replace(line, "")).Select(cell => Plain(cell).Trim().Replace("\\|", "|", StringComparison.Ordinal))], number: number);
    }

    // Both are short by nature; a line of a million blanks must not keep the pattern busy.
    private static bool IsDivider(string line) => line.Length < LongestMark && Divider().IsMatch(line);

    private static bool IsRule(string line) => line.Length < LongestMark && Rule().IsMatch(line);

    private static bool IsRow(string line) => line.Contains('|', StringComparison.Ordinal);

    /// <summary>Takes off emphasis, code marks, quote marks and link targets; keeps the words.</summary>
    private static string Plain(string line)
    {
        var words = Link().Replace(Quote().Replace(line, ""), "${words}");
        return Emphasis().Replace(words, "${words}");
    }

    /// <summary>A dash, plus or star before a list item; numbers stay, they are part of the plan.</summary>
    [GeneratedRegex(@"^[ \t]*[-*+][ \t]+")]
    private static partial Regex ListDash();

    [GeneratedRegex(@"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|`{3}.*|={3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[ \t]*\|?(?:[ \t]*:?-{1,}:?[ \t]*\|)+(?:[ \t]*:?-{1,}:?[ \t]*)?$")]
    private static partial Regex Divider();

    [GeneratedRegex(@"^[ \t]*\||(?<!\\)\|[ \t]*$")]
    private static partial Regex Outer();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"^[ \t]*>[ \t]?")]
    private static partial Regex Quote();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\([^()]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<mark>\*\*\*|\*\*|__|~~|`|\*)(?=\S)(?<words>[^*_`~\n]+?)(?<=\S)\k<mark>")]
    private static partial Regex Emphasis();
}
