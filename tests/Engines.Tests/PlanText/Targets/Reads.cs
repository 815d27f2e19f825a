using Shuren.PlanText;
using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>One sentence of a plan, read for its targets.</summary>
internal static class Reads
{
    internal static IReadOnlyList<PlanTarget> Plan(string sentence, int? year = null, bool isPlan = true)
    {
        var source = SourceText.FromPlainText(sentence);
        return TargetReader.Read(source, [new(sentence, [.. Enumerable.Range(0, sentence.Length)], "s1", "t1", isPlan)], year);
    }

    internal static PlanTarget One(string sentence, int? year = null, bool isPlan = true) => Assert.Single(Plan(sentence, year, isPlan));
}
