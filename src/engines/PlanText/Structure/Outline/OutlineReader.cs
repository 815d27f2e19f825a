using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tables;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Tells headings from sentences, district by district, and gives both in reading order.</summary>
internal static class OutlineReader
{
    internal static IReadOnlyList<Item> Read(SourceText source, IReadOnlyList<Paragraph> paragraphs)
    {
        var items = new List<Item>();
        foreach (var (district, block) in Split(paragraphs))
        {
            if (district is not null)
                items.Add(new DistrictItem(district));
            new BlockReader(source, block, items, startsWithDistrict: district is not null).Read();
        }

        return items;
    }

    /// <summary>Several districts in one text have a line each with nothing but their name.</summary>
    private static IEnumerable<(string? District, IReadOnlyList<Paragraph> Block)> Split(IReadOnlyList<Paragraph> paragraphs)
    {
        var heads = Enumerable.Range(0, paragraphs.Count).Where(i => IsHeader(paragraphs[i])).ToList();
        if (heads.Select(i => DistrictNames.HeaderName(paragraphs[i].Whole.Plain)).Distinct().Count() < 2)
            heads.Clear();
        yield return (null, [.. paragraphs.Take(heads.Count > 0 ? heads[0] : paragraphs.Count)]);
        for (var h = 0; h < heads.Count; h++)
        {
            var end = h + 1 < heads.Count ? heads[h + 1] : paragraphs.Count;
            yield return (DistrictNames.HeaderName(paragraphs[heads[h]].Whole.Plain), [.. paragraphs.Skip(heads[h] + 1).Take(end - heads[h] - 1)]);
        }
    }

    private static bool IsHeader(Paragraph paragraph) =>
        !paragraph.IsRow && paragraph.IsBare && paragraph.Whole.Length <= 24 && DistrictNames.IsHeader(paragraph.Whole.Plain);
}
