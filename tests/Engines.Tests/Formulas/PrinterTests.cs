using FsCheck;
using FsCheck.Fluent;
using Shuren.Formulas;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Diagnostics;
using Shuren.Formulas.Parsing;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>What is printed is read as what was printed, in both languages.</summary>
public class PrinterTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Any_tree_printed_and_read_is_the_same_tree(Language language) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var tree = new RandomTree(seed).Next();
            var text = new Printer(language).Print(tree);
            var findings = new Findings(text);
            var again = Parser.Parse(text, findings);

            Assert.True(!findings.Any && again.Equals(tree), $"{text}\n{new Printer(language).Print(again)}\n{string.Join('\n', findings.All.Select(problem => problem.In(Language.English)))}");
        }));

    [Theory]
    [InlineData("count(teachers where stage = primary) per 100 count(pupils where stage = primary)", "计数(教师 其中 学段 = 小学) 每百 计数(学生 其中 学段 = 小学)")]
    [InlineData("count(pupils where migrant and stage not in (primary, junior)) percent of count(pupils)", "计数(学生 其中 随迁 且 学段 不属于 (小学, 初中)) 占 计数(学生)")]
    [InlineData("cv(sum(area of rooms) / count(pupils) each schools where kind = public)", "差异系数(求和(面积 来自 教室) / 计数(学生) 每所 学校 其中 办学类型 = 公办)")]
    [InlineData("every schools where planned between 2012 and 2015 meets at least 1 of ([R4] >= 4.5, count(rooms) > 2) and the rest at 85 %", "所有 学校 其中 规划年份 介于 2012 至 2015 均满足 至少 1 项 ([生均面积] >= 4.5, 计数(教室) > 2) 其余达到 85 %")]
    [InlineData("growth(count(pupils) over 1 years)", "增长率(计数(学生) 较 1 年)")]
    [InlineData("sum(hours of training during last 5 years) or else 0", "求和(学时 来自 培训 期间 近 5 年) 缺则 0")]
    public void Both_languages_say_the_same(string english, string chinese)
    {
        var (fromEnglish, fromChinese) = (Formula.Read(english, Districts.Catalogue), Formula.Read(chinese, Districts.Catalogue));

        Assert.Empty(fromEnglish.Diagnostics);
        Assert.Empty(fromChinese.Diagnostics);
        Assert.Equal(english, fromChinese.Print(Language.English));
        Assert.Equal(chinese, fromEnglish.Print(Language.Chinese));
        Assert.Equal(fromEnglish.Bound, fromChinese.Bound);
    }

    [Theory]
    [InlineData("计数（学生　其中　学段＝小学）／１００", "count(pupils where stage = primary) / 100")]
    [InlineData("COUNT( Pupils WHERE score ≥ 60 ）", "count(pupils where score >= 60)")]
    [InlineData("count(rooms where label in (“A1”、'B')) per hundred count(pupils)", "count(rooms where label in ('A1', 'B')) per 100 count(pupils)")]
    public void Wide_signs_and_capitals_are_read_too(string written, string usual) =>
        Assert.Equal(usual, Formula.Read(written, Districts.Catalogue).Print(Language.English));

    [Fact]
    public void Random_formulas_survive_both_languages() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var formula = Formula.Read(new RandomFormula(seed).Next(), Districts.Catalogue);
            if (!formula.Succeeded)
                return;
            var chinese = Formula.Read(formula.Print(Language.Chinese), Districts.Catalogue);

            Assert.Equal(formula.Bound, chinese.Bound);
            Assert.Equal(formula.Print(Language.English), chinese.Print(Language.English));
        }));
}
