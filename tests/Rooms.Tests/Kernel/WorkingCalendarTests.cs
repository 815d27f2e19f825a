using FsCheck;
using FsCheck.Fluent;
using Shuren.Kernel;

namespace Shuren.Rooms.Tests.Kernel;

public class WorkingCalendarTests
{
    // Spring Festival 2026 as announced: 15-23 February off, 14 and 28 February worked.
    private static readonly WorkingCalendar Spring = new(
    [
        .. Enumerable.Range(15, 9).Select(day => KeyValuePair.Create(new DateOnly(2026, 2, day), false)),
        KeyValuePair.Create(new DateOnly(2026, 2, 14), true), KeyValuePair.Create(new DateOnly(2026, 2, 28), true),
    ]);

    [Theory]
    [InlineData("2026-02-13", "2026-02-14", 1)]
    [InlineData("2026-02-14", "2026-02-24", 1)]
    [InlineData("2026-02-13", "2026-02-23", 1)]
    [InlineData("2026-02-26", "2026-03-02", 3)]
    [InlineData("2026-03-06", "2026-03-09", 1)]
    [InlineData("2026-03-09", "2026-03-06", -1)]
    [InlineData("2026-03-09", "2026-03-09", 0)]
    public void Days_between_count_made_up_weekends_and_leave_holidays_out(string from, string to, int days) =>
        Assert.Equal(days, Spring.WorkingDaysBetween(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void Adding_working_days_ends_on_one_and_counts_them() => Prop.ForAll(
        Gen.Choose(0, 720).Two().Select(pair => (From: new DateOnly(2025, 6, 1).AddDays(pair.Item1), Days: pair.Item2 % 60 + 1)).ToArbitrary(),
        sample =>
        {
            var end = Spring.AddWorkingDays(sample.From, sample.Days);
            return Spring.IsWorkingDay(end) && Spring.WorkingDaysBetween(sample.From, end) == sample.Days;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_year_without_announcement_is_not_known()
    {
        Assert.True(Spring.Knows(2026));
        Assert.False(Spring.Knows(2027));
    }

    [Theory]
    [InlineData("2026-04-15", Lamp.Amber)]
    [InlineData("2026-04-14", Lamp.Red)]
    [InlineData("2026-04-20", Lamp.Amber)]
    [InlineData("2026-04-21", Lamp.Green)]
    public void A_lamp_turns_amber_three_working_days_ahead_and_red_the_day_after(string due, Lamp lamp) =>
        Assert.Equal(lamp, Lamps.Of(DateOnly.Parse(due), done: false, new(2026, 4, 15), WorkingCalendar.WithoutHolidays));

    [Fact]
    public void What_is_done_is_done_however_late() =>
        Assert.Equal(Lamp.Done, Lamps.Of(new(2020, 1, 1), done: true, new(2026, 4, 15), WorkingCalendar.WithoutHolidays));
}
