using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>A district of the worked examples: each formula is asked of the database and of the evaluator, and both must agree.</summary>
internal abstract class ExampleDistrict : IDisposable
{
    protected static readonly Guid District = new("00000000-0000-0000-0000-0000000000ff");
    private static readonly DateOnly Day = new(2026, 9, 20);
    private readonly SqlDialect dialect;
    private readonly Catalogue catalogue;
    private readonly World world;
    private readonly Databases database;

    protected ExampleDistrict(SqlDialect dialect, Catalogue catalogue, World world, IReadOnlyList<Guid> schools)
    {
        (this.dialect, this.catalogue, this.world) = (dialect, catalogue, world);
        world.Under(District, [District, .. schools]);
        foreach (var school in schools)
            world.Under(school, school);
        database = new Databases(dialect, catalogue, world);
    }

    public static Guid School(string letter) => new($"00000000-0000-0000-0000-0000000000{(int)letter[0]:x2}");

    public double? Value(string text, Guid? unit = null) => Reading(text, unit).Value;

    public Reading Reading(string text, Guid? unit = null)
    {
        var formula = Formula.Read(text, catalogue);
        Assert.True(formula.Succeeded, text + "\n" + string.Join('\n', formula.Diagnostics.Select(problem => problem.In(Language.English))));
        var found = database.Read(formula.ToSql(dialect, new Question([Day], [unit ?? District])))[(unit ?? District, Day)];
        var witness = Evaluator.Evaluate(formula, world, unit ?? District, Day);
        Assert.Equal(witness.Value ?? double.NaN, found.Value ?? double.NaN, 1e-9 * Math.Max(1, Math.Abs(witness.Value ?? 0)));
        return found;
    }

    public void Dispose() => database.Dispose();

    protected static Column Code(string name, params string[] choices) =>
        new(new(name, "码" + name), name, ColumnType.Code) { Choices = [.. choices.Select(choice => new Choice(choice, new(choice, "值" + choice)))] };

    protected static Column Number(string name, Measure? measure = null) => new(new(name, "数" + name), name, ColumnType.Whole) { Measure = measure };

    protected static Fact Fact(string name, Measure row, params Column[] columns) =>
        new(new(name, "表" + name), "ds_" + name, "id", "unit_id", new FactDates.Always(), row, columns);

    protected static FactRow Row(Guid unit, params (string Column, object? Value)[] values) =>
        new(unit, values.Append(("id", Guid.CreateVersion7())).ToDictionary(pair => pair.Item1, pair => pair.Item2));
}

/// <summary>
/// Section 1 of the worked examples from single rows: a row for each pupil, teacher and room. What a through-train school has
/// in common stands without a stage and is split 1 : 1.1 : 1.32 by the formula itself.
/// </summary>
internal sealed class BalancedDistrict(SqlDialect dialect, long equipmentOfD = 420_000) : ExampleDistrict(dialect, Catalogue(), World(equipmentOfD), [.. "ABCDEFGHK".Select(letter => School(letter == 'H' ? "E" : letter.ToString())).Distinct()])
{
    private static readonly Measure Pupil = new("pupil", "人");
    private static readonly Column Stage = Code("stage", "primary", "junior", "senior");

    /// <summary>E and H are the two sections of one nine-year school.</summary>
    public static new Guid School(string letter) => ExampleDistrict.School(letter == "H" ? "E" : letter);

    private static Catalogue Catalogue()
    {
        var assets = Fact("assets", new("item", "件"), Code("kind", "R4", "R5", "R6", "R7"), Number("amount"), Stage);
        return new Catalogue(
            new Reach("ds_reach", "unit_id", "member_id"),
            [
                Fact("schools", new("school", "所")) with { IsUnit = true, Name = new("schools", "学校") { Aliases = ["school"] } },
                Fact("pupils", Pupil, Stage),
                Fact("teachers", new("teacher", "名"), Stage, Code("counts", "R1", "R2", "R3")),
                assets,
            ],
            [.. Lines().Select(line => new Parameter(new(line.Name, "线" + line.Name), [new(new(2017, 4, 19), line.Value)]))],
            [.. new[] { "primary", "junior" }.SelectMany(Indicators)]);
    }

    private static IEnumerable<(string Name, decimal Value)> Lines()
    {
        decimal[] primary = [4.2m, 1, 0.9m, 4.5m, 7.5m, 2000, 2.3m];
        decimal[] junior = [5.3m, 1, 0.9m, 5.8m, 10.2m, 2500, 2.4m];
        return Enumerable.Range(0, 7).SelectMany(i => new[] { ($"R{i + 1}_primary_line", primary[i]), ($"R{i + 1}_junior_line", junior[i]) });
    }

    private static IEnumerable<Definition> Indicators(string stage)
    {
        Definition Of(string name, string text) => new(new(name, "标" + name), text);
        var pupils = $"count(pupils where stage = {stage})";
        var share = $"{(stage == "primary" ? "1" : "1.1")} * {pupils} / (count(pupils where stage = primary) + 1.1 * count(pupils where stage = junior) + 1.32 * count(pupils where stage = senior))";
        yield return Of($"share_{stage}", share);
        yield return Of($"counted_{stage}", pupils);
        foreach (var code in new[] { "R1", "R2", "R3" })
            yield return Of($"{code}_{stage}", $"count(teachers where stage = {stage} and counts = {code}) per 100 {pupils}");
        foreach (var code in new[] { "R4", "R5", "R6", "R7" })
            yield return Of($"{code}_{stage}", $"(sum(amount of assets where kind = {code} and stage = {stage}) + sum(amount of assets where kind = {code} and stage is missing) * [share_{stage}]) {(code == "R7" ? "per 100" : "/")} {pupils}");
        var rules = string.Join(", ", Enumerable.Range(1, 7).Select(i => $"[R{i}_{stage}] >= R{i}_{stage}_line"));
        yield return Of($"rule_{stage}", $"at least 6 of ({rules}) and the rest at 85 %");
        yield return Of($"rule_{stage}_of_each", $"at least 6 of ({rules}) and the rest at 85 %");
    }

    private static World World(long equipmentOfD)
    {
        var (pupils, teachers, assets) = (new List<FactRow>(), new List<FactRow>(), new List<FactRow>());
        void Section(string letter, string stage, int students, int[] people, long[]? things)
        {
            pupils.AddRange(Enumerable.Range(0, students).Select(_ => Row(School(letter), ("stage", stage))));
            for (var i = 0; i < people.Length; i++)
                teachers.AddRange(Enumerable.Range(0, people[i]).Select(_ => Row(School(letter), ("stage", stage), ("counts", $"R{i + 1}"))));
            Things(letter, stage, things ?? []);
        }
        void Things(string letter, string? stage, long[] things)
        {
            for (var i = 0; i < things.Length; i++)
                assets.Add(Row(School(letter), ("stage", stage), ("kind", $"R{i + 4}"), ("amount", things[i])));
        }
        Section("A", "primary", 1200, [60, 14, 12], [5640, 9240, 2_760_000, 30]);
        Section("B", "primary", 900, [40, 9, 9], [4230, 5985, 1_890_000, 22]);
        Section("C", "primary", 450, [20, 4, 5], [2025, 4500, 900_000, 11]);
        Section("D", "primary", 120, [8, 1, 1], [900, 1500, equipmentOfD, 6]);
        Section("E", "primary", 600, [27, 6, 6], null);
        Section("F", "junior", 1500, [90, 18, 15], [9000, 16_500, 3_900_000, 38]);
        Section("G", "junior", 800, [44, 8, 8], null);
        Section("G", "senior", 1000, [], null);
        Section("H", "junior", 400, [22, 5, 4], null);
        Section("K", "primary", 30, [3, 0, 0], [100, 100, 1000, 1]);
        Things("E", null, [5720, 9360, 2_392_000, 26]);
        Things("G", null, [12_000, 20_800, 5_200_000, 50]);
        return new World().With("schools", [.. "ABCDEFGK".Select(letter => Row(School(letter.ToString())))]).With("pupils", pupils).With("teachers", teachers).With("assets", assets);
    }
}

/// <summary>Reported figures by school and item.</summary>
internal sealed class ReportedDistrict(SqlDialect dialect, IReadOnlyList<(int School, string Item, double Value)> figures)
    : ExampleDistrict(dialect, Catalogue(figures), World(figures), [.. figures.Select(figure => Id(figure.School)).Distinct()])
{
    private static Guid Id(int school) => School(((char)('A' + school)).ToString());

    private static Catalogue Catalogue(IReadOnlyList<(int School, string Item, double Value)> figures) => new(
        new Reach("ds_reach", "unit_id", "member_id"),
        [
            Fact("schools", new("school", "所")) with { IsUnit = true, Name = new("schools", "学校") { Aliases = ["school"] } },
            Fact("figures", new("figure", "项"), Code("item", [.. figures.Select(figure => figure.Item).Distinct()]), new Column(new("value", "数值"), "value", ColumnType.Real)),
        ]);

    private static World World(IReadOnlyList<(int School, string Item, double Value)> figures) => new World()
        .With("schools", [.. figures.Select(figure => figure.School).Distinct().Select(school => Row(Id(school)))])
        .With("figures", [.. figures.Select(figure => Row(Id(figure.School), ("item", figure.Item), ("value", figure.Value)))]);
}

/// <summary>Section 2 of the worked examples: six kindergartens, class by class and teacher by teacher.</summary>
internal sealed class PreschoolDistrict(SqlDialect dialect) : ExampleDistrict(dialect, Catalogue(), World(), [.. Enumerable.Range(1, 6).Select(Id)])
{
    private static Guid Id(int kindergarten) => School(kindergarten.ToString());

    private static Catalogue Catalogue()
    {
        Measure child = new("child", "名幼儿");
        return new(
            new Reach("ds_reach", "unit_id", "member_id"),
            [
                Fact("kindergartens", new("kindergarten", "所"), Code("kind", "public", "inclusive", "other"), Number("planned"), Number("outdoor", new("m2", "平方米")))
                    with { IsUnit = true, Name = new("kindergartens", "幼儿园") { Aliases = ["kindergarten"] } },
                Fact("classes", new("class", "个班"), Code("kind", "small", "middle", "large", "mixed"), Number("children", child)),
                Fact("staff", new("person", "人"), new Column(new("head", "园长"), "head", ColumnType.Truth), new Column(new("certified", "持证"), "certified", ColumnType.Truth)),
                Fact("population", new("figure", "项"), Number("residents", child)),
            ]);
    }

    private static World World()
    {
        (string Kind, long Planned, string Classes, int Teachers, int Certified, int Heads, long Outdoor)[] kindergartens =
        [
            ("public", 2018, "s25 s25 m30 m30 l35 l35", 13, 13, 1, 756),
            ("public", 2012, "s24 m31 l36", 6, 6, 1, 300),
            ("inclusive", 2019, "s25 s22 m30 m28 l34 l33", 12, 12, 1, 700),
            ("inclusive", 2010, "x30 x28", 4, 4, 1, 240),
            ("other", 2016, "s20 s20 m25 m25 l30 l30", 13, 12, 1, 540),
            ("public", 2009, "m30 l35 l35", 6, 6, 0, 420),
        ];
        var kinds = new Dictionary<char, string> { ['s'] = "small", ['m'] = "middle", ['l'] = "large", ['x'] = "mixed" };
        return new World()
            .With("kindergartens", [.. kindergartens.Select((one, i) => Row(Id(i + 1), ("kind", one.Kind), ("planned", one.Planned), ("outdoor", one.Outdoor)))])
            .With("classes", [.. kindergartens.SelectMany((one, i) => one.Classes.Split(' ').Select(group => Row(Id(i + 1), ("kind", kinds[group[0]]), ("children", long.Parse(group[1..])))))])
            .With("staff", [.. kindergartens.SelectMany((one, i) => Enumerable.Range(0, one.Teachers).Select(n => Row(Id(i + 1), ("head", false), ("certified", n < one.Certified)))
                .Concat(Enumerable.Range(0, one.Heads).Select(_ => Row(Id(i + 1), ("head", true), ("certified", true)))))])
            .With("population", [Row(District, ("residents", 860L))]);
    }
}
