using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Outline;

namespace Shuren.PlanText.Structure.Tasks;

/// <summary>
/// Finds the paragraph that calls upon everybody at the end of a plan. Its sentences sound like tasks; that they belong to the
/// call shows at its beginning and its end.
/// </summary>
internal static class ClosingWords
{
    internal static HashSet<int> Find(IReadOnlyList<Item> items)
    {
        var closing = new HashSet<int>();
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i] is not SentenceItem last || (i + 1 < items.Count && items[i + 1] is not DistrictItem))
                continue;
            var first = i;
            while (first > 0 && items[first - 1] is SentenceItem before && before.Paragraph == last.Paragraph)
                first--;
            if (IsCall(((SentenceItem)items[first]).Words.Plain) && Enumerable.Range(first, i - first + 1).Any(k => PartNames.IsExhortation(((SentenceItem)items[k]).Words.Plain)))
                closing.Add(last.Paragraph);
        }

        return closing;
    }

    private static bool IsCall(string plain) => PartNames.IsExhortation(plain) || PartNames.IsBackground(plain);
}
