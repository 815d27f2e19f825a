using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class MeasureWordTests
{
    [Theory]
    [InlineData("新建12所学校。", "12", "所")]
    [InlineData("治理8家校外培训机构。", "8", "家")]
    [InlineData("评选14处书香学校。", "14", "处")]
    [InlineData("改造1860间教室。", "1860", "间")]
    [InlineData("改造厕所35座。", "35", "座")]
    [InlineData("建设3个人工智能实验室。", "3", "个")]
    [InlineData("建设2个体育公园。", "2", "个")]
    [InlineData("遴选30名校长。", "30", "名")]
    [InlineData("选派26人支教。", "26", "人")]
    [InlineData("培训500人次。", "500", "人次")]
    [InlineData("召开3次推进会。", "3", "次")]
    [InlineData("举办4场讲座。", "4", "场")]
    [InlineData("举办6期中层干部培训班。", "6", "期")]
    [InlineData("完成招聘5批次。", "5", "批次")]
    [InlineData("每班开设1节阅读课。", "1", "节")]
    [InlineData("安装设备60台。", "60", "台")]
    [InlineData("更换课桌椅5000套。", "5000", "套")]
    [InlineData("制定文件10份。", "10", "份")]
    [InlineData("发放图书30万件。", "300000", "件")]
    [InlineData("立项课题15项。", "15", "项")]
    [InlineData("铺设跑道8条。", "8", "条")]
    [InlineData("组建5支宣讲团。", "5", "支")]
    [InlineData("新增校舍面积3.5万平方米。", "35000", "平方米")]
    [InlineData("征地60亩。", "60", "亩")]
    [InlineData("每日活动2小时。", "2", "小时")]
    [InlineData("阅读30分钟。", "30", "分钟")]
    [InlineData("3个工作日办结。", "3", "个工作日")]
    [InlineData("投资4亿元。", "4", "亿元")]
    [InlineData("投资1460万元。", "1460", "万元")]
    [InlineData("投资2.3亿余元。", "2.3", "亿元")]
    [InlineData("提高到每生每年720元。", "720", "元")]
    [InlineData("优良率提高3个百分点。", "3", "个百分点")]
    [InlineData("经费翻一番。", "1", "番")]
    [InlineData("经费增长2倍。", "2", "倍")]
    public void A_number_with_a_measure_word_is_a_quantity(string sentence, string value, string unit)
    {
        var target = Reads.One(sentence);

        Assert.Equal((value, unit), (target.Value, target.Unit));
    }

    [Theory]
    [InlineData("用好两所新校的操场。", "2", "所")]
    [InlineData("开展一次评比。", "1", "次")]
    [InlineData("新建三个实训基地。", "3", "个")]
    [InlineData("选派两名教师支教。", "2", "名")]
    [InlineData("配备心理教师两名。", "2", "名")]
    [InlineData("每校设立一个心理辅导室。", "1", "个")]
    [InlineData("建成十二个社团。", "12", "个")]
    [InlineData("培育十余所特色学校。", "10", "所")]
    public void A_small_Chinese_number_counts_things_people_and_times(string sentence, string value, string unit)
    {
        var target = Reads.One(sentence);

        Assert.Equal((value, unit), (target.Value, target.Unit));
    }

    [Theory]
    [InlineData("抓好四个环节。")]
    [InlineData("深化五名培养工程。")]
    [InlineData("建设一支高素质队伍。")]
    [InlineData("出台一批制度。")]
    [InlineData("打造两支队伍。")]
    [InlineData("健全县、乡两级体系。")]
    [InlineData("完成高中改扩建二期。")]
    [InlineData("构建三位一体格局。")]
    [InlineData("落实一岗双责。")]
    [InlineData("一个学校也很重要。")]
    public void Otherwise_it_is_a_figure_of_speech(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Theory]
    [InlineData("全面落实书香322项目。")]
    [InlineData("实施985人才计划。")]
    [InlineData("推进5G网络。")]
    public void A_measure_word_that_begins_another_word_measures_nothing(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Fact]
    public void The_longest_measure_word_wins() => Assert.Equal("个百分点", MeasureWord.At("个百分点", 0)!.Text);
}
