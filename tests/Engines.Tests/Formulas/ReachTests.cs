using System.Text.RegularExpressions;
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>A formula reaches what the catalogue declares and nothing else.</summary>
public partial class ReachTests
{
    private static readonly HashSet<string> Declared =
    [
        .. Districts.Catalogue.Facts.SelectMany(fact => fact.Columns.Select(column => column.Sql).Concat(fact.Links.SelectMany(link => new[] { link.Here, link.There })).Append(fact.View)),
        "id", "unit_id", "of_unit_", "on_day_", "member_id", "ds_unit_reach", "valid_from", "valid_to", "granted_on", "held_on",
    ];

    private static readonly HashSet<string> Ours =
    [
        "with", "as", "select", "distinct", "from", "join", "left", "cross", "on", "where", "and", "or", "not", "is", "null", "in", "exists", "case", "when", "then", "else", "end", "group", "by", "order", "union", "all",
        "at", "count", "sum", "min", "max", "coalesce", "cast", "real", "nullif", "abs", "sqrt", "ceil", "floor", "rank", "row_number", "over", "partition", "desc", "past", "numerator", "denominator", "value", "away",
    ];

    [Theory]
    [InlineData("count(pupils where stage = 'x'; drop table ds_pupils; --')")]
    [InlineData("count(pupils where stage = ''' or 1=1 --')")]
    [InlineData("count(sqlite_master)")]
    [InlineData("count(ds_pupils)")]
    [InlineData("count(pupils where unit_id = 'x')")]
    [InlineData("count(pupils where \"id\" = 'x')")]
    [InlineData("[x') union select 1 --]")]
    [InlineData("count(pg_catalog.pg_user)")]
    [InlineData("pg_sleep(100)")]
    [InlineData("load_extension('x')")]
    public void Hostile_texts_are_refused(string text) => Assert.False(Formula.Read(text, Districts.Catalogue).Succeeded);

    [Fact]
    public void Text_of_the_author_is_a_parameter()
    {
        var formula = Formula.Read("count(rooms where label = '''; drop table ds_rooms; --')", Districts.Catalogue);

        var query = formula.ToSql(SqlDialect.Sqlite, new Question(Districts.Days));

        Assert.DoesNotContain("drop", query.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(query.Parameters, parameter => parameter.Value is "'; drop table ds_rooms; --");
    }

    [Fact]
    public void Every_word_of_the_statement_is_ours_or_the_catalogues()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var formula = Formula.Read(new RandomFormula(seed).Next(), Districts.Catalogue);
            if (!formula.Succeeded)
                continue;
            var text = formula.ToSql(SqlDialect.Sqlite, new Question(Districts.Days)).Text;
            Assert.DoesNotContain("'", text, StringComparison.Ordinal);
            Assert.DoesNotContain(";", text, StringComparison.Ordinal);
            var strange = Word().Matches(text).Select(match => match.Value).Where(word => !Declared.Contains(word) && !Ours.Contains(word) && !Made().IsMatch(word)).Distinct();
            Assert.Empty(strange);
        }
    }

    [Theory]
    [InlineData("pupils", "id")]
    [InlineData("ds_Pupils", "id")]
    [InlineData("ds_pupils; drop", "id")]
    [InlineData("ds_pupils", "id\"")]
    [InlineData("ds_pupils", "")]
    public void A_catalogue_with_odd_identifiers_is_none(string view, string key) => Assert.Throws<ArgumentException>(() => new Catalogue(
        Districts.Catalogue.Reach, [new Fact(new("pupils", "学生"), view, key, "unit_id", new FactDates.Always(), Districts.Person, [])]));

    [Theory]
    [InlineData("count")]
    [InlineData("percent")]
    [InlineData("其中")]
    [InlineData("two words")]
    public void A_catalogue_cannot_take_words_of_the_language(string name) => Assert.Throws<ArgumentException>(() => new Catalogue(
        Districts.Catalogue.Reach, [new Fact(new(name, "学生"), "ds_pupils", "id", "unit_id", new FactDates.Always(), Districts.Person, [])]));

    [Theory]
    [InlineData(SqlDialect.Sqlite)]
    [InlineData(SqlDialect.PostgreSql)]
    public void The_largest_formulas_still_run(SqlDialect dialect)
    {
        var world = Districts.Random(3);
        using var database = new Databases(dialect, Districts.Catalogue, world);
        string[] large =
        [
            string.Join(" + ", Enumerable.Repeat("1", 200)),
            string.Join(" and ", Enumerable.Repeat("yes", Limits.Pieces / 2 - 60)),
            string.Join(" + ", Enumerable.Range(0, Limits.Relations).Select(i => $"percentile({i}, score of pupils)")),
            string.Join(" + ", Enumerable.Range(0, Limits.Relations / 3).Select(i => $"avg(percentile({i}, score of pupils) each school)")),
            string.Concat(Enumerable.Repeat("999999999999 * ", 22)) + "999999999999",
            "0.000000001 " + string.Concat(Enumerable.Repeat("* 0.000000001 ", 30)),
            "1 " + string.Concat(Enumerable.Repeat("/ 0.000000001 ", 28)),
        ];

        Assert.All(large, text =>
        {
            var formula = Formula.Read(text, Districts.Catalogue);
            Assert.Empty(formula.Diagnostics);
            Assert.NotEmpty(database.Read(formula.ToSql(dialect, new Question(Districts.Days))));
        });
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z]{1,2}[0-9]*$")]
    private static partial Regex Made();
}
