using System.Text.Json;
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>The hand calculations of the two national measures, from single rows, on both databases and by the evaluator.</summary>
public class WorkedExamplesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Formulas", "Examples", "worked.json");
    private const double Precision = 1e-6;
    private static readonly string[] Codes = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"];

    public static TheoryData<SqlDialect> Databases => [SqlDialect.Sqlite, SqlDialect.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_seven_resource_indicators_of_every_school_agree(SqlDialect dialect)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        using var district = new BalancedDistrict(dialect);
        var compared = 0;
        foreach (var stage in new[] { "primary", "junior" })
        {
            foreach (var unit in Stage(file, stage).GetProperty("units").EnumerateArray())
            {
                var school = BalancedDistrict.School(unit.GetProperty("name").GetString()![..1]);
                foreach (var code in Codes)
                {
                    AssertNear(unit.GetProperty("value").GetProperty(code).GetDouble(), district.Value($"[{code}_{stage}]", school));
                    AssertNear(unit.GetProperty("raw").GetProperty(code).GetDouble(), district.Reading($"[{code}_{stage}]", school).Numerator);
                    compared += 2;
                }
                AssertNear(unit.GetProperty("students").GetDouble(), district.Value($"count(pupils where stage = {stage})", school));
                AssertNear(unit.GetProperty("met").GetDouble(), district.Value(string.Join(" + ", Codes.Select(code => $"count(each school where [{code}_{stage}] >= {code}_{stage}_line)")), school));
                AssertNear(unit.GetProperty("passes").GetBoolean() ? 1 : 0, district.Value($"[rule_{stage}]", school));
                compared += 3;
            }
        }
        Assert.Equal(136, compared);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Mean_deviation_and_disparity_of_the_district_agree(SqlDialect dialect)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        using var district = new BalancedDistrict(dialect);
        foreach (var stage in new[] { "primary", "junior" })
        {
            var expected = Stage(file, stage);
            AssertNear(expected.GetProperty("total_students").GetDouble(), district.Value($"sum(count(pupils where stage = {stage}) each school where count(pupils) >= 50)"));
            foreach (var code in Codes)
            {
                var cv = district.Reading($"cv([{code}_{stage}] each school where [counted_{stage}] >= 50)");
                AssertNear(expected.GetProperty("mean").GetProperty(code).GetDouble(), cv.Denominator);
                AssertNear(expected.GetProperty("S").GetProperty(code).GetDouble(), cv.Numerator);
                AssertNear(expected.GetProperty("cv").GetProperty(code).GetDouble(), cv.Value);
                AssertNear(expected.GetProperty("cv_unweighted_wrong").GetProperty(code).GetDouble(), district.Value($"cv([{code}_{stage}] each school where [counted_{stage}] >= 50 unweighted)"));
            }
        }
        Assert.Equal(0, district.Value("every school where [counted_primary] >= 50 meets [rule_primary_of_each]"));
        Assert.Equal(new Reading(4, 5, 0), district.Reading("every school where [counted_primary] >= 50 meets [rule_primary_of_each]"));
        Assert.Equal(new Reading(3, 3, 1), district.Reading("every school where [counted_junior] >= 50 meets [rule_junior_of_each]"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_variant_the_public_example_and_retention_agree(SqlDialect dialect)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var balanced = file.RootElement.GetProperty("balanced");
        using var variant = new BalancedDistrict(dialect, equipmentOfD: 6_000_000);
        var cv = variant.Reading("cv([R6_primary] each school where [counted_primary] >= 50)");
        var expected = balanced.GetProperty("variant_R6_primary_D_6000000");
        AssertNear(expected.GetProperty("mean").GetDouble(), cv.Denominator);
        AssertNear(expected.GetProperty("S").GetDouble(), cv.Numerator);
        AssertNear(expected.GetProperty("cv").GetDouble(), cv.Value);

        var books = balanced.GetProperty("public_book_example");
        using var reported = new ReportedDistrict(dialect, [.. books.GetProperty("pupils").EnumerateArray().Zip(books.GetProperty("books").EnumerateArray())
            .SelectMany((pair, i) => new[] { (i, "pupils", pair.First.GetDouble()), (i, "books", pair.Second.GetDouble()) })]);
        var book = reported.Reading("cv(sum(value of figures where item = books) / sum(value of figures where item = pupils) each school)");
        AssertNear(books.GetProperty("mean").GetDouble(), book.Denominator);
        AssertNear(books.GetProperty("cv").GetDouble(), book.Value);

        using var retention = new ReportedDistrict(dialect, [(0, "entrants", 1000), (0, "arrived", 40), (0, "left", 30), (0, "died", 2), (0, "graduating", 985)]);
        string Sum(string item) => $"sum(value of figures where item = {item})";
        AssertNear(balanced.GetProperty("retention").GetProperty("B").GetDouble(), retention.Value($"{Sum("graduating")} percent of ({Sum("entrants")} + {Sum("arrived")} - {Sum("died")} - {Sum("left")})"));
        AssertNear(balanced.GetProperty("retention").GetProperty("A").GetDouble(), retention.Value($"({Sum("graduating")} - {Sum("arrived")} + {Sum("left")}) percent of ({Sum("entrants")} - {Sum("died")})"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_county_figures_of_the_text_agree(SqlDialect dialect)
    {
        using var figures = new ReportedDistrict(dialect, [(0, "eligible", 400), (0, "rotating", 42), (0, "backbone", 9), (0, "migrant", 520), (0, "migrant_public", 410), (0, "purchased", 40), (0, "budget", 1_150_000), (0, "training_money", 57_500), (0, "classes", 25)]);
        string Sum(string item) => $"sum(value of figures where item = {item})";

        AssertNear(10.5, figures.Value($"{Sum("rotating")} percent of {Sum("eligible")}"));
        AssertNear(21.428571, figures.Value($"{Sum("backbone")} percent of {Sum("rotating")}"));
        AssertNear(86.538462, figures.Value($"({Sum("migrant_public")} + {Sum("purchased")}) percent of {Sum("migrant")}"));
        Assert.Equal(1, figures.Value($"{Sum("training_money")} percent of {Sum("budget")} >= 5 %"));
        Assert.Equal(0, figures.Value($"({Sum("training_money")} - 1) percent of {Sum("budget")} >= 5 %"));
        Assert.Equal(3, figures.Value($"ceil({Sum("classes")} / 12)"));
        Assert.Equal(2, figures.Value($"ceil(({Sum("classes")} - 1) / 12)"));
        Assert.Equal(2, figures.Value($"ceil(({Sum("classes")} - 12) / 12)"));
        Assert.Equal(1, figures.Value($"ceil(({Sum("classes")} - 13) / 12)"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_preschool_indicators_agree(SqlDialect dialect)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var expected = file.RootElement.GetProperty("preschool");
        using var district = new PreschoolDistrict(dialect);
        const string area = "sum(outdoor of kindergartens) / sum(children of classes) >= 4";
        var formulas = new Dictionary<string, string>
        {
            ["K1.1 gross enrolment"] = "sum(children of classes) percent of sum(residents of population)",
            ["K1.2 inclusive coverage"] = "sum(sum(children of classes) each kindergarten where kind in (public, inclusive)) percent of sum(children of classes)",
            ["K1.3 public share"] = "sum(sum(children of classes) each kindergarten where kind = public) percent of sum(children of classes)",
            ["K3.2 class size"] = "count(classes where kind = small and children <= 25 or kind in (middle, mixed) and children <= 30 or kind = large and children <= 35) percent of count(classes)",
            ["K3.3 children per teacher"] = "sum(children of classes) ratio to count(staff where not head)",
            ["K3.4 certificates (teachers and heads)"] = "count(staff where certified) percent of count(staff)",
            ["K3.1 outdoor, planned from 2017"] = $"count(each kindergarten where planned >= 2017 and {area}) percent of count(each kindergarten where planned >= 2017)",
            ["K3.1 outdoor, older"] = $"count(each kindergarten where planned < 2017 and {area}) percent of count(each kindergarten where planned < 2017)",
        };

        Assert.Equal(expected.EnumerateObject().Select(property => property.Name).Order(), formulas.Keys.Order());
        Assert.All(formulas, pair => AssertNear(expected.GetProperty(pair.Key).GetDouble(), district.Value(pair.Value)));
    }

    private static JsonElement Stage(JsonDocument file, string stage) => file.RootElement.GetProperty("balanced").GetProperty(stage);

    private static void AssertNear(double expected, double? found) => Assert.True(found is { } value && Math.Abs(expected - value) <= Precision * Math.Max(1, Math.Abs(expected) / 1000), $"expected {expected}, found {found}");
}
