using Shuren.PlanText;
using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class FrameworkNamesTests
{
    [Theory]
    [InlineData("实施“135”工程。", "135工程")]
    [InlineData("实施246行动计划。", "246行动")]
    [InlineData("构建1+2+6党建工作体系。", "1+2+6党建工作体系")]
    [InlineData("采用1+2+6的模式。", "1+2+6")]
    [InlineData("推进“3·18专项行动”。", "3·18专项行动")]
    [InlineData("深化“五名”工程。", "五名工程")]
    [InlineData("按照1257（紧盯1个目标、守住2个底线）推进。", "1257")]
    public void A_number_that_names_a_programme_is_found(string sentence, string name) => Assert.Equal([name], Find(sentence));

    [Theory]
    [InlineData("2026年行动计划。")]
    [InlineData("新建学校120所。")]
    [InlineData("实施120所建设项目。")]
    [InlineData("学位达到3000（其中公办2000）。")]
    [InlineData("达标率100%。")]
    [InlineData("12345热线。")]
    [InlineData("《“135”工程实施方案》")]
    [InlineData("“一校一品”。")]
    public void Years_quantities_titles_and_slogans_are_no_frameworks(string sentence) => Assert.Empty(Find(sentence));

    [Fact]
    public void Each_name_comes_once_in_reading_order() => Assert.Equal(["135工程", "246行动"], Find("实施“135”工程和246行动，深化135工程。"));

    [Fact]
    public void A_heading_is_read_too()
        => Assert.Equal(["135工程"], FrameworkNames.Find(SourceText.FromPlainText("2026年教育工作：实施“135”工程"), []));

    private static IReadOnlyList<string> Find(string sentence)
        => FrameworkNames.Find(SourceText.FromPlainText(sentence), [new(sentence, [.. Enumerable.Range(0, sentence.Length)], null, null, true)]);
}
