using System.Globalization;
using Shuren.Organization.KeepCalendar;

namespace Shuren.Rooms.Tests.Organization.KeepCalendar;

/// <summary>
/// Every day of 2018-2026 against a table that was written from the notices as they are worded, in spans of days and days to work, and never
/// looked into the data file: Spring Festival 2020 as it was prolonged to 2 February.
/// </summary>
public class OfficialDaysTests
{
    private static readonly string[] Notices =
    [
        "2018 off 01.01-01.01 02.15-02.21 04.05-04.07 04.29-05.01 06.16-06.18 09.22-09.24 10.01-10.07 12.30-12.31 work 02.11 02.24 04.08 04.28 09.29 09.30 12.29",
        "2019 off 01.01-01.01 02.04-02.10 04.05-04.07 05.01-05.04 06.07-06.09 09.13-09.15 10.01-10.07 work 02.02 02.03 04.28 05.05 09.29 10.12",
        "2020 off 01.01-01.01 01.24-02.02 04.04-04.06 05.01-05.05 06.25-06.27 10.01-10.08 work 01.19 04.26 05.09 06.28 09.27 10.10",
        "2021 off 01.01-01.03 02.11-02.17 04.03-04.05 05.01-05.05 06.12-06.14 09.19-09.21 10.01-10.07 work 02.07 02.20 04.25 05.08 09.18 09.26 10.09",
        "2022 off 01.01-01.03 01.31-02.06 04.03-04.05 04.30-05.04 06.03-06.05 09.10-09.12 10.01-10.07 12.31-12.31 work 01.29 01.30 04.02 04.24 05.07 10.08 10.09",
        "2023 off 01.01-01.02 01.21-01.27 04.05-04.05 04.29-05.03 06.22-06.24 09.29-10.06 12.30-12.31 work 01.28 01.29 04.23 05.06 06.25 10.07 10.08",
        "2024 off 01.01-01.01 02.10-02.17 04.04-04.06 05.01-05.05 06.10-06.10 09.15-09.17 10.01-10.07 work 02.04 02.18 04.07 04.28 05.11 09.14 09.29 10.12",
        "2025 off 01.01-01.01 01.28-02.04 04.04-04.06 05.01-05.05 05.31-06.02 10.01-10.08 work 01.26 02.08 04.27 09.28 10.11",
        "2026 off 01.01-01.03 02.15-02.23 04.04-04.06 05.01-05.05 06.19-06.21 09.25-09.27 10.01-10.07 work 01.04 02.14 02.28 05.09 09.20 10.10",
    ];

    [Fact]
    public void Every_day_of_nine_years_is_worked_or_not_as_the_notices_say()
    {
        var calendar = new Shuren.Kernel.WorkingCalendar(NationalCalendar.All.Values.Select(day => KeyValuePair.Create(day.Day, day.Works)));
        var (off, work) = Spans();
        var days = Enumerable.Range(0, new DateOnly(2027, 1, 1).DayNumber - new DateOnly(2018, 1, 1).DayNumber).Select(new DateOnly(2018, 1, 1).AddDays).ToList();

        var wrong = days.Where(day => calendar.IsWorkingDay(day) != Works(day, off, work)).ToList();

        Assert.Equal(3287, days.Count);
        Assert.Empty(wrong);
        Assert.Equal(Enumerable.Range(2018, 9), NationalCalendar.Years.Order());
    }

    [Fact]
    public void Counting_and_adding_agree_with_counting_on_fingers()
    {
        var calendar = new Shuren.Kernel.WorkingCalendar(NationalCalendar.All.Values.Select(day => KeyValuePair.Create(day.Day, day.Works)));
        var (off, work) = Spans();
        var start = new DateOnly(2018, 1, 1);
        // How many working days there are up to each day, by the table alone.
        var upTo = new int[3287];
        for (var place = 0; place < upTo.Length; place++)
            upTo[place] = (place == 0 ? 0 : upTo[place - 1]) + (Works(start.AddDays(place), off, work) ? 1 : 0);

        for (var from = 0; from + 45 < upTo.Length; from++)
        {
            for (var length = 0; length <= 45; length += 3)
                Assert.Equal(upTo[from + length] - upTo[from], calendar.WorkingDaysBetween(start.AddDays(from), start.AddDays(from + length)));
            var due = calendar.AddWorkingDays(start.AddDays(from), 15).DayNumber - start.DayNumber;
            Assert.True(due >= upTo.Length || (upTo[due] - upTo[from] == 15 && upTo[due - 1] - upTo[from] == 14), $"15 working days after {start.AddDays(from)}");
        }
    }

    private static bool Works(DateOnly day, HashSet<DateOnly> off, HashSet<DateOnly> work) =>
        work.Contains(day) || (!off.Contains(day) && day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday);

    private static (HashSet<DateOnly> Off, HashSet<DateOnly> Work) Spans()
    {
        var (off, work) = (new HashSet<DateOnly>(), new HashSet<DateOnly>());
        foreach (var words in Notices.Select(notice => notice.Split(' ')))
        {
            var place = Array.IndexOf(words, "work");
            foreach (var span in words[2..place].Select(span => span.Split('-')))
            {
                for (var day = Day(words[0], span[0]); day <= Day(words[0], span[1]); day = day.AddDays(1))
                    off.Add(day);
            }
            work.UnionWith(words[(place + 1)..].Select(day => Day(words[0], day)));
        }
        return (off, work);
    }

    private static DateOnly Day(string year, string day) => DateOnly.ParseExact($"{year}.{day}", "yyyy.MM.dd", CultureInfo.InvariantCulture);
}
