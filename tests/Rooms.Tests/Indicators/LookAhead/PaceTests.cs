using Shuren.Contracts.Indicators;
using Shuren.Indicators.LookAhead;

namespace Shuren.Rooms.Tests.Indicators.LookAhead;

/// <summary>The pace against a reckoning by counting, and what may be said of a day to come.</summary>
public class PaceTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_what_counting_gives(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var values = Values(random, random.Next(2, 14), _ => Math.Round(random.NextDouble() * 100, random.Next(0, 4)));

            var pace = Pace.Of(values);

            var slopes = (from one in values from other in values where one.Day < other.Day select (other.Value - one.Value) / (other.Day.DayNumber - one.Day.DayNumber)).ToArray();
            Assert.Equal(ByCounting(slopes, 1, 4), pace.Slow, 1e-9);
            Assert.Equal(ByCounting(slopes, 2, 4), pace.Middle, 1e-9);
            Assert.Equal(ByCounting(slopes, 3, 4), pace.Fast, 1e-9);
        }
    }

    [Fact]
    public void A_straight_line_is_found_and_a_quarter_of_wrong_values_does_not_hide_it()
    {
        var random = new Random(4);
        for (var round = 0; round < 100; round++)
        {
            var slope = Math.Round(random.NextDouble() * 2 - 1, 3);
            var line = Values(random, 13, day => 50 + slope * (day.DayNumber - Today.DayNumber));
            Assert.Equal(slope, Pace.Of(line).Middle, 1e-9);
            // Three of thirteen are anything: of the 78 slopes 45 are still those of the line.
            foreach (var at in Enumerable.Range(0, 13).OrderBy(_ => random.Next()).Take(3))
                line[at] = (line[at].Day, random.Next(-10_000, 10_000));
            Assert.Equal(slope, Pace.Of(line).Middle, 1e-9);
        }
    }

    [Fact]
    public void Moving_and_stretching_the_values_moves_and_stretches_what_is_expected()
    {
        var random = new Random(5);
        for (var round = 0; round < 100; round++)
        {
            var values = Monthly(12, _ => random.Next(1_000, 2_000));
            var (plain, moved, stretched) = (At(values), At(values.ConvertAll(point => (point.Day, point.Value + 5_000))), At(values.ConvertAll(point => (point.Day, point.Value * 3))));
            Assert.Equal(plain.Expected!.Value + 5_000, moved.Expected!.Value, 1e-6);
            Assert.Equal(plain.Expected.Value * 3, stretched.Expected!.Value, 1e-6);
            Assert.True(plain.Low <= plain.Expected && plain.Expected <= plain.High);
        }
    }

    [Fact]
    public void By_hand_ten_months_of_half_a_point_are_ten_weeks_of_what_is_left()
    {
        // 0.02 a day since January: by the 31st of December, 77 days on, 1.54 more.
        var values = Monthly(10, day => 50 + 0.02 * (day.DayNumber - new DateOnly(2026, 1, 1).DayNumber));

        var forecast = Forecast.Of(values, Today, new(2026, 12, 31), isShare: true);

        Assert.Equal(ForecastState.Known, forecast.State);
        Assert.Equal(values.MaxBy(point => point.Day).Value + 1.54, forecast.Expected!.Value, 1e-9);
        Assert.Equal(0.02 * 365.25, forecast.Pace!.Value, 1e-9);
        Assert.Equal(10, forecast.Points);
    }

    [Fact]
    public void Of_each_month_the_last_counts_so_that_thinned_days_change_nothing()
    {
        var random = new Random(6);
        var daily = Enumerable.Range(0, 300).Select(back => (Day: Today.AddDays(-back), Value: (double)random.Next(100))).ToList();
        var thinned = daily.Where(point => point.Day > Today.AddDays(-62) || point.Day.AddDays(1).Day == 1).ToList();
        Assert.True(thinned.Count < 80);

        Assert.Equal(Forecast.Of(daily, Today, new(2026, 12, 31), false) with { Since = null }, Forecast.Of(thinned, Today, new(2026, 12, 31), false) with { Since = null });
    }

    [Fact]
    public void Too_little_too_far_and_over_are_said()
    {
        Assert.Equal(ForecastState.TooLittleHistory, StateOf([], new(2026, 12, 31)));
        Assert.Equal(ForecastState.TooLittleHistory, StateOf(Monthly(3, _ => 1), new(2026, 12, 31)));
        // Four months, but not a quarter of a year.
        Assert.Equal(ForecastState.TooLittleHistory, StateOf([(new(2026, 7, 31), 1), (new(2026, 8, 31), 1), (new(2026, 9, 30), 1), (Today, 1)], new(2026, 12, 31)));
        // No value of today.
        Assert.Equal(ForecastState.TooLittleHistory, StateOf(Monthly(10, _ => 1).FindAll(point => point.Day != Today), new(2026, 12, 31)));
        Assert.Equal(ForecastState.TooFar, StateOf(Monthly(5, _ => 1), new(2027, 12, 31)));
        Assert.Equal(ForecastState.Known, StateOf(Monthly(12, _ => 1), new(2027, 12, 31)));
        Assert.Equal(ForecastState.Over, StateOf(Monthly(12, _ => 1), Today));
        // What is older than a year is not looked at.
        Assert.Equal(ForecastState.TooLittleHistory, StateOf([.. Monthly(30, _ => 1).Where(point => point.Day < Today.AddDays(-366)), (Today, 1)], new(2026, 12, 31)));
    }

    [Fact]
    public void A_share_does_not_pass_a_hundred_nor_a_count_fall_below_nothing()
    {
        Assert.Equal(100, Forecast.Of(Monthly(10, day => 99 + 0.003 * (day.DayNumber - Today.DayNumber)), Today, new(2027, 12, 31), isShare: true).Expected!.Value, 1.0);
        Assert.Equal(100, Forecast.Of(Monthly(10, day => 99.9 + 0.02 * (day.DayNumber - Today.DayNumber)), Today, new(2027, 2, 28), isShare: true).Expected);
        Assert.Equal(0, Forecast.Of(Monthly(10, day => -2.0 * (day.DayNumber - Today.DayNumber)), Today, new(2026, 12, 31), isShare: false).Expected);
        Assert.True(Forecast.Of(Monthly(10, day => 140 + 0.1 * (day.DayNumber - Today.DayNumber)), Today, new(2026, 12, 31), isShare: true).Expected > 140);
    }

    private static IndicatorForecast At(List<(DateOnly, double)> values) => Forecast.Of(values, Today, new(2026, 12, 31), false);

    private static ForecastState StateOf(List<(DateOnly, double)> values, DateOnly by) => Forecast.Of(values, Today, by, false).State;

    /// <summary>Today and the ends of the months before it.</summary>
    private static List<(DateOnly Day, double Value)> Monthly(int months, Func<DateOnly, double> value) =>
        [.. Enumerable.Range(0, months).Select(back => back == 0 ? Today : new DateOnly(Today.Year, Today.Month, 1).AddMonths(1 - back).AddDays(-1)).Select(day => (day, value(day)))];

    private static List<(DateOnly Day, double Value)> Values(Random random, int count, Func<DateOnly, double> value) =>
        [.. Enumerable.Range(0, 400).OrderBy(_ => random.Next()).Take(count).Order().Select(back => Today.AddDays(back - 400)).Select(day => (day, value(day)))];

    /// <summary>A quartile without sorting: the value with as many below it, between the two that enclose the place.</summary>
    private static double ByCounting(double[] slopes, int part, int parts)
    {
        var (whole, rest) = Math.DivRem(part * (slopes.Length - 1), parts);
        return rest == 0 ? InOrder(whole) : InOrder(whole) * (parts - rest) / parts + InOrder(whole + 1) * rest / parts;

        double InOrder(int place) => slopes.First(slope => slopes.Count(other => other < slope) <= place && place < slopes.Count(other => other <= slope));
    }
}
