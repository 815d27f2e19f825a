using FsCheck;
using FsCheck.Fluent;
using Shuren.Kernel;
using Shuren.Organization.KeepCalendar;

namespace Shuren.Rooms.Tests.Kernel;

/// <summary>A deadline in working days: due day, days left and lamp, with pauses and extensions.</summary>
public class DeadlineTests
{
    private static readonly WorkingCalendar China = new(NationalCalendar.All.Values.Select(day => KeyValuePair.Create(day.Day, day.Works)));

    private static readonly Arbitrary<Case> Cases = (
        from start in Gen.Choose(0, 2900)
        from days in Gen.Choose(1, 60)
        from pauses in Gen.Choose(0, 3).SelectMany(count => Gen.Choose(1, 40).ArrayOf(count * 2))
        from extensions in Gen.Choose(0, 2).SelectMany(count => Gen.Choose(1, 15).ArrayOf(count))
        select Case.Of(new DateOnly(2018, 1, 1).AddDays(start), days, pauses, extensions)).ToArbitrary();

    [Fact]
    public void The_due_day_is_the_last_working_day_that_is_allowed_and_pauses_do_not_count() => Prop.ForAll(Cases, sample =>
    {
        var due = sample.Deadline.DueOn(China)!.Value;
        return sample.Counts(due) && sample.CountedUpTo(due) == sample.Deadline.Allowed;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_left_go_down_by_one_on_each_counted_day_to_nought_on_the_due_day() => Prop.ForAll(Cases, sample =>
    {
        var due = sample.Deadline.DueOn(China)!.Value;
        var left = sample.Deadline.Allowed;
        for (var day = sample.Deadline.Start.AddDays(1); day <= due; day = day.AddDays(1))
        {
            left -= sample.Counts(day) ? 1 : 0;
            if (sample.Deadline.DaysLeft(day, China) != left)
                return false;
        }
        return left == 0 && sample.Deadline.DaysLeft(due.AddDays(1), China) < 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_adds_exactly_the_working_days_that_it_holds() => Prop.ForAll(
        (from start in Gen.Choose(0, 2900) from days in Gen.Choose(2, 60) from wait in Gen.Choose(1, 30) from length in Gen.Choose(0, 40) select (start, days, wait, length)).ToArbitrary(),
        sample =>
        {
            var plain = new Deadline(new DateOnly(2018, 1, 1).AddDays(sample.start), sample.days);
            var due = plain.DueOn(China)!.Value;
            var from = plain.Start.AddDays(sample.wait) is var wished && wished <= due ? wished : due;
            var pause = new Pause(from, from.AddDays(sample.length), "材料补正");
            var held = China.WorkingDaysBetween(from.AddDays(-1), pause.To!.Value.AddDays(-1));

            var moved = (plain with { Pauses = [pause] }).DueOn(China)!.Value;

            return China.WorkingDaysBetween(due, moved) == held;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_days_and_longer_pauses_never_bring_the_due_day_nearer() => Prop.ForAll(Cases, sample =>
    {
        var due = sample.Deadline.DueOn(China);
        var longer = sample.Deadline with { Pauses = [.. sample.Deadline.Pauses.Select((pause, place) => place == sample.Deadline.Pauses.Count - 1 ? pause with { To = pause.To!.Value.AddDays(3) } : pause)] };
        return (sample.Deadline with { WorkingDays = sample.Deadline.WorkingDays + 1 }).DueOn(China) > due
            && (sample.Deadline with { Start = sample.Deadline.Start.AddDays(1) }).DueOn(China) >= due && longer.DueOn(China) >= due;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_pauses_it_is_adding_working_days_and_an_extension_is_only_more_of_them() => Prop.ForAll(
        Gen.Choose(0, 2900).SelectMany(start => Gen.Choose(1, 60).SelectMany(days => Gen.Choose(1, 20).Select(more => (start, days, more)))).ToArbitrary(),
        sample =>
        {
            var plain = new Deadline(new DateOnly(2018, 1, 1).AddDays(sample.start), sample.days);
            var longer = plain.Extend(plain.Start, sample.more, "疫情", China).Value;
            return plain.DueOn(China) == China.AddWorkingDays(plain.Start, sample.days) && longer.DueOn(China) == China.AddWorkingDays(plain.Start, sample.days + sample.more);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_span_of_pause_cut_in_two_is_the_same_pause() => Prop.ForAll(
        (from start in Gen.Choose(0, 2900) from days in Gen.Choose(1, 40) from at in Gen.Choose(1, 20) from first in Gen.Choose(1, 15) from second in Gen.Choose(1, 15) select (start, days, at, first, second)).ToArbitrary(),
        sample =>
        {
            var plain = new Deadline(new DateOnly(2018, 1, 1).AddDays(sample.start), sample.days);
            var from = plain.Start.AddDays(sample.at);
            var (middle, end) = (from.AddDays(sample.first), from.AddDays(sample.first + sample.second));
            return (plain with { Pauses = [new(from, end, "")] }).DueOn(China) == (plain with { Pauses = [new(from, middle, ""), new(middle, end, "")] }).DueOn(China);
        }).QuickCheckThrowOnFailure();

    [Theory]
    // 24 September 2026 is a Thursday: the Mid-Autumn days 25-27 and the National Day week are off, 10 October is worked.
    [InlineData(1, "2026-09-28")]
    [InlineData(3, "2026-09-30")]
    [InlineData(4, "2026-10-08")]
    [InlineData(6, "2026-10-10")]
    [InlineData(7, "2026-10-12")]
    public void Around_the_national_day_it_counts_as_the_notice_says(int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), new Deadline(new(2026, 9, 24), days).DueOn(China));

    [Fact]
    public void While_it_is_paused_nobody_knows_the_due_day_and_it_does_not_turn_red()
    {
        var limit = new Deadline(new(2026, 4, 13), 5).Stop(new(2026, 4, 15), "等待鉴定", China).Value;

        Assert.Null(limit.DueOn(China));
        Assert.Equal((4, Lamp.Green), (limit.DaysLeft(new(2026, 6, 30), China), limit.LampOn(new(2026, 6, 30), false, China)));
        var again = limit.Resume(new(2026, 7, 1)).Value;
        Assert.Equal(new DateOnly(2026, 7, 6), again.DueOn(China));
        Assert.Equal(Lamp.Amber, again.LampOn(new(2026, 7, 1), false, China));
        Assert.Equal(Lamp.Red, again.LampOn(new(2026, 7, 7), false, China));
        Assert.Equal(Lamp.Done, again.LampOn(new(2026, 7, 7), true, China));
        Assert.Equal(Lamp.Idle, again.LampOn(new(2026, 4, 12), false, China));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var limit = new Deadline(new(2026, 4, 13), 5);
        var paused = limit.Stop(new(2026, 4, 15), "等待鉴定", China).Value;

        Assert.Equal("DeadlinePaused", paused.Stop(new(2026, 4, 16), "", China).Refusals[0].Code);
        Assert.Equal("DeadlineOrder", paused.Resume(new(2026, 4, 14)).Refusals[0].Code);
        Assert.Equal("DeadlineRunning", limit.Resume(new(2026, 4, 14)).Refusals[0].Code);
        Assert.Equal("DeadlineOrder", limit.Stop(new(2026, 4, 13), "", China).Refusals[0].Code);
        Assert.Equal("DeadlineOver", limit.Stop(new(2026, 5, 20), "", China).Refusals[0].Code);
        Assert.Equal("DeadlineOver", limit.Extend(new(2026, 5, 20), 3, "", China).Refusals[0].Code);
        Assert.Equal("DeadlineDays", limit.Extend(new(2026, 4, 14), 0, "", China).Refusals[0].Code);
    }

    [Fact]
    public void It_says_which_years_it_reaches_without_knowing_their_holidays()
    {
        Assert.Empty(new Deadline(new(2026, 12, 1), 10).UnknownYears(China));
        Assert.Equal([2027], new Deadline(new(2026, 12, 28), 10).UnknownYears(China));
        Assert.Equal([2027], China.UnknownYears([new DateOnly(2027, 3, 1), null, new DateOnly(2026, 3, 1), new DateOnly(2027, 5, 1)]));
    }

    /// <summary>A deadline beside a reckoning of its own that walks day by day.</summary>
    private sealed record Case(Deadline Deadline)
    {
        public static Case Of(DateOnly start, int days, int[] gaps, int[] extensions)
        {
            var pauses = new List<Pause>();
            var day = start;
            foreach (var pair in gaps.Chunk(2).Where(pair => pair.Length == 2))
            {
                var from = day.AddDays(pair[0]);
                day = from.AddDays(pair[1]);
                pauses.Add(new(from, day, "补正"));
            }
            return new(new Deadline(start, days) { Pauses = pauses, Extensions = [.. extensions.Select(more => new Extension(start, more, "延期"))] });
        }

        public bool Counts(DateOnly day) => China.IsWorkingDay(day) && !Deadline.Pauses.Any(pause => pause.From <= day && day < pause.To);

        public int CountedUpTo(DateOnly last)
        {
            var days = 0;
            for (var day = Deadline.Start.AddDays(1); day <= last; day = day.AddDays(1))
                days += Counts(day) ? 1 : 0;
            return days;
        }
    }
}
