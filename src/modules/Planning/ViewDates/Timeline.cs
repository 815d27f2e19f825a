using Shuren.Kernel;
using Shuren.Planning.ViewPlan;

namespace Shuren.Planning.ViewDates;

/// <summary>Where each date stands on the drawing: lanes from top to bottom, days from left to right, dates of one week in a pile.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Today">The day that asks.</param>
/// <param name="Lanes">One for each part of the plan that has dates.</param>
internal sealed record Timeline(DateOnly First, DateOnly Last, DateOnly Today, IReadOnlyList<Timeline.Lane> Lanes)
{
    /// <summary>Width of the drawing in its own units, without the margin at the left.</summary>
    public const int Width = 960;
    public const int HeadHeight = 36;
    private const int LaneHead = 20;
    private const int MarkHeight = 11;

    /// <summary>A part of the plan with its dates.</summary>
    public sealed record Lane(string Label, double Top, double Height, IReadOnlyList<Dot> Dots);

    /// <summary>A date on the drawing.</summary>
    public sealed record Dot(FindDates.Mark Mark, double X, double Y);

    public double Height => Lanes.Count == 0 ? HeadHeight : Lanes[^1].Top + Lanes[^1].Height;

    /// <summary>The months with their left edges.</summary>
    public IEnumerable<(DateOnly Month, double X)> Months()
    {
        for (var month = First; month <= Last; month = month.AddMonths(1))
            yield return (month, At(month));
    }

    /// <summary>Where today is; null outside the plan's years.</summary>
    public double? TodayX => Today >= First && Today <= Last ? At(Today) : null;

    public static Timeline Of(FindDates.View view, DateOnly first, DateOnly last)
    {
        var drawing = new Timeline(first, last, view.Deadlines.Today, []);
        var byTop = view.Marks.ToLookup(mark => view.Tree.TopOf(mark.Section)?.Id);
        var lanes = new List<Lane>();
        double top = HeadHeight;
        foreach (var part in view.Tree.Tops.Cast<PlanBranch?>().Append(null))
        {
            if (byTop[part?.Id].ToList() is not { Count: > 0 } marks)
                continue;
            var lane = drawing.LaneOf(part?.Label ?? ViewText.NoSection, marks, top);
            lanes.Add(lane);
            top += lane.Height;
        }
        return drawing with { Lanes = lanes };
    }

    public double At(DateOnly day) => Math.Round((day.DayNumber - First.DayNumber) * (double)Width / (Last.DayNumber - First.DayNumber + 1), 1);

    private Lane LaneOf(string label, List<FindDates.Mark> marks, double top)
    {
        // Two dates nearer than a mark is wide would hide each other: they share a pile.
        var slot = Math.Max(7, (Last.DayNumber - First.DayNumber) / 80);
        var piles = marks.GroupBy(mark => (mark.Day.DayNumber - First.DayNumber) / slot).ToList();
        var dots = piles.SelectMany(pile => pile.Select((mark, level) => new Dot(mark, Math.Min(At(First.AddDays(pile.Key * slot)) + 6, Width - 6), top + LaneHead + (level * MarkHeight) + 5)));
        return new(label, top, LaneHead + (piles.Max(pile => pile.Count()) * MarkHeight) + 8, [.. dots]);
    }

    /// <summary>The class that colours a mark, by its fill or as the current colour; its shape and the table behind say the same in words.</summary>
    public static string ClassOf(Lamp lamp) => lamp switch
    {
        Lamp.Done => "b-val2",
        Lamp.Red => "b-red",
        Lamp.Amber => "b-amber",
        _ => "b-val",
    };
}
