using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>
/// Numbered headings that run into their text without a sign and are of one length, as offices like to write them:
/// （一）加强党的建设凝聚发展合力深入实施…, （二）深化立德树人培育时代新人统筹推进…. One of them alone would not show where it ends.
/// </summary>
internal static class ParallelHeadings
{
    private const int Fewest = 4;
    private const int Shortest = 6;
    private const int Longest = 24;

    /// <summary>So many characters of the text follow a heading before its first comma.</summary>
    private const int FewestBehind = 3;

    /// <summary>The length of the heading for each paragraph that has such a one.</summary>
    internal static Dictionary<int, int> Find(IReadOnlyList<Paragraph> block)
    {
        var found = new Dictionary<int, int>();
        foreach (var siblings in Siblings(block).Where(s => s.Count >= Fewest))
        {
            if (siblings.Exists(i => Habits.HasLeadShape(block[i]) || LeadSplitter.HasSign(block[i])))
                continue;
            var length = Enumerable.Range(Shortest, Longest - Shortest + 1)
                .LastOrDefault(l => siblings.TrueForAll(i => GoesOn(block[i], l)) && siblings.Count(i => EndsAt(block[i], l)) * 4 >= siblings.Count * 3);
            foreach (var at in length > 0 ? siblings : [])
                found[at] = length;
        }

        return found;
    }

    /// <summary>Paragraphs of one numbering that count on from 1.</summary>
    private static IEnumerable<List<int>> Siblings(IReadOnlyList<Paragraph> block)
    {
        var open = new Dictionary<Family, List<int>>();
        for (var i = 0; i < block.Count; i++)
        {
            if (block[i].Marker is not { Value: > 0 } marker)
                continue;
            if (open.TryGetValue(marker.Family, out var siblings) && marker.Value != block[siblings[^1]].Marker!.Value + 1)
            {
                yield return siblings;
                open.Remove(marker.Family);
            }

            if (!open.TryGetValue(marker.Family, out siblings))
                open.Add(marker.Family, siblings = []);
            siblings.Add(i);
        }

        foreach (var siblings in open.Values)
            yield return siblings;
    }

    /// <summary>No sign or gap ends it.</summary>
    private static bool GoesOn(Paragraph paragraph, int length)
    {
        var plain = paragraph.Body.Plain;
        return plain.Length > length + FewestBehind && plain.AsSpan(0, length + FewestBehind).IndexOfAny(",。;: ") < 0
            && !Brackets.Inside(Brackets.Partners(plain.AsSpan(0, Math.Min(plain.Length, 2 * Longest))))[length];
    }

    /// <summary>It begins with a verb, and a verb follows.</summary>
    private static bool EndsAt(Paragraph paragraph, int length) =>
        ActionWords.VerbAfterAdverbs(paragraph.Body.Plain) > 0 && ActionWords.VerbAfterAdverbs(paragraph.Body.Plain.AsSpan(length)) >= 2;
}
