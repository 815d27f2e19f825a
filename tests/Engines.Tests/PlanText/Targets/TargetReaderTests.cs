using Shuren.PlanText;
using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class TargetReaderTests
{
    [Theory]
    [InlineData("新建学校12所。", "=", "Count")]
    [InlineData("新增学位3000个。", "increase", "Increase")]
    [InlineData("增加公办学位3000个。", "increase", "Increase")]
    [InlineData("新增公办园3所、普惠园5所。", "increase", "Increase")]
    [InlineData("新增学位分别为500个、600个。", "increase", "Increase")]
    [InlineData("幼儿园数为12所。", "=", "Reach")]
    [InlineData("减少教学点3个。", "decrease", "Decrease")]
    [InlineData("优良率提高3个百分点。", "increase", "Increase")]
    [InlineData("近视率下降0.5个百分点。", "decrease", "Decrease")]
    [InlineData("提高12所学校的办学水平。", "=", "Count")]
    [InlineData("覆盖率达到85%。", "=", "Reach")]
    [InlineData("覆盖率提升至85%。", "=", "Reach")]
    [InlineData("覆盖率提高到85%。", "=", "Reach")]
    [InlineData("生均经费提高到每生每年720元。", "=", "Reach")]
    [InlineData("优秀率15%。", "=", "Exact")]
    [InlineData("就业率保持97%。", "maintain", "Exact")]
    [InlineData("巩固率稳定在99%。", "maintain", "Exact")]
    [InlineData("巩固率稳定在99%以上。", ">=", "Floor")]
    [InlineData("每天锻炼不少于2小时。", ">=", "Floor")]
    [InlineData("比例不低于20%。", ">=", "Floor")]
    [InlineData("督学数不低于校长总数的5%。", ">=", "Floor")]
    [InlineData("至少新建3所学校。", ">=", "Floor")]
    [InlineData("占比超过80%。", ">=", "Floor")]
    [InlineData("新增学位1000个以上。", ">=", "Increase")]
    [InlineData("培训教师上千人次。", ">=", "Floor")]
    [InlineData("大班额比例控制在3%以内。", "<=", "Ceiling")]
    [InlineData("班额不超过45人。", "<=", "Ceiling")]
    [InlineData("工单3个工作日内办结。", "<=", "Ceiling")]
    [InlineData("失学率低于1%。", "<=", "Ceiling")]
    [InlineData("投资约5亿元。", "~", "Count")]
    [InlineData("增加学位2万余个。", "~", "Increase")]
    [InlineData("招聘教师200名左右。", "~", "Count")]
    [InlineData("选派近50名教师。", "~", "Count")]
    [InlineData("培育5-6所特色校。", "range", "Range")]
    [InlineData("新增3至5所幼儿园。", "range", "Increase")]
    [InlineData("质量考核位列全市第2。", "=", "Rank")]
    [InlineData("综合排名保持全市前三。", "<=", "Rank")]
    [InlineData("为20所学校配备设备。", "=", "Count")]
    public void Qualifier_range_verb_and_bare_number_in_this_order(string sentence, string comparator, string kind)
    {
        var target = Reads.Plan(sentence)[0];

        Assert.Equal((comparator, kind), (target.Comparator, target.Kind.ToString()));
    }

    [Theory]
    [InlineData("区考核位列全市第1。", "1")]
    [InlineData("中考均分全市第二名。", "2")]
    [InlineData("力争进入全省前10名。", "10")]
    public void A_place_in_an_order_has_the_unit_of_ranks(string sentence, string value)
        => Assert.Equal((value, "名次"), (Reads.One(sentence).Value, Reads.One(sentence).Unit));

    [Theory]
    [InlineData("坚持质量第一。")]
    [InlineData("成绩跨进全市第一梯队。")]
    [InlineData("落实第一责任人职责。")]
    public void First_alone_is_no_rank(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Theory]
    [InlineData("确保公办幼儿园比例提升至58%。", "公办幼儿园比例提升至58%", "公办幼儿园比例")]
    [InlineData("建设6-8个劳动实践基地，做好宣传。", "建设6-8个劳动实践基地", "建设劳动实践基地数")]
    [InlineData("全县新增托育园6所。", "新增托育园6所", "新增托育园数")]
    [InlineData("9所乡镇学校成立合唱团。", "9所乡镇学校成立合唱团", "成立合唱团的乡镇学校数")]
    [InlineData("每周举办2-3场科普讲座。", "每周举办2-3场科普讲座", "每周举办科普讲座场次")]
    [InlineData("轮岗校长数不低于校长总数的18%。", "轮岗校长数不低于校长总数的18%", "轮岗校长数占校长总数比例")]
    [InlineData("青禾教育质量位列全市第1。", "青禾教育质量位列全市第1", "青禾教育质量全市名次")]
    [InlineData("幼儿毛入园率，达到95%。", "幼儿毛入园率，达到95%", "幼儿毛入园率")]
    [InlineData("民办学校在校生占比4.6%。", "民办学校在校生占比4.6%", "民办学校在校生占比")]
    [InlineData("“双减”满意度98%以上。", "“双减”满意度98%以上", "“双减”满意度")]
    [InlineData("封闭管理率、配备率均达到100%。", "封闭管理率、配备率均达到100%", "封闭管理率、配备率")]
    [InlineData("生均经费达到每生每年720元。", "生均经费达到每生每年720元", "生均经费(每生每年)")]
    [InlineData("培训惠及学生近2万名。", "培训惠及学生近2万名", "培训惠及学生人数")]
    [InlineData("新增运动场2万平方米。", "新增运动场2万平方米", "新增运动场面积")]
    [InlineData("县第六幼儿园开设12个班。", "县第六幼儿园开设12个班", "县第六幼儿园开设班数")]
    public void Quote_and_indicator_come_from_the_clause(string sentence, string quote, string indicator)
    {
        var target = Reads.One(sentence);

        Assert.Equal((quote, indicator), (target.Quote, target.Indicator));
    }

    [Fact]
    public void A_short_rate_takes_its_subject_from_the_rate_before_it()
        => Assert.Equal("教师培训优秀率", Reads.Plan("教师培训合格率达到92%以上，优秀率达到40%。")[1].Indicator);

    [Fact]
    public void Each_number_of_a_list_keeps_its_own_words()
        => Assert.Equal(["建设名师工作室15个", "名校长工作室5个", "评选骨干教师100名"], Reads.Plan("建设名师工作室15个、名校长工作室5个，评选骨干教师100名。").Select(target => target.Quote));

    [Fact]
    public void A_quote_is_verbatim_and_at_most_forty_characters()
    {
        var sentence = "推动全县各级各类学校和幼儿园特别是农村地区寄宿制学校以及城乡接合部学校的教师培训覆盖率达到１００％。";

        var target = Reads.One(sentence);

        Assert.Contains(target.Quote, sentence, StringComparison.Ordinal);
        Assert.Equal(40, target.Quote.Length);
        Assert.EndsWith("１００％", target.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_and_what_it_pays_for_are_two_statements()
        => Assert.Equal(["投入约3700万元", "完成了约15万平方米校舍维修"], Reads.Plan("投入约3700万元完成了约15万平方米校舍维修。").Select(target => target.Quote));

    [Fact]
    public void What_follows_a_number_up_to_the_next_verb_belongs_to_it()
        => Assert.Equal(["为20所农村学校", "更换课桌椅5000套"], Reads.Plan("为20所农村学校更换课桌椅5000套。").Select(target => target.Quote));

    [Theory]
    [InlineData("2026年底前建成3所学校。", "2026年底前")]
    [InlineData("到2027年，覆盖率达到90%。", "到2027年")]
    [InlineData("年内评选14处学校。", "年内")]
    [InlineData("6月底前完成8所学校改造。", "6月底前")]
    [InlineData("力争年底5所初中完工。", "年底")]
    [InlineData("今年招聘教师120名。", "今年")]
    [InlineData("今年以来建成学校12所。", null)]
    [InlineData("秋季新增学位600个。", "秋季")]
    [InlineData("本学期开展家访300次。", "本学期")]
    [InlineData("汛期前排险37处。", "汛期前")]
    [InlineData("三年培训教师3600人次。", "三年")]
    [InlineData("三年行动覆盖12所学校。", null)]
    [InlineData("建成3所学校。", null)]
    [InlineData("落实《2026年工作要点》，建成3所学校。", null)]
    [InlineData("覆盖率从2025年的80%，提高到90%。", null)]
    public void The_deadline_is_the_words_of_the_same_sentence(string sentence, string? deadline)
        => Assert.Equal(deadline, Reads.Plan(sentence)[^1].Deadline);

    [Fact]
    public void A_deadline_holds_for_the_numbers_behind_it()
        => Assert.Equal([null, "年底前", "年底前"], Reads.Plan("改造3所学校，年底前新建2所，扩建4所。").Select(target => target.Deadline));

    [Theory]
    [InlineData("新建学校12所。", true, TargetStatus.Target)]
    [InlineData("新建学校12所。", false, TargetStatus.Result)]
    [InlineData("已建成学校12所。", true, TargetStatus.Result)]
    [InlineData("2025年建成学校12所。", true, TargetStatus.Result)]
    [InlineData("2026年建成学校12所。", true, TargetStatus.Target)]
    [InlineData("近视率较上年下降1个百分点。", true, TargetStatus.Target)]
    [InlineData("全县现有学校165所。", true, TargetStatus.Baseline)]
    public void Status_says_whether_a_number_is_planned_or_reported(string sentence, bool isPlan, TargetStatus status)
        => Assert.Equal(status, Reads.One(sentence, 2026, isPlan).Status);

    [Fact]
    public void A_result_has_no_deadline() => Assert.Null(Reads.One("2025年建成学校12所。", isPlan: false).Deadline);

    [Fact]
    public void What_it_rises_from_is_the_baseline()
    {
        var targets = Reads.Plan("覆盖率从60%提升到65%。");

        Assert.Equal([TargetStatus.Baseline, TargetStatus.Target], targets.Select(target => target.Status));
        Assert.Equal(["60", "65"], targets.Select(target => target.Value));
    }

    [Theory]
    [InlineData("补助标准由生均每年300元调整为每年500元。", TargetStatus.Baseline)]
    [InlineData("由3名教师为全校上课。", TargetStatus.Target)]
    public void What_is_changed_into_another_is_the_baseline(string sentence, TargetStatus first) =>
        Assert.Equal(first, Reads.Plan(sentence)[0].Status);

    [Fact]
    public void The_head_of_a_column_says_when_and_the_row_what()
    {
        var source = SourceText.FromPlainText("达到60%");
        Sentence cell = new("达到60%", [.. Enumerable.Range(0, 5)], null, "t1", true) { Due = "2027年", About = "扩大普惠资源" };

        var target = Assert.Single(TargetReader.Read(source, [cell]));

        Assert.Equal(("2027年", "扩大普惠资源"), (target.Deadline, target.Indicator));
    }

    [Fact]
    public void What_a_cell_says_itself_outranks_column_and_row()
    {
        var source = SourceText.FromPlainText("6月底前覆盖率达到60%");
        Sentence cell = new("6月底前覆盖率达到60%", [.. Enumerable.Range(0, 12)], null, "t1", true) { Due = "2027年", About = "扩大普惠资源" };

        var target = Assert.Single(TargetReader.Read(source, [cell]));

        Assert.Equal(("6月底前", "覆盖率"), (target.Deadline, target.Indicator));
    }

    [Fact]
    public void Task_section_and_place_come_from_the_sentence()
    {
        var source = SourceText.FromPlainText("一、建设\n推进改造。\n新建学校\n12所。");
        Sentence sentence = new("新建学校12所。", [.. Enumerable.Range(11, 4), .. Enumerable.Range(16, 4)], "s1", "t2", true);

        var target = Assert.Single(TargetReader.Read(source, [sentence]));

        Assert.Equal(("g1", "t2", "s1"), (target.Id, target.Task, target.Section));
        Assert.Equal(new Place(3, 11, 19), target.Place);
    }

    [Fact]
    public void Targets_are_numbered_through_the_document()
    {
        var source = SourceText.FromPlainText("新建学校2所。");
        Sentence sentence = new("新建学校2所。", [.. Enumerable.Range(0, 7)], null, null, true);

        Assert.Equal(["g1", "g2"], TargetReader.Read(source, [sentence, sentence]).Select(target => target.Id));
    }
}
