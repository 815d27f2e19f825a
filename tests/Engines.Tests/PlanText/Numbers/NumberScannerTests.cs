using Shuren.PlanText.Numbers;

namespace Shuren.Engines.Tests.PlanText.Numbers;

public sealed class NumberScannerTests
{
    [Theory]
    [InlineData("12所", "12")]
    [InlineData("１２所", "12")]
    [InlineData("1,230条", "1230")]
    [InlineData("1，230条", "1230")]
    [InlineData("4 320个", "4320")]
    [InlineData("12 345 678元", "12345678")]
    [InlineData("110 所", "110")]
    [InlineData("3.5", "3.5")]
    [InlineData("0.50", "0.5")]
    [InlineData("1.2万个", "12000")]
    [InlineData("20余万件", "200000")]
    [InlineData("20多万件", "200000")]
    [InlineData("1万余个", "10000")]
    [InlineData("一万余个", "10000")]
    [InlineData("3亿", "300000000")]
    [InlineData("2万亿", "2000000000000")]
    [InlineData("三十五", "35")]
    [InlineData("十二所", "12")]
    [InlineData("二十余", "20")]
    [InlineData("十几所", "10")]
    [InlineData("两百零五", "205")]
    [InlineData("一千二百", "1200")]
    [InlineData("三千零八", "3008")]
    [InlineData("一万两千个", "12000")]
    [InlineData("两所", "2")]
    [InlineData("近千名", "1000")]
    [InlineData("上百场", "100")]
    [InlineData("近万人", "10000")]
    [InlineData("逾百万册", "1000000")]
    [InlineData("万余人次", "10000")]
    [InlineData("千余名", "1000")]
    [InlineData("百余场", "100")]
    [InlineData("近百", "100")]
    [InlineData("近百万", "1000000")]
    [InlineData("3到", "3")]
    [InlineData("百万余册", "1000000")]
    public void An_amount_is_read_in_any_writing(string text, string expected)
        => Assert.Equal(expected, Invariant.Text(Assert.Single(NumberScanner.Scan(FlatText.Of(text))).Amount));

    [Theory]
    [InlineData("2-3个", "2", "3")]
    [InlineData("2—3个", "2", "3")]
    [InlineData("2——3个", "2", "3")]
    [InlineData("3至5所", "3", "5")]
    [InlineData("3～5所", "3", "5")]
    [InlineData("3~5所", "3", "5")]
    [InlineData("三到五所", "3", "5")]
    [InlineData("两三所", "2", "3")]
    [InlineData("三五个", "3", "5")]
    [InlineData("85%-90%", "85", "90")]
    [InlineData("85至90%", "85", "90")]
    [InlineData("两三成", "20", "30")]
    public void A_range_has_two_ends(string text, string low, string high)
    {
        var number = Assert.Single(NumberScanner.Scan(FlatText.Of(text)));

        Assert.Equal((low, high), (Invariant.Text(number.Low), Invariant.Text(number.High!.Value)));
    }

    [Theory]
    [InlineData("10-20万", "100000", "200000")]
    [InlineData("8000至1万", "8000", "10000")]
    [InlineData("1万至2万", "10000", "20000")]
    public void The_lower_end_takes_the_magnitude_of_the_upper_one_unless_it_is_larger(string text, string low, string high)
    {
        var number = Assert.Single(NumberScanner.Scan(FlatText.Of(text)));

        Assert.Equal((low, high), (Invariant.Text(number.Amount), Invariant.Text(number.High!.Value * number.Magnitude)));
    }

    [Theory]
    [InlineData("两成三年级学生", 20)]
    [InlineData("九成十所", 90)]
    [InlineData("三五成五", 30)]
    public void What_follows_tenths_is_half_of_one_only_at_the_end_of_the_number(string text, int low)
        => Assert.Equal((low, 2), ((int)NumberScanner.Scan(text)[0].Low, NumberScanner.Scan(text).Count));

    [Theory]
    [InlineData("5至3所")]
    [InlineData("3至3所")]
    [InlineData("20余-30所")]
    public void What_does_not_rise_or_is_loose_is_no_range(string text)
        => Assert.All(NumberScanner.Scan(FlatText.Of(text)), number => Assert.False(number.IsRange));

    [Theory]
    [InlineData("97.2%", "97.2")]
    [InlineData("97.2％", "97.2")]
    [InlineData("97.2 %", "97.2")]
    [InlineData("百分之九十五", "95")]
    [InlineData("百分之九十五点五", "95.5")]
    [InlineData("百分之85", "85")]
    [InlineData("百分之百", "100")]
    [InlineData("九成以上", "90")]
    [InlineData("3成左右", "30")]
    [InlineData("九成", "90")]
    [InlineData("10成", "100")]
    [InlineData("九成五", "95")]
    [InlineData("九成五以上", "95")]
    [InlineData("九成五左右", "95")]
    [InlineData("九成五的学校", "95")]
    [InlineData("九成五，其中", "95")]
    public void A_share_is_in_hundredths(string text, string expected)
    {
        var number = Assert.Single(NumberScanner.Scan(FlatText.Of(text)));

        Assert.Equal((NumberForm.Percent, expected), (number.Form, Invariant.Text(number.Low)));
    }

    [Theory]
    [InlineData("五‰", "PerMille")]
    [InlineData("千分之五", "PerMille")]
    [InlineData("一成立", "Plain")]
    [InlineData("两成员", "Plain")]
    [InlineData("50成", "Plain")]
    public void A_tenth_or_a_thousandth_is_read_only_where_it_is_one(string text, string form)
        => Assert.Equal(form, Assert.Single(NumberScanner.Scan(FlatText.Of(text))).Form.ToString());

    [Theory]
    [InlineData("1:200", "1:200")]
    [InlineData("1∶200", "1:200")]
    [InlineData("１３．５：１", "13.5:1")]
    [InlineData("三分之一", "1/3")]
    [InlineData("三分之二以上", "2/3")]
    [InlineData("二分之一", "1/2")]
    public void A_ratio_keeps_both_numbers(string text, string written)
    {
        var number = Assert.Single(NumberScanner.Scan(FlatText.Of(text)));

        Assert.Equal((NumberForm.Ratio, written), (number.Form, number.Written));
    }

    [Theory]
    [InlineData("十四五规划")]
    [InlineData("二〇二五年")]
    [InlineData("一二三")]
    [InlineData("千师访万家")]
    [InlineData("百校联动")]
    [InlineData("以上百校")]
    [InlineData("数百个")]
    [InlineData("几千所")]
    [InlineData("百十百")]
    [InlineData("1234567890123")]
    [InlineData("")]
    public void What_is_no_canonical_number_gives_none(string text) => Assert.Empty(NumberScanner.Scan(FlatText.Of(text)));

    [Theory]
    [InlineData("20余万", true)]
    [InlineData("一万余", true)]
    [InlineData("300多", true)]
    [InlineData("十几", true)]
    [InlineData("300", false)]
    [InlineData("一万", false)]
    public void A_loose_number_says_somewhat_more(string text, bool loose) => Assert.Equal(loose, Assert.Single(NumberScanner.Scan(text)).IsLoose);

    [Fact]
    public void The_span_covers_number_and_sign_and_nothing_else()
    {
        var number = Assert.Single(NumberScanner.Scan("比例达97.2%以上"));

        Assert.Equal((3, 8), (number.Start, number.End));
        Assert.Equal(NumberScript.Digits, number.Script);
    }

    [Theory]
    [InlineData("达百分之百以上", 1, 5)]
    [InlineData("达九成以上", 1, 3)]
    [InlineData("达九成五以上", 1, 4)]
    [InlineData("达两成三年级", 1, 3)]
    [InlineData("达3--5所", 1, 5)]
    [InlineData("达20余万人", 1, 5)]
    [InlineData("近百万余册", 1, 4)]
    public void The_span_ends_with_the_last_sign_of_the_number(string text, int start, int end)
    {
        var number = NumberScanner.Scan(text)[0];

        Assert.Equal((start, end), (number.Start, number.End));
    }

    [Fact]
    public void A_full_hundred_percent_is_exact() => Assert.False(Assert.Single(NumberScanner.Scan("百分之百")).IsLoose);

    [Fact]
    public void Magnitude_stands_apart_because_money_keeps_it()
    {
        var number = Assert.Single(NumberScanner.Scan("1350万元"));

        Assert.Equal((1350m, 10_000m), (number.Low, number.Magnitude));
    }
}
