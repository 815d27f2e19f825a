using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class TargetFuzzTests
{
    private static readonly string[] Pieces =
    [
        "新增", "学位", "3000", "个", "以上", "万", "余", "第", "一", "两", "所", "%", "％", "成", "百分之", "（", "）", "“", "”", "《", "》", "，", "。", "、", "年",
        "2026", "-", "至", "到", ":", "/", "+", "·", "名", "教师", "不低于", "的", "率", "提升", "从", "每", "全市", "前", "三", "十", "百", "千", "亿", "元", " ", "\n", "0", ".", ",", "𠀀", "a",
    ];

    [Fact]
    public void Any_text_is_read_without_an_error_and_every_quote_is_verbatim()
        => Prop.ForAll(Texts(), text => Reads.Plan(text).All(target =>
                target.Quote.Length is > 0 and <= 40
                && text.Substring(target.Place.Start, target.Place.End - target.Place.Start) == target.Quote
                && (target.Value is null) == (target.Kind == Shuren.PlanText.TargetKind.Direction)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Any_characters_at_all_are_read_without_an_error()
        => Prop.ForAll<string>(text => Reads.Plan(text ?? "").Count >= 0).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("（")]
    [InlineData("《“")]
    [InlineData("》）")]
    [InlineData("1")]
    [InlineData("3所")]
    [InlineData("一")]
    [InlineData("提升率")]
    [InlineData("每")]
    [InlineData("1:2")]
    [InlineData("1+")]
    [InlineData("6月底前3所")]
    [InlineData("135工程（3所）")]
    [InlineData("升学率提升，")]
    public void Time_grows_in_step_with_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000));
        var clock = Stopwatch.StartNew();

        _ = Reads.Plan(text);

        // A machine may be busy; what grows with the square takes many minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(90), $"{piece}: {clock.Elapsed}");
    }

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
}
