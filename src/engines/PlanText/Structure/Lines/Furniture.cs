using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Lines;

/// <summary>Sets apart what belongs to the page or the paper and not to the plan.</summary>
internal static class Furniture
{
    /// <summary>Longer lines are text, whatever they begin with.</summary>
    private const int LongestLine = 160;

    /// <summary>作者：… may run into the text: then the line is text.</summary>
    private const int LongestByline = 24;

    /// <summary>How often a line must come back at the edge of pages to be a running header.</summary>
    private const int RunningHeader = 3;

    private static readonly PatternList Boilerplate = RuleFile.Patterns("boilerplate");
    private static readonly WordList Bylines = RuleFile.Words("byline-words");
    private static readonly WordList AddressEnds = RuleFile.Words("address-ends");

    internal static void Mark(BodyLine[] lines)
    {
        var running = RunningHeaders(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Body && (lines[i].IsRow ? Boilerplate.Match(lines[i].Words.Plain) : IsFurniture(lines[i], running)))
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
        }

        MarkEnclosures(lines);
        MarkTail(lines);
    }

    /// <summary>附件：1.分解表, and the lines below it: 2.对照表.</summary>
    private static void MarkEnclosures(BodyLine[] lines)
    {
        var isEnclosure = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var goesOn = isEnclosure && lines[i].Role == LineRole.Body && lines[i].IsBare && !lines[i].IsRow && lines[i].Marker is { Value: > 1 };
            if (goesOn)
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
            isEnclosure = goesOn || (lines[i].Role == LineRole.Boilerplate && lines[i].Words.Plain.StartsWith("附件", StringComparison.Ordinal))
                || (isEnclosure && lines[i].Role == LineRole.Blank);
        }
    }

    private static bool IsFurniture(BodyLine line, HashSet<string> running)
    {
        var plain = line.Words.Plain;
        return plain.Length <= (Bylines.AtStart(plain) > 0 ? LongestByline : LongestLine)
            && (Boilerplate.Match(plain) || IsPageNumber(plain) || IsDocumentNumber(plain) || IsByline(line) || IsAddress(plain)
                || !plain.Any(char.IsLetterOrDigit) || running.Contains(plain));
    }

    /// <summary>Whatever short lines follow the last sentence behind a first piece of furniture belong to the page.</summary>
    private static void MarkTail(BodyLine[] lines)
    {
        var last = Array.FindLastIndex(lines, l => l.Role == LineRole.Body && (!l.IsBare || l.IsRow || l.Marker is not null));
        var tail = last < 0 ? -1 : Array.FindIndex(lines, last + 1, l => l.Role == LineRole.Boilerplate && !IsPageNumber(l.Words.Plain));
        for (var i = tail; i >= 0 && i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Body)
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
        }
    }

    /// <summary>12, - 3 -, — 4 —, 第5页, 第 1 页 共 20 页, 3/12.</summary>
    private static bool IsPageNumber(string plain) =>
        plain.Length <= 14 && plain.Any(char.IsAsciiDigit)
        && plain.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '—' or '–' or '/' or '第' or '页' or '共' or '·' or '~');

    /// <summary>青教〔2026〕5号.</summary>
    private static bool IsDocumentNumber(string plain) =>
        plain.Length <= 30 && plain.EndsWith('号') && plain.AsSpan().IndexOfAny("〔[【") >= 0 && !plain.Contains('。');

    /// <summary>■王小明 李红, 本报记者 王小明 通讯员 李红: names of two or three characters and what these people are, nothing else.</summary>
    private static bool IsByline(BodyLine line)
    {
        var plain = line.Words.Plain[(line.Marker?.Length ?? 0)..];
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = Array.FindAll(words, word => !Bylines.Is(word));
        var fewest = names.Length < words.Length ? 1 : 2;
        return names.Length >= fewest && words.Length <= 6 && line.Marker?.Family.Kind is null or MarkerKind.Bullet
            && names.All(n => n.Length is 2 or 3 && n.All(IsHan)) && names.Any(n => n.Length == 3);
    }

    /// <summary>各中小学校、幼儿园：</summary>
    private static bool IsAddress(string plain) =>
        plain.EndsWith(':') && plain.Length <= 80 && (AddressEnds.AtEnd(plain.AsSpan(0, plain.Length - 1)) > 0
            || (plain.StartsWith('各') && plain.Contains('、')));

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static HashSet<string> RunningHeaders(BodyLine[] lines)
    {
        var edges = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Source.Page is not null && lines[i].Marker is null && lines[i].IsBare && (IsEdge(lines, i, -1) || IsEdge(lines, i, 1)))
                edges.Add(lines[i].Words.Plain);
        }

        return [.. edges.GroupBy(e => e).Where(g => g.Count() >= RunningHeader).Select(g => g.Key)];
    }

    /// <summary>Whether nothing but gaps stands between a line and the edge of its page.</summary>
    private static bool IsEdge(BodyLine[] lines, int at, int step)
    {
        var i = at + step;
        while (i >= 0 && i < lines.Length && lines[i].Role == LineRole.Blank && lines[i].Source.Page == lines[at].Source.Page)
            i += step;
        return i < 0 || i >= lines.Length || lines[i].Source.Page != lines[at].Source.Page;
    }
}
