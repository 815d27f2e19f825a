using Shuren.Formulas.Catalogues;

namespace Shuren.Host.Commands;

/// <summary>Facts to try formulas with, until the rooms declare theirs. No database has these windows yet.</summary>
internal static class TrialCatalogue
{
    private static readonly Measure Pupil = new("pupil", "人");
    private static readonly Measure SquareMetre = new("m2", "平方米");
    private static readonly FactDates Dates = new FactDates.Span("valid_from", "valid_to");

    private static readonly Column Stage = Code("stage", "学段", ("kindergarten", "幼儿园"), ("primary", "小学"), ("junior", "初中"), ("senior", "高中"));

    internal static Catalogue Facts { get; } = new(
        new Reach("ds_unit_reach", "unit_id", "member_id"),
        [
            Of("schools", "school", "学校", new("school", "所"),
                Code("kind", "办学类型", ("public", "公办"), ("inclusive", "普惠民办"), ("private", "其他民办")), Truth("boarding", "寄宿")) with { IsUnit = true, Key = "unit_id" },
            Of("pupils", "pupil", "学生", Pupil, Stage, Truth("migrant", "随迁"), new(new("born", "出生日期"), "born", ColumnType.Date)),
            Of("teachers", "teacher", "教师", new("teacher", "名教师"), Stage,
                Code("degree", "学历", ("secondary", "高中及以下"), ("college", "专科"), ("bachelor", "本科"), ("master", "研究生")) with { IsOrdered = true },
                Truth("certified", "持证"), Truth("backbone", "骨干")),
            Of("classes", "class", "班级", new("class", "个班"), Stage, Whole("size", "班额", Pupil)),
            Of("rooms", "room", "校舍", new("room", "间"), Stage,
                Code("use", "用途", ("teaching", "教学"), ("auxiliary", "教学辅助"), ("sports", "体育"), ("office", "办公"), ("living", "生活")), Whole("area", "面积", SquareMetre) with { Scale = 100 }),
            Of("training", "session", "培训", new("session", "次"), Whole("hours", "学时", new("hour", "学时"))) with { Dates = new FactDates.Event("held_on") },
        ],
        [
            // 教督〔2017〕6号: teaching and auxiliary area a pupil in primary schools.
            new(new("area_line", "生均面积标准"), [new(new(2017, 4, 19), 4.5m)]),
        ],
        [new(new("R4", "生均教学及辅助用房面积"), "sum(area of rooms where use in (teaching, auxiliary)) / count(pupils)")]);

    private static Fact Of(string name, string singular, string chinese, Measure row, params Column[] columns) =>
        new(new(name, chinese) { Aliases = [singular] }, "ds_" + name, "id", "unit_id", Dates, row, columns);

    private static Column Code(string name, string chinese, params (string English, string Chinese)[] choices) =>
        new(new(name, chinese), name, ColumnType.Code) { Choices = [.. choices.Select(choice => new Choice(choice.English, new(choice.English, choice.Chinese)))] };

    private static Column Truth(string name, string chinese) => new(new(name, chinese), name, ColumnType.Truth);

    private static Column Whole(string name, string chinese, Measure measure) => new(new(name, chinese), name, ColumnType.Whole) { Measure = measure };
}
