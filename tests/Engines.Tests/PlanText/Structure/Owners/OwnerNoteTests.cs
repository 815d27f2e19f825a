using Shuren.PlanText.Structure.Owners;

namespace Shuren.Engines.Tests.PlanText.Structure.Owners;

public sealed class OwnerNoteTests
{
    [Theory]
    [InlineData("责任科室：基教科、督导室；完成时限：6月底前", "基教科", "督导室", "6月底前")]
    [InlineData("牵头单位：人事科；责任单位：各学校；完成时间：全年", "人事科", "各学校", "全年")]
    [InlineData("责任单位：各学校；牵头单位：人事科", "人事科", "各学校", null)]
    [InlineData("牵头科室:安全科 配合单位:信息中心", "安全科", "信息中心", null)]
    [InlineData("基教科牵头，各学校配合", "基教科", "各学校", null)]
    [InlineData("由督导室负责，人事科、财务科配合，9月底前完成", "督导室", "人事科|财务科", "9月底前")]
    [InlineData("基教科、教研室", "基教科", "教研室", null)]
    [InlineData("责任人：李小禾", "李小禾", "", null)]
    [InlineData("6月底前完成", null, "", "6月底前")]
    public void A_bracket_says_who_and_when(string words, string? lead, string support, string? due)
    {
        var note = OwnerNote.Read(words);

        Assert.NotNull(note);
        Assert.Equal(lead, note.Lead);
        Assert.Equal(support, string.Join('|', note.Support));
        Assert.Equal(due, note.Due);
    }

    [Theory]
    [InlineData("试行")]
    [InlineData("园")]
    [InlineData("含教学点")]
    [InlineData("守住一条安全底线、办好两件民生实事")]
    [InlineData("班子成员带头讲、支部书记轮流讲")]
    [InlineData("2026—2030年")]
    [InlineData("")]
    public void Other_brackets_belong_to_the_sentence(string words) => Assert.Null(OwnerNote.Read(words));
}
