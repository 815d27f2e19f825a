namespace Shuren.PlanText.Targets;

/// <summary>Where a sentence goes on in a new line of the source, as a print or a PDF breaks it.</summary>
internal static class LineBreaks
{
    /// <summary>The places in the sentence, in order, that begin a line.</summary>
    internal static IReadOnlyList<int> Of(SourceText source, Sentence sentence)
    {
        var breaks = new List<int>();
        var offsets = sentence.Offsets;
        var join = FirstBehind(source.Joins, offsets.Count > 0 ? offsets[0] : 0);
        for (var at = 1; at < offsets.Count; at++)
        {
            var isJoined = join < source.Joins.Count && source.Joins[join] <= offsets[at];
            if (isJoined || (offsets[at] > offsets[at - 1] + 1 && source.Text.AsSpan(offsets[at - 1]..offsets[at]).Contains('\n')))
                breaks.Add(at);
            while (join < source.Joins.Count && source.Joins[join] <= offsets[at])
                join++;
        }

        return breaks;
    }

    private static int FirstBehind(IReadOnlyList<int> joins, int offset)
    {
        var (low, high) = (0, joins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = joins[middle] > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
