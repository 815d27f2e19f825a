using Shuren.PlanText;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>
/// A plain splitter, so that the numbers can be measured by themselves: a line is a paragraph, a sentence ends at 。；！？ outside
/// brackets and quotation marks, and what the labels say of a line's section is taken as given.
/// </summary>
internal static class SimpleSentences
{
    internal static List<Sentence> Of(SourceText source, GoldPlan gold)
    {
        var sentences = new List<Sentence>();
        foreach (var line in source.Lines.Where(line => IsBody(source, line)))
        {
            var isPlan = gold.Tasks.Any(task => task.Line == line.Number);
            foreach (var (start, end) in Split(source.Text[line.Start..line.End]))
                sentences.Add(new(source.Text[(line.Start + start)..(line.Start + end)], [.. Enumerable.Range(line.Start + start, end - start)], null, null, isPlan));
        }
        return sentences;
    }

    private static bool IsBody(SourceText source, SourceLine line) => source.TextOf(line).Trim().Length > 30 && source.TextOf(line).Contains('。');

    private static IEnumerable<(int Start, int End)> Split(string text)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if ("“《（(".Contains(text[at], StringComparison.Ordinal))
                depth++;
            else if ("”》）)".Contains(text[at], StringComparison.Ordinal))
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && "。；;！!？?".Contains(text[at], StringComparison.Ordinal))
            {
                yield return (start, at + 1);
                start = at + 1;
            }
        }
        if (start < text.Length)
            yield return (start, text.Length);
    }
}
