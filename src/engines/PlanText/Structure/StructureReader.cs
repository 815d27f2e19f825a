using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure;

/// <summary>Title, dates, districts, sections, sentences and tasks of a document: everything but its numbers.</summary>
internal static class StructureReader
{
    /// <summary>What was found, and every sentence of the document's body (tasks or not) for those who read numbers.</summary>
    internal sealed record Structure(WorkPlanReading Reading, IReadOnlyList<Sentence> Sentences);

    /// <summary>Lines → furniture → head → paragraphs → headings → sentences → tasks with owners and dates.</summary>
    internal static Structure Read(SourceText source)
    {
        var lines = LineReader.Read(source);
        Furniture.Mark(lines);
        var head = HeadReader.Read(source, lines);
        var paragraphs = ParagraphJoiner.Join(lines);
        var items = OutlineReader.Read(source, paragraphs);
        var reader = new TaskReader(head, passage => source.PlaceOf(passage.Start, passage.End));
        var sentences = reader.Read(items);
        var districts = Districts(items, head, source);
        return new(
            new WorkPlanReading
            {
                Title = head.Title,
                Bureau = head.Bureau,
                Year = head.Period.Year,
                EndYear = head.Period.EndYear,
                Published = head.Published,
                Districts = districts,
                Sections = districts.Count == 1 ? [.. reader.Sections.Select(s => s with { District = districts[0] })] : reader.Sections,
                Tasks = reader.Tasks(),
                Boilerplate = [.. lines.Where(l => l.Role == LineRole.Boilerplate && !l.Words.IsEmpty).Select(l => source.PlaceOf(l.Words.Start, l.Words.End))],
            },
            sentences);
    }

    private static List<string> Districts(IReadOnlyList<Item> items, DocumentHead head, SourceText source)
    {
        var named = items.OfType<DistrictItem>().Select(d => d.Name).Distinct().ToList();
        if (named.Count > 0)
            return named;
        var one = (head.Bureau is { } bureau ? DistrictNames.FromBureau(Passage.ToPlain(bureau)) : null)
            ?? (head.Title is { } title ? DistrictNames.MostNamed(Passage.ToPlain(title)) : null)
            ?? DistrictNames.MostNamed(Passage.ToPlain(source.Text));
        return one is null ? [] : [one];
    }
}
