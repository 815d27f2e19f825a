using Shuren.PlanText;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Unseen;

/// <summary>Labels whose lines are those of the same words in another format.</summary>
internal static class MovedLabels
{
    internal static GoldPlan To(SourceText source, UnseenPlan plan)
    {
        var places = Enumerable.Range(0, source.Text.Length).Where(i => char.IsLetterOrDigit(source.Text[i])).ToArray();
        var letters = string.Concat(places.Select(i => source.Text[i]));
        var begins = Begins(plan.Text.Split('\n'), letters);
        int LineOf(int line, string words)
        {
            var at = letters.IndexOf(Letters(words), begins[line - 1], StringComparison.Ordinal);
            return at < 0 ? line : source.LineAt(places[at]);
        }

        return plan.Labels with
        {
            Sections = [.. plan.Labels.Sections.Select(s => s with { Line = LineOf(s.Line, s.Title) })],
            Tasks = [.. plan.Labels.Tasks.Select(t => t with { Line = LineOf(t.Line, t.Prefix) })],
            Targets = [.. plan.Labels.Targets.Select(t => t with { Line = LineOf(t.Line, t.Quote) })],
        };
    }

    /// <summary>Where the letters of each line begin among those of the other format; a line that is not there begins where the last one did.</summary>
    private static int[] Begins(string[] lines, string letters)
    {
        var begins = new int[lines.Length];
        for (var (i, at) = (0, 0); i < lines.Length; i++)
        {
            var words = Letters(lines[i]);
            var found = words.Length == 0 ? -1 : letters.IndexOf(words, at, StringComparison.Ordinal);
            begins[i] = at = found < 0 ? at : found;
        }
        return begins;
    }

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}
