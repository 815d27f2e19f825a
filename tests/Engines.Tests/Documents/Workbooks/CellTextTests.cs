using Shuren.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Workbooks;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("1250", "1250")]
    [InlineData(" １，２５０ ", "1250")]
    [InlineData("1,250.5", "1250.5")]
    [InlineData("-3", "-3")]
    [InlineData("＋３．５", "3.5")]
    [InlineData("12\u200B", "12")]
    public void Numbers_are_understood(string text, string expected) => Assert.Equal(expected, CellText.Number(Cell(text)).Value?.ToString());

    [Theory]
    [InlineData("约900人")]
    [InlineData("12,50")]
    [InlineData("97%")]
    [InlineData("٣")]
    [InlineData("1e5")]
    public void What_is_no_number_is_refused_with_what_it_said(string text)
    {
        var answer = CellText.Number(Cell(text));

        Assert.Null(answer.Value);
        Assert.Contains(text, answer.Refusal!.Message);
    }

    [Theory]
    [InlineData("'999999201509010011", "999999201509010011")]
    [InlineData("’９９９９９９２０１５０９０１００１x", "99999920150901001X")]
    [InlineData("\u00A0999999 20150901 0011\t", "999999201509010011")]
    [InlineData("2015001.0", "2015001")]
    [InlineData("二〇一五01.0", "二〇一五01.0")]
    public void Codes_are_cleaned(string text, string expected) => Assert.Equal((expected, null), CellText.Code(Cell(text)));

    [Theory]
    [InlineData("1.23E+17")]
    [InlineData("9.99999E+17")]
    [InlineData("５.１e17")]
    public void A_number_whose_digits_are_lost_is_refused(string text) => Assert.Equal("cell.digits-lost", CellText.Code(Cell(text)).Refusal!.Code);

    [Theory]
    [InlineData("二〇一五年九月一日", "2015-09-01")]
    [InlineData("二零一五年十二月三十一日", "2015-12-31")]
    [InlineData("二〇一六年二月廿九日", "2016-02-29")]
    [InlineData("一九九八年十月二十日", "1998-10-20")]
    public void Days_in_Chinese_numerals_are_understood(string text, string expected) => Assert.Equal(DateOnly.Parse(expected), CellText.Day(Cell(text)).Value);

    [Theory]
    [InlineData("二〇一五年二月三十日")]
    [InlineData("二〇一五年十三月一日")]
    public void A_day_that_the_calendar_does_not_have_is_refused(string text) => Assert.Equal("cell.not-a-date", CellText.Day(Cell(text)).Refusal!.Code);

    [Fact]
    public void Empty_is_neither_a_value_nor_a_refusal()
    {
        Assert.Equal(default, CellText.Number(Cell(null)));
        Assert.Equal(default, CellText.Whole(Cell("　")));
        Assert.Equal(default, CellText.Percent(Cell(" ")));
        Assert.Equal(default, CellText.Day(Cell(null)));
        Assert.Equal(default, CellText.YesNo(Cell("")));
    }

    [Fact]
    public void Whole_numbers_have_no_fraction()
    {
        Assert.Equal(3, CellText.Whole(Cell(3.0)).Value);
        Assert.Equal("cell.not-whole", CellText.Whole(Cell("3.5")).Refusal!.Code);
        Assert.Equal("cell.not-whole", CellText.Whole(Cell(1e20)).Refusal!.Code);
    }

    [Fact]
    public void A_share_needs_its_sign_or_its_format()
    {
        Assert.Equal(0.972m, CellText.Percent(Cell("９７．２％")).Value);
        Assert.Equal(0.972m, CellText.Percent(new(1, 1, 0.972, "0.0%")).Value);
        Assert.Equal("cell.not-a-percentage", CellText.Percent(Cell(97.2)).Refusal!.Code);
        Assert.Equal("cell.not-a-percentage", CellText.Percent(Cell("97.2")).Refusal!.Code);
    }

    [Theory]
    [InlineData("2026-09-01")]
    [InlineData("2026/9/1")]
    [InlineData("２０２６．９．１")]
    [InlineData("2026年9月1日")]
    [InlineData("2026 年 9 月 1 日")]
    [InlineData("2026年9月1号")]
    [InlineData("20260901")]
    [InlineData("2026-09-01 08:30:00")]
    [InlineData(20260901.0)]
    [InlineData(46266.0)]
    public void Days_are_understood(object value) => Assert.Equal(new DateOnly(2026, 9, 1), CellText.Day(Cell(value)).Value);

    [Theory]
    [InlineData("2026年9月", "cell.date-without-day")]
    [InlineData("2026.9", "cell.date-without-day")]
    [InlineData("9/1/2026", "cell.date-unclear")]
    [InlineData("2026-02-30", "cell.not-a-date")]
    [InlineData("1/13/26", "cell.date-unclear")]
    [InlineData("年内", "cell.not-a-date")]
    [InlineData(5.0, "cell.not-a-date")]
    public void What_is_no_day_is_refused_with_its_reason(object value, string code) => Assert.Equal(code, CellText.Day(Cell(value)).Refusal!.Code);

    [Fact]
    public void A_long_code_kept_as_a_number_has_lost_its_end()
    {
        Assert.Equal("cell.digits-lost", CellText.Code(Cell(1.10101199001011e17)).Refusal!.Code);
        Assert.Equal(("11010119900101123X", null), CellText.Code(Cell("１１０１０１ 19900101 123x")));
        Assert.Equal("0012", CellText.Code(new(1, 1, 12.0, "0000")).Value);
    }

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("无", false)]
    [InlineData(0.0, false)]
    public void Yes_and_no_have_many_words(object value, bool expected) => Assert.Equal(expected, CellText.YesNo(Cell(value)).Value);

    [Fact]
    public void Neither_yes_nor_no_is_refused() => Assert.Equal("cell.not-yes-no", CellText.YesNo(Cell("也许")).Refusal!.Code);

    [Theory]
    [InlineData(0.1 + 0.2, null, "0.3")]
    [InlineData(1250.0, "#,##0", "1,250")]
    [InlineData(0.972, "0.0%", "97.2%")]
    [InlineData(12.0, "0000", "0012")]
    [InlineData(3.5, "[Red]0.00_ ;-0.00", "3.50")]
    [InlineData(3.5, "¥ # ??/??", "3.5")]
    [InlineData(1e14, "General", "100000000000000")]
    public void A_number_shows_as_the_sheet_shows_it(double value, string? format, string expected) => Assert.Equal(expected, new CellReading(1, 1, value, format).Text);

    private static CellReading Cell(object? value) => new(1, 1, value);
}
