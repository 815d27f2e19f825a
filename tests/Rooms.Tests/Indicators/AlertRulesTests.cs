using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Indicators.WatchReadings;
using Shuren.Schools.Facts;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>What rules see in values, and what is wrong in a file of rules.</summary>
public class AlertRulesTests
{
    private static readonly PackBook Packs = new(SchoolFacts.All);
    private static readonly DateOnly Day = new(2026, 4, 15);

    private const string Good = """
        rules:
          - code: one
            kind: worse
            zh: 变差
            en: Worse
            levels: school
            by: 5
            days: 28
            for: 5
            well: 3
        """;

    [Fact]
    public void The_shipped_rules_are_whole()
    {
        var book = new AlertBook(Packs);

        Assert.Equal(Enum.GetValues<AlertKind>().Order(), book.Rules.Select(rule => rule.Kind).Distinct().Order());
        Assert.All(book.Rules, rule => Assert.True(rule.Kind == AlertKind.Unreported || Packs.All.Any(pack => pack.Indicators.Any(indicator => rule.Covers(pack, indicator))), rule.Code));
    }

    [Theory]
    [InlineData("kind: worse", "kind: wrong", 3, 11, "missed")]
    [InlineData("by: 5", "by: five", 7, 9, "by")]
    [InlineData("    days: 28\n", "", 2, 5, "days")]
    [InlineData("well: 3", "well: 0", 10, 11, "well")]
    [InlineData("levels: school", "levels: town", 6, 13, "town")]
    [InlineData("for: 5", "for: 5\n    packs: nothing", 10, 12, "nothing")]
    [InlineData("for: 5", "for: 5\n    indicators: R99", 10, 17, "R99")]
    [InlineData("for: 5", "for: 5\n    pause: 02-30..03-01", 10, 12, "02-30")]
    [InlineData("for: 5", "for: 5\n    silent: yes", 10, 5, "silent")]
    public void A_fault_is_told_with_its_place(string old, string put, int line, int column, string names)
    {
        var fault = Assert.Single(AlertFile.Read("own.yaml", Good.Replace(old, put, StringComparison.Ordinal), Packs.All).Faults);

        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(names, fault.Message.En, StringComparison.Ordinal);
        Assert.Contains(names, fault.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_file_has_no_faults() => Assert.Empty(AlertFile.Read("own.yaml", Good, Packs.All).Faults);

    [Fact]
    public void A_goal_counts_as_met_again_beyond_the_margin()
    {
        var rule = Rule(AlertKind.Missed) with { Clear = 10 };

        // At least 100 %; of a percentage 100 is as far as the margin goes.
        var pay = Packs.Find("G8")!.Value.Indicator;
        Assert.Equal([Finding.Bad, Finding.Well, Finding.Unsure], new double?[] { 99.9, 100, null }.Select(value => Sights.Missed(rule, pay, value, Day).Finding));
        // At most 0.50, with a tenth of it as the margin: 0.45.
        var spread = Packs.Find("R1_primary_cv")!.Value.Indicator;
        Assert.Equal([Finding.Bad, Finding.Unsure, Finding.Unsure, Finding.Well], new double?[] { 0.501, 0.5, 0.451, 0.45 }.Select(value => Sights.Missed(rule, spread, value, Day).Finding));
    }

    [Theory]
    [InlineData("G8", 100, 95, false)]
    [InlineData("G8", 100, 94.9, true)]
    [InlineData("G8", 100, 120, false)]
    [InlineData("R1_primary_cv", 0.4, 0.42, false)]
    [InlineData("R1_primary_cv", 0.4, 0.43, true)]
    [InlineData("R1_primary_cv", 0.4, 0.2, false)]
    public void Worse_is_against_the_better_direction_and_by_more_than_the_rule_allows(string code, double then, double now, bool isBad)
    {
        var sight = Sights.Worse(Rule(AlertKind.Worse) with { By = 5, Days = 28 }, Packs.Find(code)!.Value.Indicator, now, then, Day.AddDays(-28));

        Assert.Equal((isBad ? Finding.Bad : Finding.Well, then), (sight.Finding, sight.Past));
        Assert.Equal(Finding.Unsure, Sights.Worse(Rule(AlertKind.Worse), Packs.Find(code)!.Value.Indicator, now, null, null).Finding);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(130, false)] // not more than 30 %
    [InlineData(131, true)] // more than 30 % and more than five times the largest change, 2
    [InlineData(69, true)]
    public void A_jump_is_large_in_itself_and_against_its_history(double now, bool isBad)
    {
        List<(DateOnly, double)> calm = [.. Enumerable.Range(0, 20).Select(at => (Day.AddDays(at - 20), at % 2 == 0 ? 98.0 : 100.0))];
        var rule = Rule(AlertKind.Jump) with { By = 30, Factor = 5, Days = 60 };

        Assert.Equal(isBad ? Finding.Bad : Finding.Well, Sights.Jump(rule, now, calm).Finding);
        // Where the history leaps by 10 a day, 31 is nothing: it would have to be more than 50.
        List<(DateOnly, double)> wild = [.. Enumerable.Range(0, 20).Select(at => (Day.AddDays(at - 20), at % 2 == 0 ? 90.0 : 100.0))];
        Assert.Equal(Finding.Well, Sights.Jump(rule, now, wild).Finding);
        Assert.Equal(Finding.Bad, Sights.Jump(rule, 151, wild).Finding);
        // A short history says nothing, and what was nothing begins.
        Assert.Equal(isBad ? Finding.Unsure : Finding.Well, Sights.Jump(rule, now, calm[10..]).Finding);
        Assert.Equal(Finding.Well, Sights.Jump(rule, now, [.. calm, (Day.AddDays(-1), 0)]).Finding);
    }

    [Theory]
    [InlineData("08-15..09-20", "2026-08-15", true)]
    [InlineData("08-15..09-20", "2026-09-20", true)]
    [InlineData("08-15..09-20", "2026-09-21", false)]
    [InlineData("12-20..01-10", "2026-01-10", true)]
    [InlineData("12-20..01-10", "2026-12-20", true)]
    [InlineData("12-20..01-10", "2026-06-01", false)]
    public void Days_of_a_year_may_go_over_New_Year(string pause, string day, bool inside)
    {
        var rule = AlertFile.Read("own.yaml", Good + $"\n    pause: {pause}", Packs.All).Rules.Single();

        Assert.Equal(inside, rule.Pause!.Value.Contains(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static AlertRule Rule(AlertKind kind) => new("one", kind, new("一", "One"), AlertSeverity.Warning, 5, 3);
}
