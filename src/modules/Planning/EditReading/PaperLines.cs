using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;

namespace Shuren.Planning.EditReading;

/// <summary>A stretch of a document's line: of one task or none, of one number or none.</summary>
internal sealed record PaperPiece(string Text, ReadTask? Task, bool IsQuantity, bool OpensTask);

/// <summary>A line of the document with what was read in it. The page is given where a new one begins.</summary>
internal sealed record PaperLine(IReadOnlyList<PaperPiece> Pieces, bool IsHeading, int? EndsPage);

/// <summary>Lays what was read over the text of the document, line by line, so that the screen can light it up.</summary>
internal static class PaperLines
{
    public static IReadOnlyList<PaperLine> Of(PlanReading reading)
    {
        var text = reading.Source.Text;
        List<ReadTask> tasks = [.. reading.Standing.Where(task => Fits(task.Task.SourceStart, task.Task.SourceEnd, text)).OrderBy(task => task.Task.SourceStart)];
        List<Target> numbers = [.. tasks.SelectMany(task => task.Targets).Where(target => target.DroppedAt is null && Fits(target.SourceStart, target.SourceEnd, text))];
        var pages = new Queue<int>(PageStarts.Parse(reading.Source.PageStarts));
        var (lines, page, seen) = (new List<PaperLine>(), 1, new HashSet<Guid>());
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            if (pages.TryPeek(out var next) && next <= start)
            {
                pages.Dequeue();
                lines.Add(new([], false, page++));
            }
            var pieces = Pieces(text, start, end, tasks, numbers, seen);
            if (pieces.Count > 0)
                lines.Add(new(pieces, IsHeading(reading.Sections, start, end), null));
            start = end + 1;
        }
        return lines;
    }

    private static bool Fits(int? start, int? end, string text) => start >= 0 && end > start && end <= text.Length;

    /// <summary>A heading fills its line but for its marker and a full stop.</summary>
    private static bool IsHeading(IReadOnlyList<PlanSection> sections, int start, int end) =>
        sections.Any(section => section.SourceStart >= start && section.SourceEnd <= end && end - section.SourceEnd <= 1 && section.SourceStart - start <= 8);

    private static List<PaperPiece> Pieces(string text, int start, int end, List<ReadTask> tasks, List<Target> numbers, HashSet<Guid> seen)
    {
        List<ReadTask> here = [.. tasks.Where(task => task.Task.SourceStart < end && task.Task.SourceEnd > start)];
        List<Target> counted = [.. numbers.Where(number => number.SourceStart < end && number.SourceEnd > start)];
        IEnumerable<int?> edges = [start, end, .. here.SelectMany(task => new[] { task.Task.SourceStart, task.Task.SourceEnd }), .. counted.SelectMany(number => new[] { number.SourceStart, number.SourceEnd })];
        List<int> cuts = [.. edges.OfType<int>().Where(at => at >= start && at <= end).Distinct().Order()];
        var pieces = new List<PaperPiece>();
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var words = text[from..to];
            if (pieces.Count == 0)
                words = words.TrimStart();
            if (words.Length == 0)
                continue;
            var task = here.FirstOrDefault(task => task.Task.SourceStart <= from && task.Task.SourceEnd >= to);
            pieces.Add(new(words, task, counted.Any(number => number.SourceStart <= from && number.SourceEnd >= to), task is not null && seen.Add(task.Task.Id)));
        }
        return pieces;
    }
}
