namespace Shuren.PlanText.Suggestions;

/// <summary>How far the duties of a unit speak for a task.</summary>
/// <param name="Score">0 to below 1.</param>
/// <param name="Phrases">The duties that matched, the strongest first.</param>
internal sealed record DutyMatch(double Score, IReadOnlyList<string> Phrases);

/// <summary>
/// The duties of all units, weighted by rarity. The arithmetic, so that anybody can redo it by hand:
/// <list type="number">
/// <item>Each duty phrase is cut into pairs of characters. A pair that the duties of n of N units hold weighs ln(1 + N/n): 教师, which
/// half the bureau uses, weighs little, 校车 much.</item>
/// <item>A phrase covers a task by the weight of its pairs that stand in the task, divided by the weight of all its pairs (0 to 1).
/// Below one half it says nothing. Words of the section's title count 0.6 of words of the task.</item>
/// <item>Its points are coverage³ · the weight of all its pairs: a longer, rarer phrase that fits wholly says most, a half fit an eighth.</item>
/// <item>A unit's four strongest phrases count 1, 1/2, 1/3, 1/4 of their points, lest a long list of duties win by length.</item>
/// <item>Score = points / (points + 4): never 1, and 4 points (a rare two-character word) are one half.</item>
/// </list>
/// </summary>
internal sealed class DutyIndex
{
    private const double LeastCoverage = 0.5;

    private const double TitleShare = 0.6;

    private const int StrongestPhrases = 4;

    private const double HalfwayPoints = 4;

    private readonly Dictionary<string, double> _rarity;

    private readonly List<List<(string Phrase, HashSet<string> Pairs)>> _duties;

    internal DutyIndex(IReadOnlyList<UnitProfile> units)
    {
        _duties = [.. units.Select(unit => unit.Duties.Select(duty => (duty, Bigrams.Of(duty))).Where(duty => duty.Item2.Count > 0).ToList())];
        _rarity = _duties
            .SelectMany(duties => duties.SelectMany(duty => duty.Pairs).Distinct())
            .CountBy(pair => pair)
            .ToDictionary(count => count.Key, count => Math.Log(1 + (double)units.Count / count.Value));
    }

    /// <summary>One match for each unit, in their order.</summary>
    internal IReadOnlyList<DutyMatch> Match(string task, string sectionTitle)
    {
        var (inTask, inTitle) = (Bigrams.Of(task), Bigrams.Of(sectionTitle));
        return [.. _duties.Select(duties => Match(duties, inTask, inTitle))];
    }

    private DutyMatch Match(List<(string Phrase, HashSet<string> Pairs)> duties, HashSet<string> inTask, HashSet<string> inTitle)
    {
        var best = duties
            .Select(duty => (duty.Phrase, Points: Points(duty.Pairs, inTask, inTitle)))
            .Where(duty => duty.Points > 0)
            .OrderByDescending(duty => duty.Points)
            .Take(StrongestPhrases)
            .ToList();
        var points = best.Select((duty, rank) => duty.Points / (rank + 1)).Sum();
        return new(points / (points + HalfwayPoints), [.. best.Select(duty => duty.Phrase)]);
    }

    private double Points(HashSet<string> pairs, HashSet<string> inTask, HashSet<string> inTitle)
    {
        var whole = pairs.Sum(pair => _rarity[pair]);
        var coverage = Math.Max(Coverage(pairs, inTask, whole), TitleShare * Coverage(pairs, inTitle, whole));
        return coverage < LeastCoverage ? 0 : Math.Pow(coverage, 3) * whole;
    }

    private double Coverage(HashSet<string> pairs, HashSet<string> text, double whole) => pairs.Where(text.Contains).Sum(pair => _rarity[pair]) / whole;
}
