using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

/// <summary>Chinese words as lines break them: a number and what it counts stay together.</summary>
public static partial class Phrase
{
    /// <summary>
    /// The words as markup: each quantity and date (2026年, 4月17日, 40节, 58%以上) in a span that does not break, and on a page in another
    /// language the whole in one that says it is Chinese, so that it is read aloud as such.
    /// </summary>
    public static MarkupString Held(string words)
    {
        var held = new StringBuilder();
        var end = 0;
        foreach (Match quantity in Quantity().Matches(words))
        {
            held.Append(WebUtility.HtmlEncode(words[end..quantity.Index])).Append("<span class=\"nowrap\">").Append(WebUtility.HtmlEncode(quantity.Value)).Append("</span>");
            end = quantity.Index + quantity.Length;
        }
        held.Append(WebUtility.HtmlEncode(words[end..]));
        return new(IsForeign(words) ? $"<span lang=\"zh-CN\">{held}</span>" : held.ToString());
    }

    private static bool IsForeign(string words) =>
        Han().IsMatch(words) && !CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    // At least one digit and one measure word; long chains (a date with its time) may break again.
    [GeneratedRegex(@"(?:\d[\d.,\u00A0]*(?:余|多|万|亿)*(?:个百分点|工作日|%以[上内下]|[%‰年月日号时分秒个所人名项件节次期条届岁元周天门班类级张份处家套篇场支批校户台间亩米页]))+")]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
