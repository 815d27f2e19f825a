using Shuren.Contracts.Schools;
using Shuren.Formulas.Catalogues;
using Shuren.Schools.Model;
using static Shuren.Schools.Facts.FactColumns;

namespace Shuren.Schools.CheckRolls;

/// <summary>What a rule for the rolls may ask: the windows <c>ds_check_…</c>. Names of codes are those that stand in the rows, in lower case with underscores.</summary>
internal static class CheckCatalogue
{
    private static readonly FactDates Days = new FactDates.Span("since", "until");

    private static readonly Column Stage = Code<Stage>("stage", "学段", ["学前", "小学", "初中", "高中", "中职", "特教"]);
    private static readonly Column Grade = Whole("grade", "年级码");
    private static readonly Column SchoolYear = Whole("school_year", "学年");
    private static readonly Column GradeTaught = Truth("grade_taught", "学校有此学段");
    private static readonly Column YearsBehind = Whole("years_behind", "落后学年");
    private static readonly Column SchoolOpen = Truth("school_open", "学校未撤");

    internal static Catalogue Facts { get; } = new(new Reach("ds_check_reach", "unit_id", "member_id"),
    [
        Fact("schools", "学校", new("school", "所"),
            Code<SchoolKind>("kind", "办学类型", ["幼儿园", "小学", "教学点", "初级中学", "九年一贯制", "完全中学", "高级中学", "十二年一贯制", "中职学校", "特教学校", "教育机构"]),
            State("code", "标识码"), Whole("code_copies", "标识码相同的学校"), State("credit", "信用代码"), Whole("credit_copies", "信用代码相同的学校"),
            Whole("spans", "现行属性"), Whole("parts", "学部"), Truth("parts_fit", "学部与类型相符"), Whole("premises", "办学条件记录"), Whole("rooms", "用房"), Truth("has_place", "有坐标"), Truth("in_country", "坐标在国内"),
            new(new("off_middle", "偏离中心度数"), "off_middle", ColumnType.Real), Whole("pupils", "在籍学生"), Whole("classes", "班级数"), Whole("teachers", "专任教师"), Whole("seats", "核定规模")),
        Fact("classes", "班级", new("class", "个班"),
            SchoolYear, Grade, Stage, Code<ClassKind>("kind", "班级类型", ["普通班", "复式混龄班", "特教班", "国家计划班"]), Whole("pupils", "学生数"), Truth("has_head", "有班主任"), Truth("head_posted", "班主任在本校任职"),
            Whole("head_classes", "班主任另带班数"), Whole("same_name", "同名班级"), GradeTaught, Whole("other_grade", "他年级学生"), YearsBehind, SchoolOpen),
        Fact("pupils", "学生", new("pupil", "人"),
            SchoolYear, Grade, Stage, Code<EnrolmentStatus>("status", "就读状态", ["在读", "休学", "辍学"]), Whole("age", "年龄"), Whole("usual_age", "应有年龄"), Truth("has_class", "已分班"), Truth("class_fits", "班级相符"),
            GradeTaught, SchoolOpen, Whole("guardians", "监护人数"), Whole("mains", "第一监护人数"), Whole("telephones", "电话数"), Whole("torn", "学籍断档"), Whole("overlaps", "学籍重叠"), YearsBehind, Whole("cares", "关爱类别数")),
        Fact("numbers", "证件号", new("number", "个"),
            Code("owner", "持有人", ["Pupil", "Teacher"], ["学生本人", "教职工"]), Code("sort", "号码种类", ["Identity", "Roll"], ["身份证件", "学籍号"]), State("state", "号码状态"), Whole("copies", "号码相同的人"),
            Code("birth", "出生日期比对", ["Same", "Different", "Unknown"], ["一致", "不一致", "无法比对"]), Code("sex", "性别比对", ["Same", "Different", "Unknown"], ["一致", "不一致", "无法比对"])),
        Fact("teachers", "教职工", new("teacher", "名"),
            Code<StaffCategory>("category", "教职工类别", ["专任教师", "行政人员", "教辅人员", "工勤人员", "附设机构人员", "园长", "保育员", "卫生保健人员"]), Truth("is_established", "在编"), Stage, Truth("subject_known", "有任教学科"),
            Truth("is_away", "编制在外校"), Whole("posts", "本人岗位数"), Whole("staff_copies", "工号相同的人"), Truth("has_standing", "有学历职称"),
            Code<Degree>("degree", "学历", ["高中以下", "高中中专", "大专", "本科", "硕士", "博士"]) with { IsOrdered = true }, Whole("certificates", "教师资格证数"), Truth("stage_certified", "资格适合学段"),
            Truth("subject_certified", "资格适合学科"), new(new("registered_until", "注册有效期"), "registered_until", ColumnType.Date), SchoolOpen),
        Fact("rooms", "用房", new("room", "间"), Code<RoomKind>("kind", "用途"), Whole("area", "面积") with { Scale = 100 }, Whole("seats", "座位"), Whole("same_code", "同号房间")),
        Fact("leaders", "校长任期", new("term", "个任期"), Code<LeaderPost>("post", "领导职务", ["校长园长", "党组织书记", "副校长"])) with { View = "ds_leaders" },
    ]);

    private static Fact Fact(string english, string chinese, Measure row, params Column[] columns) => new(new(english, chinese), "ds_check_" + english, "id", "unit_id", Days, row, columns)
    {
        // A school is asked for its leaders.
        Links = english == "schools" ? [new("leaders", "unit_id", "unit_id")] : [],
    };

    private static Column State(string english, string chinese) => Code(english, chinese,
        ["Good", "Missing", "Other", "Length", "Characters", "Kind", "Province", "Date", "CheckDigit"], ["正确", "缺失", "其他证件", "长度不对", "字符不对", "类别不对", "省份不对", "日期不对", "校验码不对"]);
}
