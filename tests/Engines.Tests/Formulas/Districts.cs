using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>A catalogue with every kind of fact and column, and random districts for it.</summary>
internal static class Districts
{
    public static readonly Measure Person = new("pupil", "人");
    public static readonly Measure Teacher = new("teacher", "名教师");
    public static readonly Measure RoomUnit = new("room", "间");
    public static readonly Measure Area = new("m2", "平方米");
    public static readonly Measure Yuan = new("yuan", "元");
    public static readonly Measure Hours = new("hour", "学时");

    private static readonly Column Stage = new(new("stage", "学段"), "stage", ColumnType.Code)
    {
        Choices = [new("P", new("primary", "小学")), new("J", new("junior", "初中")), new("S", new("senior", "高中"))],
    };

    private static readonly FactDates Dates = new FactDates.Span("valid_from", "valid_to");

    public static readonly Catalogue Catalogue = new(
        new Reach("ds_unit_reach", "unit_id", "member_id"),
        [
            new(new("schools", "学校") { Aliases = ["school"] }, "ds_schools", "unit_id", "unit_id", Dates, new("school", "所"),
            [
                Code("kind", "办学类型", ("public", "公办"), ("inclusive", "普惠民办"), ("private", "其他民办")),
                new(new("planned", "规划年份"), "planned", ColumnType.Whole),
                new(new("boarding", "寄宿"), "boarding", ColumnType.Truth),
            ]) { IsUnit = true },
            new(new("pupils", "学生") { Aliases = ["pupil"] }, "ds_pupils", "id", "unit_id", Dates, Person,
            [
                Stage,
                new(new("migrant", "随迁"), "migrant", ColumnType.Truth),
                new(new("born", "出生日期"), "born", ColumnType.Date),
                new(new("score", "分数"), "score", ColumnType.Real),
            ]),
            new(new("teachers", "教师") { Aliases = ["teacher"] }, "ds_teachers", "id", "unit_id", Dates, Teacher,
            [
                Stage,
                Code("degree", "学历", ("college", "专科"), ("bachelor", "本科"), ("master", "硕士")) with { IsOrdered = true },
                new(new("person", "人员"), "person_id", ColumnType.Identity),
                new(new("pay", "工资"), "pay", ColumnType.Whole) { Scale = 100, Measure = Yuan, MayCut = false },
            ]) { Links = [new("titles", "id", "teacher_id")] },
            new(new("titles", "称号"), "ds_titles", "id", "unit_id", new FactDates.Event("granted_on"), new("title", "项"),
                [Code("level", "级别", ("school_level", "校级"), ("county", "县级"), ("city", "市级"))]),
            new(new("rooms", "教室") { Aliases = ["room"] }, "ds_rooms", "id", "unit_id", new FactDates.Always(), RoomUnit,
            [
                Stage,
                new(new("area", "面积"), "area", ColumnType.Whole) { Scale = 100, Measure = Area },
                new(new("cost", "造价"), "cost", ColumnType.Real) { Measure = Yuan },
                new(new("label", "门牌"), "label", ColumnType.Text),
            ]),
            new(new("training", "培训"), "ds_training", "id", "unit_id", new FactDates.Event("held_on"), new("training", "次"),
                [new(new("hours", "学时"), "hours", ColumnType.Whole) { Measure = Hours }, new(new("trainee", "参训人"), "person_id", ColumnType.Identity)]),
        ],
        [new(new("area_line", "面积标准"), [new(new(2020, 1, 1), 4.5m), new(new(2025, 9, 1), 5.8m)])],
        [
            new(new("R4", "生均面积"), "sum(area of rooms) / count(pupils)"),
            new(new("loop_a", "循环甲"), "[loop_b] + 1"),
            new(new("loop_b", "循环乙"), "[loop_a] + 1"),
            new(new("broken", "坏的"), "count(pupil"),
        ]);

    public static readonly IReadOnlyList<DateOnly> Days = [new(2024, 2, 29), new(2025, 9, 20), new(2026, 3, 1)];

    private static Column Code(string english, string chinese, params (string English, string Chinese)[] choices) =>
        new(new(english, chinese), english, ColumnType.Code) { Choices = [.. choices.Select(choice => new Choice(choice.English.ToUpperInvariant(), new(choice.English, choice.Chinese)))] };

    /// <summary>Five schools in two towns; some closed, some without rows, many values missing.</summary>
    public static World Random(int seed)
    {
        var chance = new Random(seed);
        var ids = Enumerable.Range(0, 8).Select(_ => Id(chance)).ToArray();
        var (district, towns, schools) = (ids[0], ids[1..3], ids[3..8]);
        var world = new World().Under(district, ids).Under(towns[0], towns[0], schools[0], schools[1]).Under(towns[1], towns[1], schools[2], schools[3], schools[4]);
        foreach (var school in schools)
            world.Under(school, school);
        var open = schools[..chance.Next(2, 6)];
        world.With("schools", [.. open.Select(school => new FactRow(school, new Dictionary<string, object?>(Span(chance))
        {
            ["kind"] = Maybe(chance, Pick(chance, "PUBLIC", "INCLUSIVE", "PRIVATE")), ["planned"] = Maybe(chance, (long)chance.Next(2010, 2020)), ["boarding"] = Maybe(chance, chance.Next(2) == 0),
        }))]);
        world.With("pupils", Rows(chance, schools, 30, () => new(Span(chance))
        {
            ["stage"] = Maybe(chance, Pick(chance, "P", "J", "S")), ["migrant"] = Maybe(chance, chance.Next(2) == 0),
            ["born"] = Maybe(chance, new DateOnly(2012, 1, 1).AddDays(chance.Next(2000))), ["score"] = Maybe(chance, chance.Next(0, 1000) / 8.0),
        }));
        world.With("teachers", Rows(chance, schools, 15, () => new(Span(chance))
        {
            ["stage"] = Maybe(chance, Pick(chance, "P", "J", "S")), ["degree"] = Maybe(chance, Pick(chance, "COLLEGE", "BACHELOR", "MASTER")),
            ["person_id"] = Maybe(chance, ids[chance.Next(8)]), ["pay"] = Maybe(chance, (long)chance.Next(300_000, 900_000)),
        }));
        var teachers = world.Of("teachers");
        world.With("titles", Rows(chance, schools, 10, () => new()
        {
            ["granted_on"] = new DateOnly(2020, 1, 1).AddDays(chance.Next(2300)), ["level"] = Maybe(chance, Pick(chance, "SCHOOL_LEVEL", "COUNTY", "CITY")),
            ["teacher_id"] = teachers.Count == 0 ? null : teachers[chance.Next(teachers.Count)].Values["id"],
        }));
        world.With("rooms", Rows(chance, schools, 12, () => new()
        {
            ["stage"] = Maybe(chance, Pick(chance, "P", "J", "S")), ["area"] = Maybe(chance, (long)chance.Next(1000, 20_000)),
            ["cost"] = Maybe(chance, chance.Next(0, 10_000) / 7.0), ["label"] = Maybe(chance, Pick(chance, "A1", "b'2", "三楼")),
        }));
        world.With("training", Rows(chance, schools, 12, () => new()
        {
            ["held_on"] = new DateOnly(2020, 1, 1).AddDays(chance.Next(2300)), ["hours"] = Maybe(chance, (long)chance.Next(0, 40)), ["person_id"] = Maybe(chance, ids[chance.Next(8)]),
        }));
        return world;
    }

    private static IReadOnlyList<FactRow> Rows(Random chance, Guid[] schools, int most, Func<Dictionary<string, object?>> values) =>
        [.. Enumerable.Range(0, chance.Next(most)).Select(_ => new FactRow(schools[chance.Next(schools.Length)], new Dictionary<string, object?>(values()) { ["id"] = Id(chance) }))];

    private static Dictionary<string, object?> Span(Random chance)
    {
        var from = new DateOnly(2022, 9, 1).AddDays(chance.Next(700));
        return new() { ["valid_from"] = from, ["valid_to"] = chance.Next(3) == 0 ? from.AddDays(chance.Next(1, 900)) : null };
    }

    private static object? Maybe(Random chance, object value) => chance.Next(7) == 0 ? null : value;

    private static string Pick(Random chance, params string[] of) => of[chance.Next(of.Length)];

    private static Guid Id(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }
}
