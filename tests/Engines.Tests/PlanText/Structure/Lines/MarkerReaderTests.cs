using Shuren.PlanText.Structure;
using Shuren.PlanText.Structure.Lines;

namespace Shuren.Engines.Tests.PlanText.Structure.Lines;

public sealed class MarkerReaderTests
{
    [Theory]
    [InlineData("一、强化党建", nameof(MarkerKind.Chinese), 1, "强化党建")]
    [InlineData("十二、其他工作", nameof(MarkerKind.Chinese), 12, "其他工作")]
    [InlineData("二十一、其他工作", nameof(MarkerKind.Chinese), 21, "其他工作")]
    [InlineData("（三）完善机制", nameof(MarkerKind.ChineseInBrackets), 3, "完善机制")]
    [InlineData("(三)完善机制", nameof(MarkerKind.ChineseInBrackets), 3, "完善机制")]
    [InlineData("1.推进改革", nameof(MarkerKind.Number), 1, "推进改革")]
    [InlineData("１２．推进改革", nameof(MarkerKind.Number), 12, "推进改革")]
    [InlineData("3、推进改革", nameof(MarkerKind.Number), 3, "推进改革")]
    [InlineData("1.2 项目建设", nameof(MarkerKind.Decimal), 2, "项目建设")]
    [InlineData("2.9月底前完成招聘", nameof(MarkerKind.Number), 2, "9月底前完成招聘")]
    [InlineData("6.3月15日前完成招聘", nameof(MarkerKind.Number), 6, "3月15日前完成招聘")]
    [InlineData("10.12月前完成招聘", nameof(MarkerKind.Number), 10, "12月前完成招聘")]
    [InlineData("4.2026年完成招聘", nameof(MarkerKind.Number), 4, "2026年完成招聘")]
    [InlineData("（4）推进改革", nameof(MarkerKind.NumberInBrackets), 4, "推进改革")]
    [InlineData("4）推进改革", nameof(MarkerKind.NumberInBrackets), 4, "推进改革")]
    [InlineData("②推进改革", nameof(MarkerKind.Circle), 2, "推进改革")]
    [InlineData("五是加强宣传", nameof(MarkerKind.Spoken), 5, "加强宣传")]
    [InlineData("第二，加强宣传", nameof(MarkerKind.Spoken), 2, "加强宣传")]
    [InlineData("第三部分　工作要求", nameof(MarkerKind.Part), 3, "工作要求")]
    [InlineData("第一章 总则", nameof(MarkerKind.Chapter), 1, "总则")]
    [InlineData("第二节 任务", nameof(MarkerKind.Section), 2, "任务")]
    [InlineData("第七条 经费", nameof(MarkerKind.Article), 7, "经费")]
    [InlineData("行动二：强校", nameof(MarkerKind.Named), 2, "强校")]
    [InlineData("■ 德育", nameof(MarkerKind.Bullet), 0, "德育")]
    [InlineData("——德育", nameof(MarkerKind.Bullet), 0, "德育")]
    public void A_numbering_is_known(string line, string kind, int value, string rest)
    {
        var marker = MarkerReader.Read(Passage.ToPlain(line));

        Assert.NotNull(marker);
        Assert.Equal(kind, marker.Family.Kind.ToString());
        Assert.Equal(value, marker.Value);
        Assert.Equal(rest, line[marker.Length..]);
    }

    [Theory]
    [InlineData("3.5亿元用于校舍改造")]
    [InlineData("2.8 万平方米")]
    [InlineData("2026.3.5前上报")]
    [InlineData("1530安全教育")]
    [InlineData("12所学校参加")]
    [InlineData("15 所学校参加")]
    [InlineData("2026年工作要点")]
    [InlineData("第二、三季度")]
    [InlineData("第一书记到任")]
    [InlineData("一体推进")]
    [InlineData("-整改机制")]
    [InlineData("（试行）")]
    [InlineData("")]
    public void A_quantity_a_date_or_a_word_is_none(string line) => Assert.Null(MarkerReader.Read(Passage.ToPlain(line)));
}
