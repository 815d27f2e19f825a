using System.Globalization;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

public sealed class WordingTests
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);

    public WordingTests() => Speak("zh-CN");

    [Fact]
    public void Days_are_written_as_the_reader_writes_them()
    {
        Assert.Equal("12月31日", Wording.Day(LastDay));
        Assert.Equal("2026年12月31日", Wording.FullDay(LastDay));
        Assert.Equal("2026年12月31日", Wording.Day(LastDay, today: new(2027, 1, 4)));
        Assert.Equal("星期四", Wording.Weekday(LastDay));

        Speak("en");
        Assert.Equal("31 December 2026", Wording.FullDay(LastDay));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1080, "1\u00A0080")]
    [InlineData(1234567, "1\u00A0234\u00A0567")]
    [InlineData(-3, "−3")]
    public void Thousands_stand_apart_without_a_break(long number, string words) => Assert.Equal(words, Wording.Number(number));

    [Theory]
    [InlineData(0.58, "58%")]
    [InlineData(0.554, "55.4%")]
    [InlineData(0, "0%")]
    [InlineData(-0.0182, "−1.8%")]
    [InlineData(12.5, "1\u00A0250%")]
    public void Percentages_drop_zeros_at_the_end(double share, string words) => Assert.Equal(words, Wording.Percent((decimal)share));

    [Theory]
    [InlineData(2, "还有2个工作日")]
    [InlineData(1, "还有1个工作日")]
    [InlineData(0, "今天到期")]
    [InlineData(-1, "逾期1个工作日")]
    [InlineData(-12, "逾期12个工作日")]
    public void Working_days_are_said_in_words(int left, string words) => Assert.Equal(words, Wording.WorkingDays(left));

    [Theory]
    [InlineData(1, "1\u00A0KB")]
    [InlineData(860_000, "860\u00A0KB")]
    [InlineData(3_240_000, "3.2\u00A0MB")]
    public void Sizes_take_the_unit_that_reads_best(long bytes, string words) => Assert.Equal(words, Wording.Size(bytes));

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
