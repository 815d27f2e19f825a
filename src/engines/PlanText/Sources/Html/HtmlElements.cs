using System.Collections.Frozen;

namespace Shuren.PlanText.Sources.Html;

/// <summary>What the elements of HTML mean for reading.</summary>
internal static class HtmlElements
{
    /// <summary>Never seen by a reader, or not part of what is read.</summary>
    internal static readonly FrozenSet<string> Unseen = Set(
        "script style noscript template iframe svg math object embed canvas audio video map head select textarea datalist rt rp");

    /// <summary>Begin a line and end it.</summary>
    internal static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul option caption legend dir menu");

    /// <summary>Elements that HTML closes by itself or that have no inside: unclosed ones do not nest.</summary>
    internal static readonly FrozenSet<string> EndThemselves = Set(
        "p li dt dd tr td th thead tbody tfoot option optgroup br hr img input meta link area base col embed source track wbr rt rp html head body colgroup");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
