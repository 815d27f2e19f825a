using FsCheck;
using FsCheck.Fluent;
using Shuren.Formulas;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>Whatever the formula and the rows: both databases give what the plain evaluator gives.</summary>
public class SameAnswerTests
{
    private const int FormulasEachWorld = 40;

    [Theory]
    [InlineData(SqlDialect.Sqlite)]
    [InlineData(SqlDialect.PostgreSql)]
    public void The_database_gives_what_the_evaluator_gives(SqlDialect dialect) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(15),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var world = Districts.Random(seed);
                using var database = new Databases(dialect, Districts.Catalogue, world);
                var formulas = new RandomFormula(seed);
                for (var i = 0; i < FormulasEachWorld; i++)
                    Compare(database, dialect, world, formulas.Next());
            }));

    [Theory]
    [InlineData(SqlDialect.Sqlite)]
    [InlineData(SqlDialect.PostgreSql)]
    public void A_few_units_get_what_all_would_get(SqlDialect dialect)
    {
        var world = Districts.Random(7);
        using var database = new Databases(dialect, Districts.Catalogue, world);
        var formulas = new RandomFormula(7);
        var few = world.Units.Skip(1).Take(2).ToList();

        for (var i = 0; i < 60; i++)
        {
            var formula = Formula.Read(formulas.Next(), Districts.Catalogue);
            if (!formula.Succeeded)
                continue;
            var all = database.Read(formula.ToSql(dialect, new Question(Districts.Days)));
            var narrow = database.Read(formula.ToSql(dialect, new Question(Districts.Days, few)));
            Assert.Equal(few.Count * Districts.Days.Count, narrow.Count);
            Assert.All(narrow, pair => Assert.True(Near(all[pair.Key].Value, pair.Value.Value), formula.Print(Language.English)));
        }
    }

    private static void Compare(Databases database, SqlDialect dialect, World world, string text)
    {
        var formula = Formula.Read(text, Districts.Catalogue);
        if (formula.Diagnostics.All(problem => problem.Code is "FX305" or "FX306" or "FX402" or "FX404" or "FX405") && !formula.Succeeded)
            return; // units that do not fit, and limits: the generator does not look at them
        Assert.True(formula.Succeeded, $"{text}\n{string.Join('\n', formula.Diagnostics.Select(problem => problem.In(Language.English)))}");
        IReadOnlyDictionary<(Guid Unit, DateOnly Day), Reading> found;
        var query = formula.ToSql(dialect, new Question(Districts.Days));
        try
        {
            found = database.Read(query);
        }
        catch (System.Data.Common.DbException error)
        {
            throw new InvalidOperationException($"{text}\n{query.Text}", error);
        }
        Assert.Equal(world.Units.Count() * Districts.Days.Count, found.Count);
        foreach (var ((unit, day), reading) in found)
        {
            var expected = Evaluator.Evaluate(formula, world, unit, day);
            Assert.True(
                Near(expected.Value, reading.Value) && Near(expected.Numerator, reading.Numerator) && Near(expected.Denominator, reading.Denominator),
                $"{text}\n{unit} {day:yyyy-MM-dd}: evaluator {expected}, database {reading}\n{query.Text}");
        }
    }

    private static bool Near(double? expected, double? found) =>
        expected is null || found is null ? expected is null && found is null : Math.Abs(expected.Value - found.Value) <= 1e-7 * Math.Max(1, Math.Abs(expected.Value));
}
