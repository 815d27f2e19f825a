using FsCheck;
using FsCheck.Fluent;
using Shuren.Formulas;
using Shuren.Formulas.Sql;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>No text makes the reader throw or run long; what it takes it can say in SQL.</summary>
public class FuzzTests
{
    private static readonly string[] Bricks =
    [
        "count", "计数", "sum", "cv", "percentile", "(", ")", "（", "）", ",", "，", "pupils", "学生", "rooms", "area", "of", "来自", "where", "其中", "stage", "=", "primary", "小学", "and", "且", "or",
        "not", "not in", "in", "between", "至", "each", "每所", "school", "every", "meets", "at least", "6", "and the rest at", "85", "%", "per", "100", "percent of", "占", "[R4]", "[", "]", "'", "'x'",
        "“", "”", "growth", "over", "1", "year", "during", "last", "ever", "is missing", "-", "+", "*", "/", ">=", "≤", "!=", "<>", ".", "4.5", "2026-02-30", "2026-09-01", ";", "--", "\n", "\t", "\0", "\uD800",
        "😀", "rank", "ceil", "weighted by", "unweighted", "or else", "yes", "today", "exists", "titles", "999999999999999999", "0.0000000000001", "１２", "é", "drop table", "/*",
    ];

    [Fact]
    public void Any_string_ends_in_a_reading() => Prop.ForAll<string>(text => AssertEnds(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_of_the_language_in_any_order_end_in_a_reading()
    {
        var chance = new Random(20260104);
        for (var round = 0; round < 4_000; round++)
            AssertEnds(string.Join(chance.Next(3) == 0 ? "" : " ", Enumerable.Range(0, chance.Next(1, 40)).Select(_ => Bricks[chance.Next(Bricks.Length)])));
    }

    [Fact]
    public void Flipped_and_cut_formulas_end_in_a_reading()
    {
        var chance = new Random(20260105);
        for (var round = 0; round < 1_000; round++)
        {
            var text = new RandomFormula(round).Next().ToCharArray();
            for (var flips = chance.Next(1, 4); flips > 0; flips--)
                text[chance.Next(text.Length)] = (char)chance.Next(0x20, 0x7F);
            AssertEnds(new string(text[chance.Next(text.Length)..]));
            AssertEnds(new string(text));
        }
    }

    [Theory]
    [InlineData("(", 7000)]
    [InlineData("not ", 1900)]
    [InlineData("-", 7900)]
    [InlineData("1+", 3900)]
    [InlineData("sum(", 1300)]
    [InlineData("yes and ", 900)]
    [InlineData("at least 1 of (", 500)]
    [InlineData("every school meets ", 400)]
    [InlineData("1/", 3900)]
    [InlineData("count(pupils)+", 560)]
    [InlineData("1 per 2 per ", 600)]
    public void Depth_and_size_have_an_end(string brick, int times)
    {
        var formula = Formula.Read(string.Concat(Enumerable.Repeat(brick, times)) + "1", Districts.Catalogue);

        Assert.Contains(formula.Diagnostics, problem => problem.Code is "FX402" or "FX404" or "FX405" or "FX406");
    }

    private static void AssertEnds(string text)
    {
        var formula = Formula.Read(text, Districts.Catalogue);
        Assert.All(formula.Diagnostics, problem =>
        {
            Assert.InRange(problem.Line, 1, text.Count(sign => sign == '\n') + 1);
            Assert.InRange(problem.Column, 1, text.Length + 1);
            Assert.NotEmpty(problem.In(Language.Chinese));
        });
        _ = formula.Tree;
        if (!formula.Succeeded)
            return;
        Assert.NotEmpty(formula.ToSql(SqlDialect.Sqlite, new Question(Districts.Days)).Text);
        Assert.Equal(formula.Bound, Formula.Read(formula.Print(Language.Chinese), Districts.Catalogue).Bound);
    }
}
