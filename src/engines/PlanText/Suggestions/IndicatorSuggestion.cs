using Shuren.PlanText.Measures;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Suggestions;

/// <summary>Which way a number is wanted, or an indicator is better.</summary>
public enum WantedWay
{
    /// <summary>Either: an exact number, a range; an indicator that only describes.</summary>
    Any,

    /// <summary>At least.</summary>
    Up,

    /// <summary>At most.</summary>
    Down,
}

/// <summary>What is known of an indicator when a target looks for one.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Unit">Its unit in Chinese; 个 for a count without one, empty for a plain ratio.</param>
/// <param name="Better">Which way is better.</param>
public sealed record IndicatorProfile(string Code, string Name, string Unit, WantedWay Better);

/// <summary>What a target says.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Quote">The document's sentence, or empty.</param>
/// <param name="Unit">The unit of its number; null where it has no number, as a mere direction.</param>
/// <param name="Way">Which way it is wanted.</param>
public sealed record SoughtTarget(string Name, string Quote, string? Unit, WantedWay Way);

/// <summary>An indicator that may measure a target.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Shared">Stretches of the indicator's name that the target says too, the longest first.</param>
/// <param name="Fit">How its value is written in the target's unit.</param>
public sealed record IndicatorAdvice(string Code, double Score, IReadOnlyList<string> Shared, UnitFit Fit);

/// <summary>
/// Suggests which indicator measures a target, by arithmetic over words (docs/decisions/0195). In short: both names are cut into pairs of characters, a pair that
/// n of N indicators hold weighs ln(1 + N/n); the score is the geometric mean of the part of the indicator's name that the target says and the part of the target's name
/// that the indicator says. Unit and direction must fit. Words that exclude each other (小学, 初中) give none; a word that narrows the matter (差异系数, 骨干教师) and stands
/// on one side only halves the score.
/// </summary>
/// <param name="indicators">All that may be suggested.</param>
public sealed class IndicatorSuggestion(IReadOnlyList<IndicatorProfile> indicators)
{
    /// <summary>Below this nothing is suggested.</summary>
    public const double LeastScore = 0.62;

    private const int Most = 3;

    /// <summary>A pair that no indicator's name has says little about which one it is: it weighs this part of the rarest.</summary>
    private const double UnseenShare = 0.35;

    private const double NarrowedShare = 0.5;

    /// <summary>A stage that only the indicator names: 小学 and 初中 have an indicator each, and the target means perhaps both.</summary>
    private const double UnsaidShare = 0.9;

    private readonly List<Read> known = [.. indicators.Select(indicator => new Read(indicator, IndicatorWords.Read(indicator.Name)))];

    private readonly Dictionary<string, double> rarity = indicators.SelectMany(indicator => Bigrams.Of(IndicatorWords.Read(indicator.Name))).CountBy(pair => pair)
        .ToDictionary(count => count.Key, count => Math.Log(1 + (double)indicators.Count / count.Value));

    private double Unseen => UnseenShare * Math.Log(1 + indicators.Count);

    /// <summary>At most three, best first; none where nothing is near enough.</summary>
    public IReadOnlyList<IndicatorAdvice> Suggest(SoughtTarget target)
    {
        var said = IndicatorWords.Read(target.Name);
        return
        [
            .. known.Where(read => WaysFit(read.Profile.Better, target.Way))
                .Select(read => (read, Fit: target.Unit is { } unit ? UnitFit.Between(read.Profile.Unit, unit, target.Name + target.Quote) : new(1)))
                .Where(found => found.Fit is not null)
                .Select(found => new IndicatorAdvice(found.read.Profile.Code, Score(found.read, said), Stretches(found.read.Words, said), found.Fit!.Value)) // those without are left out above
                .Where(advice => advice.Score >= LeastScore)
                .OrderByDescending(advice => advice.Score).Take(Most),
        ];
    }

    /// <summary>How near a target's words are to an indicator's name, 0 to 1.</summary>
    private double Score(Read indicator, string said)
    {
        var (own, asked) = (Bigrams.Of(indicator.Words), Bigrams.Of(said));
        var shared = own.Where(asked.Contains).Sum(Weight);
        if (shared == 0)
            return 0;
        var near = Math.Sqrt(shared / own.Sum(Weight) * (shared / asked.Sum(Weight)));
        return near * Excluding(indicator.Words, said) * Narrowing(indicator.Words, said);
    }

    private double Weight(string pair) => rarity.TryGetValue(pair, out var weight) ? weight : Unseen;

    private static double Excluding(string indicator, string said)
    {
        var share = 1.0;
        foreach (var set in IndicatorWords.Exclusive)
        {
            var (ours, theirs) = (Named(set, indicator), Named(set, said));
            if (ours.Count == 0 || ours.Overlaps(theirs))
                continue;
            share *= theirs.Count > 0 ? 0 : UnsaidShare;
        }
        return share;
    }

    private static HashSet<int> Named(string[][] set, string words) => [.. Enumerable.Range(0, set.Length).Where(at => set[at].Any(way => words.Contains(way, StringComparison.Ordinal)))];

    private static double Narrowing(string indicator, string said) =>
        Math.Pow(NarrowedShare, IndicatorWords.Narrowing.Count(word => indicator.Contains(word, StringComparison.Ordinal) != said.Contains(word, StringComparison.Ordinal)));

    private static bool WaysFit(WantedWay better, WantedWay wanted) => better == WantedWay.Any || wanted == WantedWay.Any || better == wanted;

    /// <summary>What both say, for the reason: the longest common stretches of two characters and more.</summary>
    private static List<string> Stretches(string indicator, string said)
    {
        var found = new List<string>();
        for (var at = 0; at < indicator.Length; at++)
        {
            var length = 0;
            while (at + length < indicator.Length && said.Contains(indicator.Substring(at, length + 1), StringComparison.Ordinal))
                length++;
            if (length < 2)
                continue;
            found.Add(indicator.Substring(at, length));
            at += length - 1;
        }
        return [.. found.OrderByDescending(stretch => stretch.Length).Take(3)];
    }

    private sealed record Read(IndicatorProfile Profile, string Words);
}
