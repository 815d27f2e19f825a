using Shuren.Contracts.Schools;
using Shuren.Formulas.Catalogues;
using Shuren.Schools.Model;
using static Shuren.Schools.Facts.FactColumns;

namespace Shuren.Schools.Facts;

/// <summary>What formulas may count of the rolls: the windows <c>ds_…</c>, their columns with units, and the words for both. What each means stands at the head of the window.</summary>
internal static class SchoolFacts
{
    private static readonly FactDates Days = new FactDates.Span("since", "until");
    private static readonly Measure Person = new("person", "人");
    private static readonly Measure Pupil = new("pupil", "人");
    private static readonly Measure Teacher = new("teacher", "名");
    private static readonly Measure SquareMetre = new("m2", "平方米");
    private static readonly Measure Yuan = new("CNY", "元");
    private static readonly Measure Piece = new("piece", "件");

    private static readonly Column Stage = Code<Stage>("stage", "学段", ["学前", "小学", "初中", "高中", "中职", "特教"]);
    private static readonly Column Kind = Code<SchoolKind>("kind", "办学类型");
    private static readonly Column Owner = Code<Ownership>("ownership", "办别");
    private static readonly Column Locality = Code<Locality>("locality", "城乡分类");
    private static readonly Column Zone = Code("zone", "城乡", ["urban", "town", "rural"], ["城区", "镇区", "乡村"], "area");
    private static readonly Column Grade = Whole("grade", "年级码");
    private static readonly Column SchoolYear = Whole("school_year", "学年");
    private static readonly Column Boarding = Truth("boarding", "寄宿制", "is_boarding");
    private static readonly Column Sex = Code<Sex>("sex", "性别");
    private static readonly Column Born = Day("born", "出生日期", "born_on");
    private static readonly Column PupilId = Identity("pupil_id", "学生编号", "pupil_id");
    private static readonly Column TeacherId = Identity("teacher_id", "教师编号", "teacher_id");
    private static readonly Column Subject = new(new("subject", "学科"), "subject", ColumnType.Code)
    {
        Choices =
        [
            new("1", new("chinese", "语文")), new("2", new("mathematics", "数学")), new("3", new("foreign_language", "外语")), new("4", new("morality", "道德与法治")), new("5", new("science", "科学")),
            new("6", new("physics", "物理")), new("7", new("chemistry", "化学")), new("8", new("biology", "生物")), new("9", new("history", "历史")), new("10", new("geography", "地理")),
            new("11", new("sports", "体育与健康")), new("12", new("music", "音乐")), new("13", new("art", "美术")), new("14", new("arts", "艺术")), new("15", new("computing", "信息科技")),
            new("16", new("labour", "劳动")), new("17", new("practice", "综合实践")), new("18", new("mental_health", "心理健康")), new("19", new("technology", "通用技术")), new("20", new("local_course", "地方课程")),
        ],
    };

    /// <summary>In the order in which a reader meets them.</summary>
    public static IReadOnlyList<Fact> All { get; } =
    [
        Of("schools", "学校", ["school"], new("school", "所"), Days,
            Kind, Owner, Locality, Zone, Boarding, Truth("of_estate", "小区配套", "is_of_estate"), Truth("township_centre", "乡镇中心", "is_township_centre"), Whole("planned_in", "规划年份")) with
        {
            IsUnit = true, Links = [new("leaders", "unit_id", "unit_id")],
        },
        Of("parts", "学部", ["part"], new("part", "个学部"), Days, Stage, Whole("seats", "核定规模", Pupil), Whole("duration", "学制", sql: "years"), Kind, Owner, Locality, Zone, Boarding),
        Of("pupils", "学生", ["pupil"], Pupil, Days,
            Stage, Grade, SchoolYear, Code<EnrolmentStatus>("status", "就读状态"), Code<ResidenceClass>("residence", "户籍类别"), Truth("has_permit", "符合随迁条件"), Truth("boarder", "住宿", "is_boarder"),
            Truth("rides_bus", "乘坐校车"), Truth("purchased_place", "购买学位", "is_purchased_place"), Code<EntryWay>("entry", "入学方式", ["就近划片", "统筹安排", "摇号", "指标到校", "统一招生", "报名入学", "其他"]),
            Code<EnrolmentStart>("began", "学籍起因"), Code<EnrolmentEnd>("ended", "学籍去向"), Sex, Born, Kind, Owner, Zone, PupilId, Identity("class_id", "班级编号", "class_id"), Day("enrolled", "在籍起日", "since")) with
        {
            Links = [new("cares", "pupil_id", "pupil_id")],
        },
        Of("classes", "班级", ["class"], new("class", "个班"), Days,
            Stage, Grade, SchoolYear, Whole("number", "班号"), Code<ClassKind>("kind", "班级类型", ["普通班", "复式混龄班", "特教班", "国家计划班"]), Whole("pupils", "班额", Pupil)),
        Of("teachers", "教职工", ["teacher", "教师"], Teacher, Days,
            Code<StaffCategory>("category", "教职工类别"), Truth("established", "在编", "is_established"), Stage, Subject, Code<PostStart>("began", "到岗方式"), Truth("away", "编制在外校", "is_away"),
            Code<Degree>("degree", "学历") with { IsOrdered = true }, Code<TeacherTitle>("title", "职称") with { IsOrdered = true }, Code<BackboneLevel>("backbone", "骨干层级") with { IsOrdered = true },
            Sex, Born, Day("teaching_since", "从教日期"), Day("posted", "到岗日期", "since"), Day("counted_from", "计入起日"), TeacherId) with
        {
            Links = [new("certificates", "teacher_id", "teacher_id"), new("trainings", "teacher_id", "teacher_id")],
        },
        Of("certificates", "教师资格证", ["certificate"], new("certificate", "本"), Days, Stage, Subject, Code<RegistrationResult>("registration", "注册结论"), TeacherId),
        Of("trainings", "培训", ["training"], new("training", "次"), new FactDates.Event("happened_on"), Whole("hours", "学时", new("hour", "学时")), TeacherId) with
        {
            Links = [new("teachers", "teacher_id", "teacher_id")],
        },
        Of("leaders", "校长任期", ["leader"], new("term", "个任期"), Days, Code<LeaderPost>("post", "领导职务"), Whole("number", "届次"), TeacherId),
        Of("rooms", "用房", ["room"], new("room", "间"), Days, Code<RoomKind>("kind", "用途"), Whole("area", "面积", SquareMetre, 100), Whole("seats", "座位", new("seat", "座")), Truth("multimedia", "网络多媒体", "is_multimedia")),
        Of("premises", "办学条件", [], new("record", "份"), Days,
            Whole("site_area", "占地面积", SquareMetre, 100), Whole("floor_area", "校舍面积", SquareMetre, 100), Whole("teaching_area", "教学及辅助用房面积", SquareMetre, 100),
            Whole("sports_ground_area", "运动场地面积", SquareMetre, 100), Whole("gym_area", "体育馆面积", SquareMetre, 100), Whole("play_area", "户外活动场地面积", SquareMetre, 100),
            Whole("activity_room_area", "幼儿活动用房面积", SquareMetre, 100), Whole("green_area", "绿化面积", SquareMetre, 100), Whole("dangerous_area", "危房面积", SquareMetre, 100),
            Whole("equipment_value", "教学仪器设备值", Yuan, 100), Whole("books", "图书", new("book", "册")), Whole("computers", "计算机", Piece), Whole("cameras", "摄像头", Piece), Whole("guards", "专职保安", Person),
            Whole("buses", "校车", Piece), Whole("kitchens", "食堂", Piece), Truth("open_kitchen", "明厨亮灶", "has_open_kitchen")),
        Of("funds", "经费", ["fund"], new("record", "份"), new FactDates.Always(),
            Whole("calendar_year", "年份", sql: "year"), Whole("operating", "公用经费拨付额", Yuan, 100), Whole("funded_pupils", "核定学生数", Pupil), Whole("operating_budget", "公用经费预算", Yuan, 100),
            Whole("training_budget", "培训经费预算", Yuan, 100), Whole("subsidy", "普惠补助", Yuan, 100)),
        Of("cares", "关爱", ["care"], new("care", "人次"), Days, Code<CareKind>("kind", "关爱类别"), Truth("taught_at_home", "送教上门", "is_taught_at_home"), Grade, PupilId),
        Of("dropouts", "辍学台账", ["dropout"], new("entry", "条"), Days,
            Code("outcome", "结果", ["Returned", "Left"], ["复学", "离籍"]), Code<DropOutFinding>("finding", "来源", ["登记辍学", "排查发现"]), Whole("visits", "家访次数"), Day("last_visit", "最近家访"), PupilId),
    ];

    private static Fact Of(string english, string chinese, string[] aliases, Measure row, FactDates dates, params Column[] columns) =>
        new(new(english, chinese) { Aliases = aliases }, "ds_" + english, "id", "unit_id", dates, row, columns);
}
