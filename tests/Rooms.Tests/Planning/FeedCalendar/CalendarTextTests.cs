using FsCheck;
using FsCheck.Fluent;
using Shuren.Planning.FeedCalendar;

namespace Shuren.Rooms.Tests.Planning.FeedCalendar;

public class CalendarTextTests
{
    private static readonly DateTime Stamp = new(2026, 4, 15, 1, 20, 0, DateTimeKind.Utc);

    [Fact]
    public void Any_words_come_back_as_they_went_in() =>
        Prop.ForAll<NonNull<string>>(words =>
        {
            var clean = string.Concat(words.Get.EnumerateRunes().Where(rune => rune.Value >= 32 && rune.Value is not (0x7F or 0x2028 or 0x2029) && !(rune.Value is >= 0x80 and < 0xA0)).Select(rune => rune.ToString()));
            var text = clean + ";,\\\n园" + clean;

            var read = CalendarReader.Read(CalendarText.Write("名", Stamp, [new("u", new(2026, 12, 31), text, text, "http://x/", 0)]));

            return CalendarReader.Text(read.Parts[0]["SUMMARY"]) == text && CalendarReader.Text(read.Parts[0]["DESCRIPTION"]) == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_event_is_a_whole_day_that_rings_three_days_before()
    {
        var read = CalendarReader.Read(CalendarText.Write("青禾县，计划", Stamp, [new("task-1@shuren", new(2026, 12, 31), "到期", "扩大；资源", "http://127.0.0.1/qinghe/planning/tasks/1", 4)]));

        var found = Assert.Single(read.Parts);
        Assert.Equal(("VCALENDAR", "2.0"), (read.Name, read["VERSION"]));
        Assert.Equal(("20261231", "20270101"), (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]));
        Assert.Equal(("task-1@shuren", "20260415T012000Z", "4"), (found["UID"], found["DTSTAMP"], found["SEQUENCE"]));
        Assert.Equal(("DISPLAY", "-P3D"), (found.Parts.Single()["ACTION"], found.Parts.Single()["TRIGGER"]));
    }
}
