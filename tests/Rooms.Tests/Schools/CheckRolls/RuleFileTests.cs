using Shuren.Schools.CheckRolls;

namespace Shuren.Rooms.Tests.Schools.CheckRolls;

/// <summary>Files of rules: what is wrong is said with its line.</summary>
public class RuleFileTests
{
    private const string Good = """
        - id: class-empty
          roll: classes
          severity: warning
          of: classes
          when: pupils = 0
          title: 没有学生
          title_en: Empty
          why: 因为
          why_en: Because
          mend: 改
          mend_en: Mend
        """;

    [Fact]
    public void The_rules_of_the_house_are_read_and_complete()
    {
        Assert.True(RuleBook.All.Count >= 60);
        Assert.All(RuleBook.All, rule => Assert.StartsWith($"{rule.Roll}".ToLowerInvariant()[..4], rule.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("pupils = 0", "pupls = 0", "5:9")]
    [InlineData("pupils = 0", "pupils > 5 and hed = no", "5:24")]
    [InlineData("pupils = 0", "pupils = ", "5:17")]
    [InlineData("pupils = 0", "'pupils ='", "5:9")]
    [InlineData("severity: warning", "severity: awful", "3:13")]
    [InlineData("of: classes", "of: clases", "4:7")]
    [InlineData("roll: classes", "rol: classes", "2:3 1:3")]
    [InlineData("mend: 改\n", "mend: ''\n", "1:3")]
    [InlineData("id: class-empty", "id: Class empty", "1:7")]
    [InlineData("  of: classes", " of: classes", "4:2")]
    [InlineData("roll: classes", "roll: classes\n  of_care: perhaps", "3:12")]
    public void What_is_wrong_in_a_file_is_said_with_its_place(string right, string wrong, string places)
    {
        var yaml = right.Length == 0 ? Good : Good.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);

        var (rules, faults) = RuleFile.Read(yaml, CheckCatalogue.Facts);

        Assert.Equal(places, string.Join(' ', faults.Select(fault => $"{fault.Line}:{fault.Column}")));
        Assert.Equal(places.Length == 0, rules.Count == 1);
        Assert.All(faults, fault => Assert.False(string.IsNullOrWhiteSpace(fault.Message.Zh) || string.IsNullOrWhiteSpace(fault.Message.En)));
    }

    [Fact]
    public void One_id_stands_once_and_a_file_is_a_list()
    {
        Assert.Equal("12:7", string.Join(' ', RuleFile.Read($"{Good}\n{Good}", CheckCatalogue.Facts).Faults.Select(fault => $"{fault.Line}:{fault.Column}")));
        Assert.Single(RuleFile.Read("rules: none", CheckCatalogue.Facts).Faults);
        Assert.Single(RuleFile.Read("", CheckCatalogue.Facts).Faults);
    }
}
