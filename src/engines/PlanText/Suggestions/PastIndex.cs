namespace Shuren.PlanText.Suggestions;

/// <summary>The most similar task of an earlier year.</summary>
/// <param name="Task">The earlier task.</param>
/// <param name="Similarity">0 to 1; 1 for the same words.</param>
internal sealed record PastMatch(PastTask Task, double Similarity);

/// <summary>
/// Earlier tasks by similarity: the cosine of their pairs of characters, each weighted by ln(1 + N/n) where n of N earlier tasks hold it.
/// Phrases that every task uses (进一步加强) weigh next to nothing.
/// </summary>
internal sealed class PastIndex
{
    /// <summary>Below this two sentences share the manner of the genre, not the matter.</summary>
    internal const double LeastSimilarity = 0.3;

    private readonly Dictionary<string, double> _rarity;

    private readonly double _unseen;

    private readonly List<(PastTask Task, HashSet<string> Pairs, double Length)> _tasks;

    internal PastIndex(IReadOnlyList<PastTask> past)
    {
        var pairs = past.Select(task => Bigrams.Of(task.Text)).ToList();
        _rarity = pairs.SelectMany(set => set).CountBy(pair => pair).ToDictionary(count => count.Key, count => Math.Log(1 + (double)past.Count / count.Value));
        _unseen = Math.Log(1 + past.Count);
        _tasks = [.. past.Zip(pairs, (task, set) => (task, set, Length(set)))];
    }

    /// <summary>For each unit that led a similar task, the most similar one.</summary>
    internal IReadOnlyList<PastMatch> Match(string text)
    {
        var pairs = Bigrams.Of(text);
        var length = Length(pairs);
        return [.. _tasks
            .Select(task => new PastMatch(task.Task, Cosine(pairs, length, task.Pairs, task.Length)))
            .Where(match => match.Similarity >= LeastSimilarity)
            .GroupBy(match => match.Task.Lead, (_, matches) => matches.MaxBy(match => match.Similarity)!)
            .OrderByDescending(match => match.Similarity)];
    }

    private double Cosine(HashSet<string> left, double leftLength, HashSet<string> right, double rightLength)
    {
        var shared = left.Where(right.Contains).Sum(pair => Square(Rarity(pair)));
        return leftLength * rightLength == 0 ? 0 : Math.Min(1, shared / (leftLength * rightLength));
    }

    private double Length(HashSet<string> pairs) => Math.Sqrt(pairs.Sum(pair => Square(Rarity(pair))));

    /// <summary>A pair that no earlier task holds is as rare as one can be.</summary>
    private double Rarity(string pair) => _rarity.TryGetValue(pair, out var rarity) ? rarity : _unseen;

    private static double Square(double value) => value * value;
}
