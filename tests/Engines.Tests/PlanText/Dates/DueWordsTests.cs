using System.Globalization;
using Shuren.PlanText.Dates;

namespace Shuren.Engines.Tests.PlanText.Dates;

public sealed class DueWordsTests
{
    [Theory]
    [InlineData("年内完成布局调整。", "年内", "2026-12-31")]
    [InlineData("年底前建成2所幼儿园。", "年底前", "2026-12-31")]
    [InlineData("力争年底2所小学封顶。", "年底", "2026-12-31")]
    [InlineData("全年培训教师500人次。", "全年", "2026-12-31")]
    [InlineData("上半年完成招聘。", "上半年", "2026-06-30")]
    [InlineData("下半年启动评估。", "下半年", "2026-12-31")]
    [InlineData("第一季度制定方案。", "第一季度", "2026-03-31")]
    [InlineData("三季度末形成报告。", "三季度末", "2026-09-30")]
    [InlineData("6月底前完成排查。", "6月底前", "2026-06-30")]
    [InlineData("2026年6月底完成验收。", "2026年6月底", "2026-06-30")]
    [InlineData("２０２６年６月底前完成。", "２０２６年６月底前", "2026-06-30")]
    [InlineData("于 2026 年 6 月底前完成。", "于 2026 年 6 月底前", "2026-06-30")]
    [InlineData("9月1日前投入使用。", "9月1日前", "2026-09-01")]
    [InlineData("10月上旬举办运动会。", "10月上旬", "2026-10-10")]
    [InlineData("11月中旬开展测试。", "11月中旬", "2026-11-20")]
    [InlineData("2月底前公布。", "2月底前", "2026-02-28")]
    [InlineData("八月底前完成维修。", "八月底前", "2026-08-31")]
    [InlineData("6月前完成。", "6月前", "2026-05-31")]
    [InlineData("3月至6月开展集中整治。", "3月至6月", "2026-06-30")]
    [InlineData("3-6月开展集中整治。", "3-6月", "2026-06-30")]
    [InlineData("2026年至2028年实施三轮培训。", "2026年至2028年", "2028-12-31")]
    [InlineData("2026—2028年实施三轮培训。", "2026—2028年", "2028-12-31")]
    [InlineData("到2027年，建成10所示范校。", "到2027年", "2027-12-31")]
    [InlineData("2027年底前全面完成。", "2027年底前", "2027-12-31")]
    [InlineData("2026年，新建公办园3所。", "2026年", "2026-12-31")]
    [InlineData("2026年计划新建学校2所。", "2026年", "2026-12-31")]
    [InlineData("2026.3.5前报送名单。", "2026.3.5前", "2026-03-05")]
    [InlineData("确保秋学期投入使用。", "秋学期", "2026-09-01")]
    [InlineData("确保2026年秋季学期投入使用。", "2026年秋季学期", "2026-09-01")]
    [InlineData("秋季学期前完成改造。", "秋季学期前", "2026-08-31")]
    [InlineData("开学前完成消毒。", "开学前", "2026-08-31")]
    [InlineData("秋学期开展专项督导。", "秋学期", "2026-12-31")]
    [InlineData("春季学期开学前完成检修。", "春季学期开学前", "2026-02-28")]
    [InlineData("秋季新增学位600个。", "秋季", "2026-09-01")]
    [InlineData("新建学校秋季投用。", "秋季", "2026-09-01")]
    [InlineData("暑期完成校舍维修。", "暑期", "2026-08-31")]
    [InlineData("每月开展一次检查。", "每月", "2026-12-31")]
    [InlineData("每学期督导两轮。", "每学期", "2026-12-31")]
    [InlineData("每月调度，6月底前完成。", "6月底前", "2026-06-30")]
    public void Words_that_say_by_when(string sentence, string words, string lastDay)
    {
        var due = DueWords.Find(sentence, 2026);

        Assert.NotNull(due);
        Assert.Equal(words, due.Value.Words);
        Assert.Equal(words, sentence.Substring(due.Value.Start, words.Length));
        Assert.Equal(DateOnly.Parse(lastDay, CultureInfo.InvariantCulture), due.Value.LastDay);
    }

    [Theory]
    [InlineData("推进学校建设。")]
    [InlineData("生均公用经费达到每生每年900元。")]
    [InlineData("补助标准由生均每年300元调整为每年500元。")]
    [InlineData("发放人均每月400元津贴。")]
    [InlineData("办好秋季运动会。")]
    [InlineData("三年内不得调动。")]
    [InlineData("落实《青禾县三年计划（2026-2028年）》。")]
    [InlineData("做好2026年中考组织工作。")]
    [InlineData("自2026年3月起实行新办法。")]
    [InlineData("落实12个月轮换制度。")]
    [InlineData("健全长期从教荣誉制度。")]
    [InlineData("持续推进课程改革，完善机制。")]
    [InlineData("2024年底建成的校舍要及时验收。")]
    [InlineData("做好秋季招生工作。")]
    [InlineData("开展“5月读书月”活动。")]
    [InlineData("")]
    public void Words_that_do_not(string sentence) => Assert.Null(DueWords.Find(sentence, 2026));

    [Theory]
    [InlineData("长期")]
    [InlineData("持续推进")]
    [InlineData("长期坚持。")]
    public void Standing_work_has_words_but_no_last_day(string words)
    {
        var due = DueWords.Find(words, 2026);

        Assert.NotNull(due);
        Assert.Null(due.Value.LastDay);
    }

    [Fact]
    public void Without_a_plan_year_only_words_with_a_year_give_a_day()
    {
        Assert.Null(DueWords.Find("6月底前完成。", null)!.Value.LastDay);
        Assert.Equal(new DateOnly(2026, 6, 30), DueWords.Find("2026年6月底前完成。", null)!.Value.LastDay);
    }

    [Fact]
    public void A_leap_year_has_its_day() => Assert.Equal(new DateOnly(2028, 2, 29), DueWords.Find("2月底前完成。", 2028)!.Value.LastDay);
}
