namespace Shuren.Indicators.LookAhead;

/// <summary>
/// How fast values move: the median of the slopes between every two of them (H. Theil 1950, P. K. Sen 1968), with the quartiles of these slopes. A quarter of the values may be
/// wrong without any effect worth speaking of, which cannot be said of a least-squares line.
/// </summary>
/// <param name="Slow">The lower quartile, a day.</param>
/// <param name="Middle">The median, a day.</param>
/// <param name="Fast">The upper quartile, a day.</param>
internal readonly record struct Pace(double Slow, double Middle, double Fast)
{
    /// <param name="values">At least two, of different days.</param>
    public static Pace Of(IReadOnlyList<(DateOnly Day, double Value)> values)
    {
        var slopes = new List<double>(values.Count * (values.Count - 1) / 2);
        for (var left = 0; left < values.Count; left++)
        {
            for (var right = left + 1; right < values.Count; right++)
                slopes.Add((values[right].Value - values[left].Value) / (values[right].Day.DayNumber - values[left].Day.DayNumber));
        }
        slopes.Sort();
        return new(Quantile(slopes, 0.25), Quantile(slopes, 0.5), Quantile(slopes, 0.75));
    }

    /// <summary>Between the two nearest in order, in proportion.</summary>
    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var rest = place - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
