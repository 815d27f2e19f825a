namespace Shuren.PlanText.Scoring;

/// <summary>Pairs labels with what was found: each is used once, and a stricter agreement goes before a looser one.</summary>
internal static class Pairing
{
    /// <remarks>Agreements say when a label and a piece agree, strictest first.</remarks>
    internal static IReadOnlyList<(TLabel Label, TFound Found)> Pair<TLabel, TFound>(
        IReadOnlyList<TLabel> labels, IReadOnlyList<TFound> found, IReadOnlyList<Func<TLabel, TFound, bool>> agreements)
        where TLabel : class
        where TFound : class
    {
        var pairs = new List<(TLabel, TFound)>();
        var (freeLabels, freeFound) = (labels.ToList(), found.ToList());
        foreach (var agree in agreements)
        {
            foreach (var label in freeLabels.ToList())
            {
                if (freeFound.FindIndex(piece => agree(label, piece)) is not (>= 0 and var index))
                    continue;
                pairs.Add((label, freeFound[index]));
                freeFound.RemoveAt(index);
                freeLabels.RemoveAt(freeLabels.FindIndex(free => ReferenceEquals(free, label)));
            }
        }
        return pairs;
    }

    internal static Tally Tally<TLabel, TFound>(
        IReadOnlyList<TLabel> labels, IReadOnlyList<TFound> found, IReadOnlyList<Func<TLabel, TFound, bool>> agreements,
        Func<TLabel, ScoredPiece> showLabel, Func<TFound, ScoredPiece> showFound)
        where TLabel : class
        where TFound : class
        => Tally(Pair(labels, found, agreements), labels, found, showLabel, showFound);

    internal static Tally Tally<TLabel, TFound>(
        IReadOnlyList<(TLabel Label, TFound Found)> pairs, IReadOnlyList<TLabel> labels, IReadOnlyList<TFound> found,
        Func<TLabel, ScoredPiece> showLabel, Func<TFound, ScoredPiece> showFound)
        where TLabel : class
        where TFound : class
    {
        var (paired, used) = (pairs.Select(pair => pair.Label).ToHashSet(ReferenceEqualityComparer.Instance), pairs.Select(pair => pair.Found).ToHashSet(ReferenceEqualityComparer.Instance));
        return new(pairs.Count, labels.Count, found.Count,
            [.. labels.Where(label => !paired.Contains(label)).Select(showLabel)], [.. found.Where(piece => !used.Contains(piece)).Select(showFound)]);
    }
}
