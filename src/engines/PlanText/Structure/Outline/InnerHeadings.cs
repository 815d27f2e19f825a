using Shuren.PlanText.Structure.Lines;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>
/// Headings inside a paragraph: short sentences of one clause, each spelled out by those behind it. They are believed only
/// where the paragraphs of a plan without numbering show the same form.
/// </summary>
internal static class InnerHeadings
{
    private const int Longest = 15;

    /// <summary>Which paragraphs hold inner headings, and whether these are siblings of the paragraph's first heading.</summary>
    internal static Dictionary<int, Family> Find(IReadOnlyList<Paragraph> block, Func<int, bool> isLead)
    {
        var leads = Enumerable.Range(0, block.Count).Where(i => block[i].Marker is null && isLead(i)).ToList();
        var clauses = leads.FindAll(i => Sentences.Clauses(block[i].Sentences[0]).Count() > 1);
        if (clauses.Count >= 2 && clauses.Count * 2 > leads.Count)
        {
            var opened = clauses.FindAll(i => block[i].Sentences.Count > 2 && IsInner(block[i].Sentences[1]));
            return opened.Count * 4 >= clauses.Count * 3 ? opened.ToDictionary(i => i, _ => new Family(MarkerKind.Inner)) : [];
        }

        var sections = leads.GroupBy(i => LastOwnLine(block, i)).Where(g => g.Key >= 0).ToList();
        var alone = sections.FindAll(g => g.Count() == 1).ConvertAll(g => g.First());
        return alone.Count * 2 <= sections.Count
            ? alone.FindAll(i => InnerCount(block[i]) >= 2).ToDictionary(i => i, _ => new Family(MarkerKind.Lead))
            : [];
    }

    /// <summary>A short sentence of one clause without quantity.</summary>
    internal static bool IsInner(Passage sentence) =>
        sentence.Length <= Longest && sentence.Plain[^1] == '。' && !sentence.Plain.Contains(',') && Habits.IsHeadingLike(sentence.Plain);

    private static int InnerCount(Paragraph paragraph) =>
        Enumerable.Range(2, Math.Max(0, paragraph.Sentences.Count - 3)).Count(i => IsInner(paragraph.Sentences[i]) && !IsInner(paragraph.Sentences[i + 1]));

    private static int LastOwnLine(IReadOnlyList<Paragraph> block, int at)
    {
        while (at >= 0 && !(block[at].Marker is null && block[at].IsBare))
            at--;
        return at;
    }
}
