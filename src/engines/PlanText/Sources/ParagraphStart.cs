using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources;

/// <summary>
/// Marks by which a line shows that a paragraph begins or ends there. Used only to join broken lines again;
/// what a mark means is read later.
/// </summary>
internal static partial class ParagraphStart
{
    /// <summary>True for a line that begins with a numbering mark: 一、 （一） 1. (1) ① 第一章 一是 ■.</summary>
    internal static bool IsMarked(ReadOnlySpan<char> line) => Mark().IsMatch(line);

    /// <summary>True for a line that ends as a sentence ends, closing quotes and brackets aside.</summary>
    internal static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var words = line.TrimEnd().TrimEnd("”’」』）)》\"");
        return words.Length > 0 && words[^1] is '。' or '！' or '？' or '；' or '!' or '?' or ';' or '：' or ':';
    }

    // 1.5万 is no mark: behind the full stop of a mark no digit stands. Nor are years (2026年) and dates (3月).
    [GeneratedRegex(
        """
        ^\s*(?:
          第[一二三四五六七八九十百零〇\d]{1,4}[章节条部篇]
        | [一二三四五六七八九十]{1,3}[、.．]
        | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]
        | \d{1,2}(?:[、．]|\.(?!\d)|[）)])
        | \d{1,2}(?:\.\d{1,2}){1,3}(?=[\s\u3400-\u9FFF])(?!\s*[万亿个所名人元%％])
        | [①-⑳⑴-⒇㈠-㈩⒈-⒛]
        | [一二三四五六七八九十]{1,2}(?:是|要)
        | [■●◆▲★○□◇△☆▪•➢✓√※►]
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
