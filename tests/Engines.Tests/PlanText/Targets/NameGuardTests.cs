namespace Shuren.Engines.Tests.PlanText.Targets;

public sealed class NameGuardTests
{
    [Theory]
    [InlineData("2026年是关键之年。")]
    [InlineData("2027-2031年完成。")]
    [InlineData("3月15日召开会议。")]
    [InlineData("上午8:30上课。")]
    [InlineData("编制“十五五”规划。")]
    [InlineData("庆祝第41个教师节。")]
    [InlineData("庆祝建党105周年。")]
    [InlineData("开展第三轮竞聘。")]
    [InlineData("指导0-3岁家庭。")]
    [InlineData("落实教督〔2017〕6号文件。")]
    [InlineData("落实《中小学30条措施》。")]
    [InlineData("办好12345热线。")]
    [InlineData("深化“135”工程。")]
    [InlineData("构建1+2+6党建体系。")]
    [InlineData("推进“3·18专项行动”。")]
    [InlineData("开展1+X证书试点。")]
    [InlineData("落实“双减”和一校一策。")]
    [InlineData("消除56人以上大班额。")]
    [InlineData("招收5名以上残疾学生的普通学校设立资源教室。")]
    [InlineData("保障3—6岁儿童入园。")]
    [InlineData("为60岁以上教师体检。")]
    [InlineData("重点做好三件事。")]
    [InlineData("分两批推进。")]
    [InlineData("分3批选派。")]
    [InlineData("支持100人以下的小规模学校。")]
    [InlineData("办好每一所学校。")]
    [InlineData("按每500名学生一人的标准推进。")]
    [InlineData("关注600分以上高分段。")]
    [InlineData("不让一名学生掉队。")]
    [InlineData("实行24小时值班。")]
    [InlineData("打造15分钟阅读圈。")]
    [InlineData("学前三年教育和九年义务教育。")]
    [InlineData("实施三年行动计划。")]
    [InlineData("近3年持续推进。")]
    [InlineData("关心从教满30年的教师。")]
    [InlineData("抓好后20%学生的辅导。")]
    [InlineData("咨询电话0511-8312345。")]
    [InlineData("建设青禾第五中学和第二幼儿园。")]
    [InlineData("打造5A级校园。")]
    public void Names_dates_and_groups_are_no_targets(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Theory]
    [InlineData("实施5大工程。")]
    [InlineData("开展8项行动。")]
    [InlineData("落实十项举措。")]
    [InlineData("健全六项机制。")]
    [InlineData("完成6个重点任务。")]
    public void A_small_bundle_under_a_programmes_head_is_a_slogan(string sentence) => Assert.Empty(Reads.Plan(sentence));

    [Theory]
    [InlineData("完成36条工作任务。", "36")]
    [InlineData("实施4个行动研究课题。", "4")]
    [InlineData("建设2个品牌工程项目。", "2")]
    public void A_large_bundle_or_a_countable_thing_is_a_count(string sentence, string value) => Assert.Equal(value, Reads.One(sentence).Value);

    [Fact]
    public void The_bracket_that_spells_a_framework_out_counts_nothing()
        => Assert.Empty(Reads.Plan("按照1257（紧盯1个目标、守住2个底线、召开5个会议、办好7件实事）思路推进。"));

    [Fact]
    public void A_bracket_behind_a_quantity_counts()
        => Assert.Equal(["120", "30", "40"], Reads.Plan("推进120所建设项目（新建30所、改建40所）。").Select(target => target.Value));

    [Fact]
    public void Another_bracket_counts() => Assert.Equal(["4", "2"], Reads.Plan("新建幼儿园4所（含城区2所）。").Select(target => target.Value));

    [Fact]
    public void A_long_quotation_is_speech_and_may_hold_quantities()
        => Assert.Equal("5000", Reads.One("局长说：“今年我们将建成投用一批学校，新增学位5000个，让孩子上好学。”").Value);

    [Theory]
    [InlineData("免费教育达到12年，实行12年免费教育。", 1)]
    [InlineData("服务期不少于3年。", 1)]
    public void Years_count_only_where_something_lasts(string sentence, int count) => Assert.Equal(count, Reads.Plan(sentence).Count(target => target.Unit == "年"));

    [Theory]
    [InlineData("生师比达到13.5:1。", "13.5:1")]
    [InlineData("按1∶200配备教研员。", "1:200")]
    [InlineData("占比三分之一以上。", "1/3")]
    public void A_ratio_counts_where_the_clause_speaks_of_one(string sentence, string value) => Assert.Equal(value, Reads.One(sentence).Value);

    [Theory]
    [InlineData("满意度达到96.5。", "96.5")]
    [InlineData("差异系数控制在0.45以内。", "0.45")]
    [InlineData("增加学位1.2万。", "12000")]
    public void A_bare_number_counts_where_its_verb_or_qualifier_says_so(string sentence, string value)
        => Assert.Equal((value, ""), (Reads.One(sentence).Value, Reads.One(sentence).Unit));

    [Theory]
    [InlineData("实现一校一警务室。", 1)]
    [InlineData("实现一校一策。", 0)]
    [InlineData("推进一校一警务室。", 0)]
    [InlineData("落实“一校一警务室”。", 0)]
    public void One_for_each_counts_where_it_is_reached_and_no_slogan(string sentence, int count) => Assert.Equal(count, Reads.Plan(sentence).Count);
}
