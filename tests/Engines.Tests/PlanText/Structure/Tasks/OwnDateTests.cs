using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure.Tasks;

public sealed class OwnDateTests
{
    [Theory]
    [InlineData("6月底前完成选址。", "6月底前")]
    [InlineData("9月投入使用。", "11月底")]
    [InlineData("每月调度一次。", "11月底")]
    [InlineData("全年推进校园建设。", "11月底")]
    [InlineData("推进校园建设。", "11月底")]
    public void A_date_in_the_sentence_outranks_the_brackets_and_a_rhythm_does_not(string sentence, string due)
    {
        var text = $"青禾县教育局2026年工作要点\n\n一、学校建设\n\n1.加快学校建设。推进布局调整。{sentence}（责任科室：基建科；完成时限：11月底）\n";

        var task = PlanReader.Read(SourceText.FromPlainText(text)).Tasks[^1];

        Assert.Equal(("基建科", due), (task.Lead, task.Due));
    }
}
