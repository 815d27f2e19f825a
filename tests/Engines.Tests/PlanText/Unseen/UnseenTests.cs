using System.Globalization;
using System.Text;
using Shuren.Engines.Tests.PlanText.Sources;
using Shuren.PlanText;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Unseen;

/// <summary>
/// Plans of every form in which bureaus publish them, of invented districts. They were written and labelled before the reader
/// saw them; what it makes of them stands here for what it will make of the next one.
/// </summary>
public sealed class UnseenTests
{
    /// <summary>Reached by the hardest document; the others are better.</summary>
    private const double LeastOfOne = 0.92;

    /// <summary>Reached over all documents together.</summary>
    private const double LeastOfAll = 0.985;

    /// <summary>How often comparator, deadline and status of a target agree with the labels.</summary>
    private const double LeastOfProperties = 0.97;

    public static TheoryData<string> Names() => [.. UnseenPlan.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_plan_in_a_form_nobody_tuned_for_is_read_as_people_read_it(string name)
    {
        var score = await Score(name);

        foreach (var (kind, tally) in Kinds(score))
            Assert.True(tally.F1 >= LeastOfOne, Words(score.Document, kind, tally));
    }

    [Fact]
    public async Task All_of_them_together_leave_hardly_anything_out()
    {
        var scores = new List<PlanScore>();
        foreach (var name in UnseenPlan.Names)
            scores.Add(await Score(name));

        foreach (var kind in scores.SelectMany(score => Kinds(score).Select(k => (k.Kind, score.Document, k.Tally))).GroupBy(k => k.Kind))
        {
            var f1 = 2.0 * kind.Sum(k => k.Tally.Right) / kind.Sum(k => k.Tally.Labelled + k.Tally.Found);
            Assert.True(f1 >= LeastOfAll, $"{kind.Key} {f1:F3}\n" + string.Join('\n', kind.Select(k => Words(k.Document, k.Kind, k.Tally))));
        }
        Assert.All(new Func<PlanScore, Agreement>[] { s => s.Comparators, s => s.Deadlines, s => s.Statuses }, property =>
            Assert.True(scores.Sum(s => property(s).Right) >= LeastOfProperties * scores.Sum(s => property(s).Of)));
    }

    private static async Task<PlanScore> Score(string name)
    {
        var plan = UnseenPlan.Load(name);
        var source = await Reading.Text(plan.Bytes, plan.Labels.Document);
        return PlanScore.Of(plan.Labels, PlanReader.Read(source), source);
    }

    internal static IEnumerable<(string Kind, Tally Tally)> Kinds(PlanScore score) =>
        [("Sections", score.Sections), ("Tasks", score.Tasks), ("Targets", score.Targets)];

    internal static string Words(string document, string kind, Tally tally) => string.Join('\n',
        [$"{document}: {kind} {tally.F1.ToString("F3", CultureInfo.InvariantCulture)}", .. tally.Misses.Select(m => $"  - {m.Line}: {m.Text}"), .. tally.Extras.Select(m => $"  + {m.Line}: {m.Text}")]);
}
