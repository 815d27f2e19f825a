using Shuren.Planning.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.TakeDispatchStep;

public class PaceTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);

    [Theory]
    [InlineData("2026-06-09", "2026-04-20", 20, 50, true)] // 50 of 100 days
    [InlineData("2026-06-09", "2026-04-20", 26, 50, false)]
    [InlineData("2026-06-09", "2026-04-20", 25, 50, true)]
    [InlineData("2026-06-09", "2026-03-01", 0, 0, false)]
    [InlineData("2026-06-09", "2026-06-09", 90, 100, false)]
    public void The_part_of_the_time_that_has_passed_is_set_against_what_is_confirmed(string due, string today, int percent, int elapsed, bool behind)
    {
        var pace = Pace.Of(Start, DateOnly.Parse(due), DateOnly.Parse(today), percent)!.Value;

        Assert.Equal((elapsed, elapsed - percent, behind), (pace.Elapsed, pace.Behind, pace.IsClearlyBehind));
    }

    [Theory]
    [InlineData(null, "2026-04-20")]
    [InlineData("2026-04-19", "2026-04-20")] // late is a reason of its own
    [InlineData("2026-03-01", "2026-03-01")]
    public void What_has_no_date_or_no_time_left_has_no_pace(string? due, string today) =>
        Assert.Null(Pace.Of(Start, due is null ? null : DateOnly.Parse(due), DateOnly.Parse(today), 0));
}
