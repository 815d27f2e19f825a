namespace Shuren.PlanText.Structure.Lines;

/// <summary>
/// Breaks lines again in which several numbered pieces run on: a web page that lost its paragraphs, or 一是…。二是…。 in one
/// paragraph where each piece opens with a heading. The numbering must count on; a lone number inside a line breaks nothing.
/// </summary>
internal static class RunOnLines
{
    private const int Shortest = 60;
    private const int FewestSpoken = 3;
    private const int LongestSpokenHeading = 20;

    internal static IEnumerable<SourceLine> Split(SourceText source, IEnumerable<SourceLine> lines) =>
        lines.SelectMany(line => line.Kind == LineKind.Text && line.End - line.Start >= Shortest ? Split(source, line) : [line]);

    /// <summary>A numbering inside a line.</summary>
    private readonly record struct Inline(int At, Marker Marker);

    private static IEnumerable<SourceLine> Split(SourceText source, SourceLine line)
    {
        var plain = Passage.ToPlain(source.TextOf(line).ToString());
        var cuts = Cuts(plain);
        var start = 0;
        foreach (var cut in cuts)
        {
            yield return line with { Start = line.Start + start, End = line.Start + cut };
            start = cut;
        }

        yield return cuts.Count == 0 ? line : line with { Start = line.Start + start };
    }

    private static List<int> Cuts(string plain)
    {
        var inside = Brackets.Inside(Brackets.Partners(plain));
        var found = Enumerable.Range(0, plain.Length).Where(at => at == 0 || !inside[at] || !inside[at - 1]).Select(at => Read(plain, at)).OfType<Inline>().ToList();
        var cuts = new List<int>();
        foreach (var family in found.GroupBy(inline => inline.Marker.Family))
        {
            var counted = CountedOn([.. family]);
            if (family.Key.Kind == MarkerKind.Spoken ? counted.Count >= FewestSpoken && OpenWithHeadings(plain, counted) : counted.Count >= 2)
                cuts.AddRange(counted.Select(inline => inline.At).Where(at => at > 0));
        }

        cuts.Sort();
        return cuts;
    }

    /// <summary>The numbering behind a full stop or a gap; 一是 counts on even where the stop before it was forgotten.</summary>
    private static Inline? Read(string plain, int at)
    {
        var before = at - 1;
        while (before >= 0 && plain[before] == ' ')
            before--;
        var isOpen = before < 0 || plain[before] is '。' or '!' or '?' || (before < at - 1 && plain[before] is not (';' or ',' or '、' or ':'));
        if (MarkerReader.Read(plain.AsSpan(at, Math.Min(plain.Length - at, 8))) is not { } marker)
            return null;
        var fits = marker.Family.Kind switch
        {
            MarkerKind.Spoken => plain.AsSpan(at).IndexOf('是') is 1 or 2,
            MarkerKind.Chinese or MarkerKind.ChineseInBrackets or MarkerKind.Number => isOpen,
            _ => false,
        };
        return fits ? new(at, marker) : null;
    }

    /// <summary>The longest run of neighbours whose numbers go up by one.</summary>
    private static List<Inline> CountedOn(List<Inline> family)
    {
        var (best, run) = (new List<Inline>(), new List<Inline>());
        foreach (var inline in family)
        {
            if (run.Count > 0 && inline.Marker.Value != run[^1].Marker.Value + 1)
                run = [];
            run.Add(inline);
            best = run.Count > best.Count ? run : best;
        }

        return best;
    }

    /// <summary>一是坚持党建引领。全面实施…: each piece has a short first sentence and more behind it.</summary>
    private static bool OpenWithHeadings(string plain, List<Inline> counted)
    {
        var opened = 0;
        for (var i = 0; i < counted.Count; i++)
        {
            var end = i + 1 < counted.Count ? counted[i + 1].At : plain.Length;
            var piece = plain.AsSpan(counted[i].At..end);
            var stop = piece.IndexOfAny("。,;:");
            opened += stop > 0 && stop <= LongestSpokenHeading && piece[stop] == '。' && stop + 6 < piece.TrimEnd().Length ? 1 : 0;
        }

        return opened * 5 >= counted.Count * 4;
    }
}
