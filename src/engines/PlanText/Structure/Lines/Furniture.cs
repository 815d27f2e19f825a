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

    private const string Enclosure = "附件";

    private static readonly string[] Lists = [Enclosure, "注:", "备注:", "说明:"];

    private static readonly PatternList Boilerplate = RuleFile.Patterns("boilerplate");
    private static readonly PatternList Tails = RuleFile.Patterns("page-tails");
    private static readonly WordList Bylines = RuleFile.Words("byline-words");
    private static readonly WordList Posts = new(["局长", "书记", "主任", "县长", "区长", "市长", "委员", "部长", "院长", "校长"]);
    private static readonly WordList TitleWords = RuleFile.Words("title-words");
    private static readonly WordList BureauNames = RuleFile.Words("bureau-names");
    private static readonly WordList AddressEnds = RuleFile.Words("address-ends");

    internal static void Mark(BodyLine[] lines)
    {
        var running = RunningHeaders(lines);
        var title = Array.FindIndex(lines, l => l.Role == LineRole.Body && TitleWords.In(l.Words.Plain));
        for (var i = 0; i < lines.Length; i++)
        {
            // The title comes back at the head of each page; the first time it is the title, unless the paper's number stands beside it.
            if (i == title && running.Contains(lines[i].Words.Plain) && !EndsWithNumber(lines[i].Words.Plain))
                continue;
            if (lines[i].Role == LineRole.Body && (lines[i].IsRow ? Boilerplate.Match(lines[i].Words.Plain) : IsFurniture(lines[i], running)))
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
        }

        MarkInterruptions(lines, title < 0 ? "" : lines[title].Words.Plain);
        MarkLists(lines);
        MarkTail(lines);
    }

    private static bool IsHead(string plain, string title) =>
        plain.EndsWith("文件", StringComparison.Ordinal) || BureauNames.AtEnd(plain) > 0 || (plain.Length > 5 && title.Contains(plain, StringComparison.Ordinal));

    /// <summary>The bureau or the title below the number of a page, where a sentence of the page before is not at its end: a running header that came only once.</summary>
    private static void MarkInterruptions(BodyLine[] lines, string title)
    {
        var before = -1;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            before = i > 0 && lines[i - 1].Role == LineRole.Body ? i - 1 : before;
            if (!IsPageNumber(lines[i].Words.Plain))
                continue;
            var after = Array.FindIndex(lines, i + 1, l => l.Role != LineRole.Blank);
            var isOpen = before >= 0 && !lines[before].IsRow && lines[before].Words.Plain is var words && words.Contains('。') && !Sentences.IsEnd(words[^1]) && words[^1] is not (')' or '】' or ':');
            if (isOpen && after > 0 && after + 1 < lines.Length && lines[after] is { Role: LineRole.Body, IsBare: true, IsRow: false, Marker: null } header
                && IsHead(header.Words.Plain, title) && lines[after + 1] is { Role: LineRole.Body, Marker: null })
                lines[after] = header with { Role = LineRole.Boilerplate };
        }
    }

    /// <summary>附件：1.分解表 or 注：1.…, and the lines below it: 2.对照表. Enclosures are named, notes may be sentences.</summary>
    private static void MarkLists(BodyLine[] lines)
    {
        var list = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var goesOn = list.Length > 0 && lines[i] is { Role: LineRole.Body, IsRow: false } && MarkerReader.Read(lines[i].Words.Plain) is { Value: > 1 } && (lines[i].IsBare || list != Enclosure);
            if (goesOn)
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
            else if (lines[i].Role != LineRole.Blank)
                list = lines[i].Role == LineRole.Boilerplate ? Array.Find(Lists, l => lines[i].Words.Plain.StartsWith(l, StringComparison.Ordinal)) ?? "" : "";
        }
    }

    private static bool IsFurniture(BodyLine line, HashSet<string> running)
    {
        var plain = line.Words.Plain;
        return plain.Length <= (Bylines.AtStart(plain) > 0 ? LongestByline : LongestLine)
            && (Boilerplate.Match(plain) || IsMenu(plain) || IsContents(plain) || IsSpeaker(plain) || IsPageNumber(plain) || IsDocumentNumber(plain) || IsByline(line) || IsAddress(plain)
                || !plain.Any(char.IsLetterOrDigit) || running.Contains(plain));
    }

    /// <summary>Whatever short lines follow the last sentence behind a first piece of furniture belong to the page; so does a list of links below 相关新闻.</summary>
    private static void MarkTail(BodyLine[] lines)
    {
        var foot = Array.FindLastIndex(lines, l => l.Role == LineRole.Body && (!l.IsBare || l.IsRow)) is >= 0 and var sentence
            ? Array.FindIndex(lines, sentence + 1, l => Tails.Match(l.Words.Plain)) : -1;
        var last = Array.FindLastIndex(lines, foot < 0 ? lines.Length - 1 : foot, l => l.Role == LineRole.Body && (!l.IsBare || l.IsRow || l.Marker is not null));
        var tail = last < 0 ? -1 : Array.FindIndex(lines, last + 1, l => l.Role == LineRole.Boilerplate && !IsPageNumber(l.Words.Plain));
        for (var i = tail; i >= 0 && i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Body)
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
        }
    }

    /// <summary>12, - 3 -, — 4 —, 第5页, 第 1 页 共 20 页, 3/12.</summary>
    private static bool IsPageNumber(string plain) =>
        plain.Length is > 0 and <= 14 && plain.Any(char.IsAsciiDigit)
        && plain.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '—' or '–' or '/' or '第' or '页' or '共' or '·' or '~');

    /// <summary>要闻 | 教育 | 评论: three links and more, each of a few characters. 教育在线 > 动态 > 正文: where the page stands; its last part may be the title.</summary>
    private static bool IsMenu(string plain)
    {
        if (plain.AsSpan().IndexOfAny('|', '>') < 0)
            return false;
        var links = plain.Split('|', StringSplitOptions.TrimEntries);
        var path = plain.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (links.Length >= 3 && links.All(link => link.Length is > 0 and <= 6)) || (path.Length >= 3 && path.SkipLast(1).All(part => part.Length <= 10));
    }

    /// <summary>目　录, and its lines: 一、优化布局……………3.</summary>
    private static bool IsContents(string plain) =>
        plain.Replace(" ", "", StringComparison.Ordinal) == "目录"
        || (char.IsAsciiDigit(plain[^1]) && (plain.Contains("………", StringComparison.Ordinal) || plain.Contains("......", StringComparison.Ordinal) || plain.Contains("······", StringComparison.Ordinal)));

    /// <summary>市教育局局长、党组书记 程望川: who gives a speech.</summary>
    private static bool IsSpeaker(string plain) =>
        plain.Length <= 30 && plain.LastIndexOf(' ') is > 3 and var gap && plain.Length - gap - 1 is 2 or 3 && plain[(gap + 1)..].All(IsHan)
        && Posts.AtEnd(plain.AsSpan(0, gap).TrimEnd()) > 0;

    /// <summary>青教〔2026〕5号.</summary>
    private static bool IsDocumentNumber(string plain) =>
        plain.Length <= 30 && plain.EndsWith('号') && plain.AsSpan().IndexOfAny("〔[【") >= 0 && !plain.Contains('。');

    /// <summary>青禾县教育局2026年工作要点　　青教〔2026〕5号.</summary>
    private static bool EndsWithNumber(string plain) => plain.EndsWith('号') && plain.AsSpan().IndexOfAny("〔[") is > 0 and var number && plain.AsSpan(0, number).Contains(' ');

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
        var pages = Pages(lines);
        if (pages[^1] == pages[0])
            return [];
        var edges = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Marker is null && lines[i].IsBare && (IsEdge(lines, pages, i, -1) || IsEdge(lines, pages, i, 1)))
                edges.Add(lines[i].Words.Plain);
        }

        var fewest = Math.Min(RunningHeader, pages.Distinct().Count() - 1);
        return [.. edges.GroupBy(e => e).Where(g => g.Count() >= Math.Max(2, fewest)).Select(g => g.Key)];
    }

    /// <summary>The page of each line: what the format says, else how many numbers of pages stand above it.</summary>
    private static int[] Pages(BodyLine[] lines)
    {
        var pages = new int[lines.Length];
        for (var (i, above) = (0, 0); i < lines.Length; i++)
        {
            pages[i] = lines[i].Source.Page ?? above;
            above += IsPageNumber(lines[i].Words.Plain) ? 1 : 0;
        }

        return pages;
    }

    /// <summary>Whether nothing but gaps and the number of the page stands between a line and the edge of its page.</summary>
    private static bool IsEdge(BodyLine[] lines, int[] pages, int at, int step)
    {
        var i = at + step;
        while (i >= 0 && i < lines.Length && pages[i] == pages[at] && (lines[i].Role == LineRole.Blank || IsPageNumber(lines[i].Words.Plain)))
            i += step;
        return i < 0 || i >= lines.Length || pages[i] != pages[at];
    }
}
