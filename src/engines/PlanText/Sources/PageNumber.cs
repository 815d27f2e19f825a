using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources;

/// <summary>Lines that hold a page number and nothing else: — 3 —, - 3 -, 3, 第3页, 3/10, 第 3 页 共 10 页, Page 3 of 10.</summary>
internal static partial class PageNumber
{
    internal static bool Is(string line) => line.Length < 40 && Pattern().IsMatch(line);

    [GeneratedRegex(
        """
        ^\s*(?:
          [—–―－\-_·~]{0,4}\s*\d{1,4}\s*[—–―－\-_·~]{0,4}
        | 第?\s*\d{1,4}\s*页?\s*[/／,，]?\s*(?:共\s*\d{1,4}\s*页|[/／]\s*\d{1,4})?
        | 第\s*[一二三四五六七八九十百]{1,5}\s*页
        | page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?
        )\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
