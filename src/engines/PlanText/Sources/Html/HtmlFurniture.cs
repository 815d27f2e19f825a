using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Shuren.PlanText.Sources.Html;

/// <summary>
/// Finds the parts of a page that are not the document: navigation, head and foot of the site, sharing, search.
/// By element and by the words of class and id; a part that holds most of the page's text is the document all the same
/// (many sites wrap the whole page in a form, or call everything a menu).
/// </summary>
internal static partial class HtmlFurniture
{
    private const double MostOfThePage = 0.5;

    private static readonly FrozenSet<string> Elements = Set("nav header footer aside form button menu dialog");

    /// <summary>
    /// Words in class and id, English and the pinyin initials that Chinese sites use: dqwz 当前位置, mbx 面包屑, ewm 二维码,
    /// yqlj 友情链接. Left out on purpose: info, source and head, which hold the title and the date of publication.
    /// </summary>
    private static readonly FrozenSet<string> Words = Set(
        "nav navbar navi navigation menu submenu breadcrumb breadcrumbs crumb crumbs bread position location dqwz mbx path "
        + "header top topbar topnav banner logo footer foot bottom copyright beian share bdshare bdsharebuttonbox sharebox social "
        + "sidebar aside side leftnav rightnav toolbar print fontsize search login register user pagination pager "
        + "prev next related recommend comment comments ad ads advert qrcode ewm wechat weixin yqlj links friendlink "
        + "sitemap skip accessibility gotop backtop popup modal cookie subscribe");

    /// <summary>The parts of a page to be set apart; what stands inside one of them is not listed again.</summary>
    internal static IReadOnlySet<INode> Find(IElement body)
    {
        var lengths = TextLengths(body);
        var most = MostOfThePage * lengths[body];
        return lengths.Keys.OfType<IElement>()
            .Where(element => element != body && IsHinted(element) && lengths[element] < most && !HoldsTheTitle(element))
            .ToHashSet<INode>();
    }

    private static bool IsHinted(IElement element)
    {
        if (Elements.Contains(element.LocalName) || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search")
            return true;
        var hints = $"{element.ClassName} {element.Id}";
        return hints.Length > 1 && WordPattern().Matches(hints).Any(word => Words.Contains(word.Value.ToLowerInvariant()));
    }

    /// <summary>The head of an article carries its title: that belongs to the document.</summary>
    private static bool HoldsTheTitle(IElement element) =>
        element.LocalName is "header" or "div" && element.QuerySelector("h1, h2") is not null
        && element.QuerySelector("nav, ul") is null;

    /// <summary>How many visible characters each element holds, without recursion: pages may nest deep.</summary>
    private static Dictionary<INode, int> TextLengths(IElement body)
    {
        var lengths = new Dictionary<INode, int> { [body] = 0 };
        var order = new List<INode> { body };
        for (var at = 0; at < order.Count; at++)
        {
            foreach (var child in order[at].ChildNodes)
            {
                if (child is IElement element && HtmlElements.Unseen.Contains(element.LocalName))
                    continue;
                lengths[child] = child is IText text ? text.Data.AsSpan().Trim().Length : 0;
                order.Add(child);
            }
        }
        // Children stand behind their parents in this order: from the back, every length is complete when it is handed up.
        for (var at = order.Count - 1; at > 0; at--)
            lengths[order[at].Parent!] += lengths[order[at]]; // never null: all but the body were found as children
        return lengths;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Class names fall apart at hyphens, underscores and capitals: main-nav, mainNav, main_nav.</summary>
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex WordPattern();
}
