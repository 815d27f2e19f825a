using Shuren.Formulas;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>What is wrong is told with its place, its code and what to do.</summary>
public class DiagnosticsTests
{
    [Theory]
    [InlineData("count(pupil where stage = primry)", "1:27 FX204 There is no value of stage 'primry'. Did you mean primary?")]
    [InlineData("count(pupills)", "1:7 FX201 There is no fact 'pupills'. Did you mean pupils, pupil?")]
    [InlineData("count(pupils) / rooms", "1:17 FX301 rooms is a list of rows, not a number. Write count(rooms), or sum(… of rooms).")]
    [InlineData("count(pupils) + count(rooms)", "1:1 FX305 The units do not fit: pupil and room.")]
    [InlineData("count(pupils) percent of count(rooms)", "1:1 FX306 A percentage compares things of one kind, not pupil with room. Use per or ratio to.")]
    [InlineData("sum(area of rooms) / count(pupils) >= 85 %", "1:1 FX305 The units do not fit: m2/pupil and %.")]
    [InlineData("count(teachers where pay > 5000)", "1:22 FX210 pay may be added up, but rows may not be chosen by it.")]
    [InlineData("count(training)", "1:7 FX312 training happen on days: say during which time they count. during this year, this school year, last 5 years or ever")]
    [InlineData("count(pupils during this year)", "1:7 FX313 pupils are counted as of a day; leave “during” out.")]
    [InlineData("count(pupils where count(rooms) > 1)", "1:20 FX310 A count of rows cannot stand inside a condition on rows. Use exists(…), or each.")]
    [InlineData("[loop_a]", "1:1 FX206 The indicator [loop_a] leads back to itself.")]
    [InlineData("[broken]", "1:1 FX207 The formula of [broken] has an error: Here ) is missing.")]
    [InlineData("[R5]", "1:1 FX205 There is no indicator 'R5'. Did you mean R4?")]
    [InlineData("count(pupils where score)", "1:20 FX303 A condition is needed here, not a number. Compare it with something: = >= <= in between.")]
    [InlineData("count(pupils where stage >= primary)", "1:20 FX307 The values of stage have no order. Use = or in.")]
    [InlineData("avg(score each pupils)", "1:16 FX208 pupils are no units, so there is no “each” of them.")]
    [InlineData("at least 3 of (count(pupils) > 1, yes)", "1:1 FX309 At least 3 of 2 cannot be met.")]
    [InlineData("count(pupils where exists(rooms))", "1:27 FX209 rooms do not hang on pupils.")]
    [InlineData("area", "1:1 FX311 area belongs to single rows: say what to do with all of them. For example sum(area of …).")]
    [InlineData("", "1:1 FX107 The formula ends too early.")]
    [InlineData("count(pupils", "1:13 FX105 Here ) is missing.")]
    [InlineData("count(\n  pupils where\n  stage = “primary)", "3:11 FX104 The closing ” is missing.")]
    [InlineData("'text'", "1:1 FX319 The formula must give a number or a condition.")]
    public void Each_error_has_place_code_and_hint(string text, string first) =>
        Assert.Equal(first, Formula.Read(text, Districts.Catalogue).Diagnostics[0].In(Language.English));

    [Theory]
    [InlineData("计数(学生们)", "1:4 FX201 没有名为“学生们”的数据集。 是否想写：学生？")]
    [InlineData("计数(学生其中 学段 = 小学)", "1:4 FX201 没有名为“学生其中”的数据集。 请在“其中”前后加空格。")]
    [InlineData("计数(学生) / 教室", "1:10 FX301 “教室”是一批记录，不是数。 请写 计数(教室)，或 求和(… 来自 教室)。")]
    public void It_is_told_in_Chinese_too(string text, string first) =>
        Assert.Equal(first, Formula.Read(text, Districts.Catalogue).Diagnostics[0].In(Language.Chinese));

    [Fact]
    public void Several_errors_are_told_in_one_reading()
    {
        var formula = Formula.Read("count(pupills) per 100 count(rooms where stage = midle) + sum(aria of rooms)", Districts.Catalogue);

        Assert.Equal(["FX201", "FX204", "FX202"], formula.Diagnostics.Select(problem => problem.Code));
        Assert.Equal([7, 50, 63], formula.Diagnostics.Select(problem => problem.Column));
    }
}
