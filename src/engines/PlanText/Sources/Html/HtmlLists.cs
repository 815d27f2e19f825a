using System.Globalization;
using AngleSharp.Dom;

namespace Shuren.PlanText.Sources.Html;

/// <summary>The numbers that a browser shows before the items of ordered lists.</summary>
internal sealed class HtmlLists
{
    private readonly Dictionary<IElement, int> next = [];

    /// <summary>The number of the item that comes now, or null in a list without numbers. Ask once for each item, in order.</summary>
    internal int? NextNumber(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
            return null;
        var number = Attribute(item, "value") ?? (next.TryGetValue(list, out var counted) ? counted : Attribute(list, "start") ?? 1);
        next[list] = number + 1;
        return number;
    }

    private static int? Attribute(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000 ? number : null;
}
