using Shuren.Formulas;
using Shuren.Indicators.Packs;
using Shuren.Schools.Facts;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>Packs as files: what is shipped is whole, and what is wrong in one is told with its place.</summary>
public class PackTests
{
    private const string Good = """
        pack: own
        version: '1'
        title: 自定
        title_en: Own
        source: 本县
        source_en: The county
        indicators:
          - code: X1
            item: X1
            group: 一
            group_en: One
            zh: 小学班级数
            en: Primary classes
            formula: count(classes where stage = primary)
            goal: reach 1
        """;

    [Fact]
    public void The_two_national_measures_are_whole()
    {
        var book = new PackBook(SchoolFacts.All);

        var balanced = book.All.Single(pack => pack.Id == "balanced").Indicators;
        Assert.Equal(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R", .. Enumerable.Range(1, 15).Select(number => $"G{number}"), .. Enumerable.Range(1, 9).Select(number => $"Q{number}"), "S1"], balanced.Select(one => one.Item).Distinct());
        Assert.Equal(14, balanced.Count(one => one.Code.EndsWith("_cv", StringComparison.Ordinal) && one.Counts));
        var preschool = book.All.Single(pack => pack.Id == "preschool").Indicators;
        Assert.Equal(["K1.1", "K1.2", "K1.3", .. Enumerable.Range(1, 11).Select(number => $"K2.{number}"), .. Enumerable.Range(1, 6).Select(number => $"K3.{number}"), "K4.1"], preschool.Select(one => one.Item).Distinct());
        // A formula reads the same in the other language.
        Assert.All(book.Indicators, one => Assert.Equal(one.Formula.Print(Language.English), Formula.Read(one.Formula.Print(Language.Chinese), book.Catalogue).Print(Language.English)));
    }

    [Fact]
    public void A_good_file_has_no_faults()
    {
        var (packs, _, faults) = PackReader.Read([("own.yaml", Good)], SchoolFacts.All);

        Assert.Empty(faults);
        Assert.Equal("X1", packs.Single().Indicators.Single().Code);
    }

    [Theory]
    [InlineData("count(classes where stage = primary)", "count(classes where stage = primry)", 14, 42, "primry")]
    [InlineData("count(classes where stage = primary)", "count(classes", 14, 27, "")]
    [InlineData("reach 1", "reach", 15, 11, "reach 85")]
    [InlineData("reach 1", "reach no_such_line", 15, 11, "reach 85")]
    [InlineData("reach 1", "99 1", 15, 11, "reach 85")]
    [InlineData("    item: X1\n", "", 8, 5, "item")]
    [InlineData("goal: reach 1", "aim: reach 1", 15, 5, "aim")]
    [InlineData("pack: own", "pack: Own Pack", 1, 7, "Own Pack")]
    [InlineData("code: X1", "code: 1X", 8, 11, "1X")]
    [InlineData("goal: reach 1", "levels: town", 15, 13, "town")]
    [InlineData("goal: reach 1", "decimals: 9", 15, 15, "decimals")]
    [InlineData("goal: reach 1", "direction: sideways", 15, 16, "direction")]
    public void A_fault_is_told_with_its_place(string right, string wrong, int line, int column, string says)
    {
        var (packs, _, faults) = PackReader.Read([("own.yaml", Good.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal))], SchoolFacts.All);

        Assert.Empty(packs);
        Assert.Contains(faults, fault => fault.Line == line && fault.Column == column && fault.Message.Zh.Contains(says, StringComparison.Ordinal) && fault.Message.En.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("pack: [")]
    [InlineData("pack: {a: b}")]
    [InlineData("indicators: text")]
    [InlineData("pack: x\nindicators:\n  - text")]
    [InlineData("parameters:\n  - code: a\n    zh: b\n    values: { tomorrow: 1, 2026-01-01: many }")]
    [InlineData("\0")]
    [InlineData("a: &x [*x]")]
    public void Nonsense_is_told_and_never_throws(string text) => Assert.NotEmpty(PackReader.Read([("own.yaml", text)], SchoolFacts.All).Faults);

    [Fact]
    public void A_code_stands_once_among_all_packs()
    {
        var (_, _, faults) = PackReader.Read([("a.yaml", Good), ("b.yaml", Good.Replace("pack: own", "pack: other", StringComparison.Ordinal))], SchoolFacts.All);

        Assert.Contains(faults, fault => fault.File == "b.yaml" && fault.Message.En.Contains("X1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reach 85", 85, true)]
    [InlineData("reach 85", 84.99, false)]
    [InlineData("reach 4.2", 4.2 - 1e-12, true)]
    [InlineData("ceiling 45", 45, true)]
    [InlineData("ceiling 45", 45.1, false)]
    [InlineData("exact 1", 1, true)]
    [InlineData("exact 1", 0, false)]
    [InlineData("range 2 3", 3, true)]
    [InlineData("range 2 3", 3.5, false)]
    [InlineData("floor 10", 10, true)]
    public void A_goal_says_when_it_is_met(string goal, double value, bool met)
    {
        var (packs, _, _) = PackReader.Read([("own.yaml", Good.Replace("reach 1", goal, StringComparison.Ordinal))], SchoolFacts.All);

        var found = packs.Single().Indicators.Single().Goal!;
        Assert.Equal(met, found.IsMet(value, new(2026, 4, 15)));
        Assert.Equal(met, found.Short(value, new(2026, 4, 15)) == 0);
        Assert.Null(found.IsMet(null, new(2026, 4, 15)));
    }
}
