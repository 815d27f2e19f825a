using Shuren.Platform.Notices;

namespace Shuren.Rooms.Tests.Platform.Notices;

public class QuietHoursTests
{
    [Theory]
    [InlineData(null, null, "2026-04-15 23:30", "2026-04-15 23:30")]
    [InlineData(22, 7, "2026-04-15 21:59", "2026-04-15 21:59")]
    [InlineData(22, 7, "2026-04-15 22:00", "2026-04-16 07:00")]
    [InlineData(22, 7, "2026-04-16 06:59", "2026-04-16 07:00")]
    [InlineData(22, 7, "2026-04-16 07:00", "2026-04-16 07:00")]
    [InlineData(12, 14, "2026-04-15 13:15", "2026-04-15 14:00")]
    [InlineData(12, 14, "2026-04-15 14:00", "2026-04-15 14:00")]
    public void What_falls_into_quiet_hours_goes_out_when_they_end(int? from, int? until, string now, string goes) =>
        Assert.Equal(DateTime.Parse(goes), new NoticeSettings { AccountId = Guid.Empty, QuietFrom = from, QuietUntil = until }.OutOfQuiet(DateTime.Parse(now)));

    [Fact]
    public void Every_minute_of_every_pair_of_hours_is_either_outside_or_put_to_the_end()
    {
        for (var from = 0; from < 24; from++)
        for (var until = 0; until < 24; until++)
        for (var minute = 0; minute < 24 * 60; minute += 20)
        {
            var now = new DateTime(2026, 4, 15).AddMinutes(minute);
            var quiet = false;
            for (var hour = from; hour != until; hour = (hour + 1) % 24)
                quiet |= hour == now.Hour;

            var goes = new NoticeSettings { AccountId = Guid.Empty, QuietFrom = from, QuietUntil = until }.OutOfQuiet(now);

            Assert.Equal(quiet, goes > now);
            Assert.True(!quiet || goes.Hour == until && goes.Minute == 0 && goes - now < TimeSpan.FromDays(1), $"{from}-{until} {now}: {goes}");
        }
    }
}
