using FsCheck;
using FsCheck.Fluent;
using Shuren.Planning.ImportPlan;

namespace Shuren.Rooms.Tests.Planning.ImportPlan;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("扩大普惠性学前教育资源。新建公办幼儿园4所。", "扩大普惠性学前教育资源")]
    [InlineData("深化集团化办学改革，义务教育阶段集团化办学覆盖率达到75%以上。", "深化集团化办学改革")]
    [InlineData("6月底前，完成轮训。", "6月底前，完成轮训")]
    [InlineData("落实“一校一策，一生一案”要求。", "落实“一校一策，一生一案”要求")]
    public void A_headline_is_the_first_clause_that_says_enough(string sentence, string headline) => Assert.Equal(headline, Headline.Of(sentence));

    [Fact]
    public void A_long_clause_is_cut_before_a_quotation_never_inside_it()
    {
        var headline = Headline.Of("持续推动全县中小学校和幼儿园深入开展以立德树人为根本任务的“书香校园、文明校园、平安校园、绿色校园”创建活动");

        Assert.Equal("持续推动全县中小学校和幼儿园深入开展以立德树人为根本任务的…", headline);
    }

    [Fact]
    public void Whatever_the_sentence_the_headline_has_at_most_40_characters_of_its_beginning() =>
        Prop.ForAll(Gen.Elements("开展，。、“”（）校园安全1 ".ToCharArray()).ListOf().Select(letters => new string([.. letters])).ToArbitrary(), sentence =>
        {
            var headline = Headline.Of(sentence);
            return headline.Length <= Headline.Most && sentence.Trim().StartsWith(headline.TrimEnd('…'), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("58", 58.0, null)]
    [InlineData("97.2", 97.2, null)]
    [InlineData("2-3", 2.0, 3.0)]
    [InlineData("-1.5", -1.5, null)]
    [InlineData(null, null, null)]
    public void A_printed_number_becomes_a_value(string? printed, double? value, double? upper) => Assert.Equal((value, upper), Quantity.Parse(printed));
}
