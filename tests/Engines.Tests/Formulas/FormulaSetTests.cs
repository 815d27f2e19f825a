using FsCheck;
using FsCheck.Fluent;
using Shuren.Formulas;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>Formulas computed together from kept totals give what each gives alone, also after rows of one unit changed and only its totals were gathered anew.</summary>
public class FormulaSetTests
{
    private const string Kept = "ds_totals";

    public static TheoryData<SqlDialect> Databases => [SqlDialect.Sqlite, SqlDialect.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public void Together_they_give_what_each_gives_alone(SqlDialect dialect) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(8),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var world = Districts.Random(seed);
                using var database = new Databases(dialect, Districts.Catalogue, world);
                var formulas = Formulas(seed, 15);
                var set = new FormulaSet(formulas, dialect, Districts.Days, Kept);

                database.KeepTotals(set, Kept);
                Same(database, dialect, formulas, set);

                // One unit changes: its totals alone are gathered anew.
                var unit = world.Units.ElementAt(seed % world.Units.Count());
                var (before, values) = (database.Totals(Kept), database.ReadSet(set.Values()));
                database.Thin(Districts.Catalogue, unit);
                database.KeepTotals(set, Kept, unit);
                Same(database, dialect, formulas, set);

                // What reads neither a total that moved nor rows that did is as it was; and what changed is among the rest, as it stands in the whole.
                var after = database.Totals(Kept);
                var moved = before.Except(after).Concat(after.Except(before)).Select(total => total.Key).ToHashSet();
                var touched = set.Values().Only(value => value.Totals.Overlaps(moved) || value.Views.Any(view => !Districts.Catalogue.Facts.Any(fact => fact.IsUnit && fact.View == view)));
                var (now, some) = (database.ReadSet(set.Values()), database.ReadSet(touched));
                Assert.Equal(touched.Values.Select(value => value.Formula).ToHashSet(), some.Keys.Select(key => key.Formula).ToHashSet());
                Assert.All(now, pair => Assert.True(Near(pair.Value, some.TryGetValue(pair.Key, out var anew) ? anew : values[pair.Key]), formulas[pair.Key.Formula].Print(Language.English)));
            }));

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_few_units_get_what_all_get(SqlDialect dialect)
    {
        var world = Districts.Random(11);
        using var database = new Databases(dialect, Districts.Catalogue, world);
        var set = new FormulaSet(Formulas(11, 30), dialect, Districts.Days, Kept);
        database.KeepTotals(set, Kept);
        var few = world.Units.Skip(1).Take(2).ToList();

        var all = database.ReadSet(set.Values());
        var narrow = database.ReadSet(set.Values(few));

        Assert.Equal(all.Keys.Where(key => few.Contains(key.Unit)).ToHashSet(), narrow.Keys.ToHashSet());
        Assert.All(narrow, pair => Assert.True(Near(all[pair.Key], pair.Value)));
    }

    [Fact]
    public void What_cannot_be_put_together_is_refused()
    {
        var good = Formula.Read("count(pupils)", Districts.Catalogue);

        Assert.Throws<ArgumentException>(() => new FormulaSet([], SqlDialect.Sqlite, Districts.Days, Kept));
        Assert.Throws<ArgumentException>(() => new FormulaSet([good, Formula.Read("count(", Districts.Catalogue)], SqlDialect.Sqlite, Districts.Days, Kept));
        Assert.Throws<ArgumentException>(() => new FormulaSet([good], SqlDialect.Sqlite, [], Kept));
        Assert.Throws<ArgumentException>(() => new FormulaSet([good], SqlDialect.Sqlite, [Districts.Days[0], Districts.Days[0]], Kept));
        Assert.Throws<ArgumentException>(() => new FormulaSet([good], SqlDialect.Sqlite, Districts.Days, "totals; drop table pupils"));
    }

    private static List<FormulaReading> Formulas(int seed, int count)
    {
        var random = new RandomFormula(seed);
        var found = new List<FormulaReading>();
        while (found.Count < count)
        {
            var formula = Formula.Read(random.Next(), Districts.Catalogue);
            if (formula.Succeeded)
                found.Add(formula);
        }
        return found;
    }

    private static void Same(Databases database, SqlDialect dialect, List<FormulaReading> formulas, FormulaSet set)
    {
        var together = database.ReadSet(set.Values());
        var compared = 0;
        for (var place = 0; place < formulas.Count; place++)
        {
            foreach (var ((unit, day), alone) in database.Read(formulas[place].ToSql(dialect, new Question(Districts.Days))))
            {
                Assert.True(Near(alone, together[(place, unit, day)]), $"{formulas[place].Print(Language.English)}\n{unit} {day:yyyy-MM-dd}: alone {alone}, together {together[(place, unit, day)]}");
                compared++;
            }
        }
        Assert.Equal(together.Count, compared);
    }

    private static bool Near(Reading left, Reading right) => Near(left.Value, right.Value) && Near(left.Numerator, right.Numerator) && Near(left.Denominator, right.Denominator);

    private static bool Near(double? left, double? right) =>
        left is null || right is null ? left is null && right is null : Math.Abs(left.Value - right.Value) <= 1e-9 * Math.Max(1, Math.Abs(left.Value));
}
