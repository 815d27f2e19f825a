using System.Text.RegularExpressions;

namespace Shuren.PlanText.Targets;

/// <summary>
/// The words of a sentence that say by when. Only what a target needs; the full reading of dates is the business of the tasks. Every
/// pattern is a sequence of bounded parts, so that matching stays linear.
/// </summary>
internal static partial class Deadlines
{
    internal static IReadOnlyList<Range> Find(SentenceView view)
    {
        var found = new List<Range>();
        foreach (var match in Pattern().EnumerateMatches(view.Flat))
        {
            if (!view.IsInName(match.Index))
                found.Add(match.Index..(match.Index + match.Length));
        }
        return found;
    }

    /// <summary>Length of the deadline that begins here, or 0.</summary>
    internal static int LengthAt(SentenceView view, int at)
    {
        if (at >= view.Flat.Length)
            return 0;
        foreach (var match in Pattern().EnumerateMatches(view.Flat.AsSpan(at, Math.Min(24, view.Flat.Length - at))))
            return match.Index == 0 ? match.Length : 0;
        return 0;
    }

    /// <summary>The last deadline before the number, else one behind it in the same clause.</summary>
    internal static Range? For(SentenceView view, IReadOnlyList<Range> deadlines, Quantity quantity)
    {
        var earlier = CountBefore(deadlines, quantity.Start);
        if (earlier > 0)
            return deadlines[earlier - 1];
        return deadlines.Count > 0 && deadlines[0].Start.Value >= quantity.End && deadlines[0].End.Value <= view.ClauseEnd(quantity.End) ? deadlines[0] : null;
    }

    /// <summary>How many deadlines end at or before a place; they stand in reading order.</summary>
    private static int CountBefore(IReadOnlyList<Range> deadlines, int place)
    {
        var (low, high) = (0, deadlines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = deadlines[middle].End.Value <= place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    [GeneratedRegex(
        "(?<![从由自较比])(?:到|至|截至|截止)?20[0-9]{2}年(?:年?底|年?末|上半年|下半年|第?[一二三四1-4]季度|[春秋]季?(?:学期)?(?:开学)?|(?:[1-9]|1[0-2])月(?:底|末|初|份|中旬|上旬|下旬|[0-9]{1,2}日)?)?(?:之?前|以前|内)?(?!度|版|修订|[级届]|[0-9]{1,2}[月.])"
        + "|(?:到|至)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:底|末|初|份|中旬|上旬|下旬|[0-9]{1,2}日)(?:之?前|以前)?"
        + "|(?:到|至)?(?:今年|本年)?(?:年底|年末)(?:之?前|以前)?|(?:[一二三四五六七八九十两]|[0-9]{1,2})年内|(?:今年|本年度|年度|(?<![一二三四五六七八九十两几0-9])年)内|(?:到|至)?[“]?十[四五六]五[”]?(?:规划)?(?:末|期末|期间)"
        + "|(?:今年|本年)?(?:上半年|下半年|第?(?:[一二三][、和至到])?[一二三四]季度末?)(?:之?前|内)?|(?:暑期|暑假|寒假|[春秋]季|[春秋]季?学期)(?:开学)?(?:之?前|期间)|(?<=[,;。]|^)(?:暑期|暑假|寒假)(?=,)|[春秋]季?(?:学期)?开学(?:之?前)?|[春秋]季?学期|[春秋]季(?=新增|增加|投用|启用)|开学前|学期末前?|学年末前?"
        + "|今年(?!以来|已|初|的|是|底|末|内|年)|本学期|汛期(?:来临)?(?:之?前)|[“]?(?:元旦|春节|清明节|五一|劳动节|六一|儿童节|七一|教师节|国庆节|十一)[”]?(?:之前|以前|前)"
        + "|(?<=[,;:。、]|^)(?:未来)?[二两三四五六七八九十]年(?:时间)?(?:内)?(?=共|累计|总|合计|新|建|增|培|补|投|提)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
