namespace Shuren.PlanText.Suggestions;

/// <summary>A way of working that Shuren supports (one of 222 capabilities in 28 families).</summary>
/// <param name="Id">F01.01 to F28.05.</param>
/// <param name="Family">F01 to F28.</param>
/// <param name="FamilyName">The family's Chinese name.</param>
/// <param name="Capability">What it does, in English.</param>
/// <param name="Keywords">Words of plans that speak of it.</param>
public sealed record Mechanism(string Id, string Family, string FamilyName, string Capability, IReadOnlyList<string> Keywords);

/// <summary>A mechanism that a task seems to speak of.</summary>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Words">Its keywords that stand in the task.</param>
/// <param name="Reason">The same in words for the user.</param>
public sealed record MechanismAdvice(Mechanism Mechanism, IReadOnlyList<string> Words, string Reason);

/// <summary>Suggests which mechanisms a task speaks of, by the keywords of <c>mechanisms.csv</c>.</summary>
public static class MechanismSuggestion
{
    private const int Most = 3;

    /// <summary>All mechanisms in the order of their ids.</summary>
    public static IReadOnlyList<Mechanism> All { get; } = [.. SuggestionFile.Lines("mechanisms.csv").Skip(1).Select(Parse)];

    /// <summary>In how many mechanisms a keyword stands: a word that several share says less about each.</summary>
    private static readonly Dictionary<string, int> Shared = All.SelectMany(mechanism => mechanism.Keywords).CountBy(word => word).ToDictionary(count => count.Key, count => count.Value);

    /// <summary>
    /// At most three mechanisms, best first; none where no keyword stands in the text. A keyword gives as many points as it has
    /// characters, divided by the number of mechanisms that share it; a keyword inside a longer matched one gives none.
    /// </summary>
    /// <param name="text">The task's sentence.</param>
    public static IReadOnlyList<MechanismAdvice> Suggest(string text) =>
    [
        .. All
            .Select(mechanism => (Mechanism: mechanism, Words: Matches(mechanism, text)))
            .Where(match => match.Words.Count > 0)
            .OrderByDescending(match => match.Words.Sum(word => (double)word.Length / Shared[word]))
            .ThenBy(match => match.Mechanism.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(match => new MechanismAdvice(match.Mechanism, match.Words, $"任务里写有“{string.Join("”“", match.Words)}”。")),
    ];

    private static List<string> Matches(Mechanism mechanism, string text)
    {
        var words = mechanism.Keywords.Where(word => text.Contains(word, StringComparison.Ordinal)).ToList();
        return [.. words.Where(word => !words.Any(longer => longer.Length > word.Length && longer.Contains(word, StringComparison.Ordinal)))];
    }

    private static Mechanism Parse(string line)
    {
        var columns = CsvLine.Split(line);
        return new(columns[0], columns[1], columns[2], columns[3], SuggestionFile.Words(columns[4]));
    }
}
