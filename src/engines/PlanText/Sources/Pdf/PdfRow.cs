namespace Shuren.PlanText.Sources.Pdf;

/// <summary>Words that stand at the same height of a page, from left to right.</summary>
internal sealed record PdfRow(IReadOnlyList<PdfWord> Words)
{
    internal double Top => Words.Min(word => word.Top);

    internal double Bottom => Words.Max(word => word.Bottom);

    internal double Middle { get; } = Words.Average(word => word.Middle);

    internal double Height { get; } = Words.Max(word => word.Bottom - word.Top);

    internal static List<PdfRow> Of(IEnumerable<PdfWord> words)
    {
        var rows = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (rows.Count > 0 && word.Middle - rows[^1][0].Middle < 0.4 * (word.Bottom - word.Top))
                rows[^1].Add(word);
            else
                rows.Add([word]);
        }
        return [.. rows.Select(row => new PdfRow([.. row.OrderBy(word => word.Left)]))];
    }

    /// <summary>The gaps between its words that are at least so wide, in heights of the row.</summary>
    internal List<(double Left, double Right)> Gaps(double narrowest)
    {
        var gaps = new List<(double Left, double Right)>();
        foreach (var (word, next) in Words.Zip(Words.Skip(1)))
        {
            if (next.Left - word.Right >= narrowest * Height)
                gaps.Add((word.Right, next.Left));
        }
        return gaps;
    }
}
