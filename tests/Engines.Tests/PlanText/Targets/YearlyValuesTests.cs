using Shuren.PlanText;
using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>As many values as years: each has its own.</summary>
public sealed class YearlyValuesTests
{
    [Theory]
    [InlineData("2026年至2028年分别新增托位100个、200个、300个。")]
    [InlineData("2026—2028年覆盖率分别达到70%、85%、100%。")]
    [InlineData("2026、2027、2028年覆盖率分别达到70%、85%和100%。")]
    public void Years_that_are_printed_go_to_the_values_in_their_order(string sentence) =>
        Assert.Equal(["2026年", "2027年", "2028年"], Reads.Plan(sentence).Select(target => target.Deadline));

    [Theory]
    [InlineData("覆盖率三年分别达到70%、85%、100%。", 2028, "2026年 2027年 2028年")]
    [InlineData("覆盖率三年分别达到70%、85%、100%。", 2030, "  ")]
    [InlineData("覆盖率三年分别达到70%、85%、100%。", null, "  ")]
    [InlineData("覆盖率三年分别达到70%、85%。", 2028, " ")]
    [InlineData("覆盖率三年达到70%、85%、100%。", 2028, "  ")]
    public void A_number_of_years_means_the_years_of_the_plan_if_it_has_so_many(string sentence, int? end, string deadlines)
    {
        var source = SourceText.FromPlainText(sentence);

        var targets = TargetReader.Read(source, [new(sentence, [.. Enumerable.Range(0, sentence.Length)], null, null, true)], 2026, end);

        Assert.Equal(deadlines, string.Join(' ', targets.Select(target => target.Deadline)));
    }

    [Theory]
    [InlineData("2026年至2028年分别新增托位100个、200个。")]
    [InlineData("2026年至2028年分别新增托位100个、学位200个、车辆3辆。")]
    [InlineData("2026年至2028年新增托位100个、200个、300个。")]
    public void Other_numbers_of_values_share_the_last_year(string sentence) =>
        Assert.All(Reads.Plan(sentence), target => Assert.Equal("至2028年", target.Deadline));

    [Fact]
    public void What_is_measured_is_named_without_the_word_that_deals_it_out() =>
        Assert.Equal("覆盖率", Reads.Plan("三年分别新建学校1所、2所、3所，覆盖率分别达到70%、85%、100%。")[3].Indicator);
}
