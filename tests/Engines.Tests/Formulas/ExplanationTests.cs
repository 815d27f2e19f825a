using Shuren.Formulas;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Explain;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>What stands behind a number: words, rows, and the units that pull it down.</summary>
public class ExplanationTests
{
    [Fact]
    public void A_formula_is_told_in_words()
    {
        var formula = Formula.Read("count(teachers where degree >= bachelor and exists(titles where level = county during last 3 years)) per 100 count(pupils)", Districts.Catalogue);

        Assert.Equal(
            "What is divided: the number of teachers (only where degree is bachelor or master and there are titles (only where level is county) in the last 3 years). "
            + "What it is divided by: the number of pupils. The result is per 100. Without anything to divide by there is no value.",
            Explanation.InWords(formula, Language.English));
        Assert.Equal(
            "分子：教师（仅限：学历 为 本科、硕士，且有称号（仅限：级别 为 县级）（近 3 年））的数量。分母：学生的数量。结果按每 100 计。分母为零时无数值。",
            Explanation.InWords(formula, Language.Chinese));
    }

    [Fact]
    public void Every_formula_has_words_in_both_languages()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var formula = Formula.Read(new RandomFormula(seed).Next(), Districts.Catalogue);
            if (formula.Succeeded)
                Assert.All(Enum.GetValues<Language>(), language => Assert.NotEmpty(Explanation.InWords(formula, language)));
        }
    }

    [Theory]
    [InlineData(SqlDialect.Sqlite)]
    [InlineData(SqlDialect.PostgreSql)]
    public void The_rows_behind_are_as_many_as_the_number_says(SqlDialect dialect)
    {
        var world = Districts.Random(11);
        using var database = new Databases(dialect, Districts.Catalogue, world);
        var formula = Formula.Read("count(pupils where stage in (primary, junior) and not migrant) percent of count(pupils where born < 2016-01-01)", Districts.Catalogue);
        var day = Districts.Days[1];

        foreach (var unit in world.Units)
        {
            var reading = Evaluator.Evaluate(formula, world, unit, day);
            var behind = Explanation.Rows(formula, dialect, unit, day, 1000);
            Assert.Equal([false, true], behind.Select(rows => rows.IsDenominator));
            Assert.Equal(reading.Numerator, database.Ids(behind[0].Query).Count);
            Assert.Equal(reading.Denominator, database.Ids(behind[1].Query).Distinct().Count());
        }
        Assert.Equal(2, database.Ids(Explanation.Rows(formula, dialect, world.Units.First(), day, 2)[1].Query).Count);
    }

    [Fact]
    public void The_unit_far_below_with_many_pupils_pulls_most()
    {
        var (low, small, high) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));
        var parts = new Dictionary<Guid, Reading> { [low] = new(30, 600, 5), [small] = new(0, 10, 0), [high] = new(60, 390, 60 * 100 / 390.0) };
        var whole = new Reading(90, 1000, 9);

        var pulls = Explanation.Pulls(whole, parts, higherIsBetter: true);

        Assert.Equal([low, small, high], pulls.Select(pull => pull.Unit));
        Assert.Equal([-2.4, -0.09, 2.49], pulls.Select(pull => Math.Round(pull.Pull, 9)));
        Assert.Equal(high, Explanation.Pulls(whole, parts, higherIsBetter: false)[0].Unit);
    }
}
