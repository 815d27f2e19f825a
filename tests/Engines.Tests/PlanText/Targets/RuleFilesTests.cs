using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>Every line of the rule files is alive: a word that another rule hides is a mistake of whoever added it.</summary>
public sealed class RuleFilesTests
{
    [Theory]
    [MemberData(nameof(MeasureWords))]
    public void Every_measure_word_counts_behind_digits(string word)
        => Assert.Contains(Reads.Plan($"完成12{word}。"), target => target.Unit == word && target.Value == "12");

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void No_measure_word_counts_where_another_word_begins(string word, string exception)
        => Assert.DoesNotContain(Reads.Plan($"完成12{word}{exception}。"), target => target.Unit == word);

    [Theory]
    [MemberData(nameof(Qualifiers))]
    public void Every_qualifier_gives_its_comparator(string side, string word, string comparator)
    {
        var sentence = side switch
        {
            "before" => $"学校{word}12所。",
            "before-bare" => $"学校{word}千所。",
            "after" => $"学校12所{word}。",
            "not" => $"教师{word}12名。",
            _ => $"办理12小时{word}。",
        };

        Assert.Equal(comparator == "-" ? "=" : comparator, Assert.Single(Reads.Plan(sentence)).Comparator);
    }

    [Theory]
    [InlineData("increase", "increase")]
    [InlineData("decrease", "decrease")]
    [InlineData("rise", "increase")]
    [InlineData("fall", "decrease")]
    [InlineData("reach", "=")]
    [InlineData("maintain", "maintain")]
    [InlineData("act", "=")]
    public void Every_verb_gives_its_comparator(string group, string comparator)
    {
        foreach (var verb in Words("verbs.txt", group))
        {
            // 突破 is a qualifier too, and that is what counts.
            if (verb == "突破")
                continue;
            Assert.True(Reads.Plan($"经费{verb}12%。").Any(target => target.Comparator == comparator), $"{group} {verb}");
        }
    }

    [Fact]
    public void Every_fixed_expression_counts_nothing()
    {
        foreach (var expression in Words("number-names.txt", "whole"))
            Assert.True(Reads.Plan($"落实{expression}要求。").Count == 0, expression);
    }

    [Fact]
    public void Every_mark_of_a_group_makes_a_name()
    {
        foreach (var mark in Words("number-names.txt", "group"))
            Assert.True(Reads.Plan($"消除56人以上{mark}。").Count == 0, mark);
    }

    [Fact]
    public void Every_head_of_a_programme_makes_a_slogan()
    {
        foreach (var head in RuleFile.Lines("framework-heads.txt").SelectMany(RuleFile.Words).Where(head => char.IsLetter(head[0])))
            Assert.True(Reads.Plan($"抓好5项{head}。").Count == 0, head);
    }

    [Fact]
    public void Every_countable_thing_is_counted()
    {
        foreach (var thing in RuleFile.Lines("countable-things.txt").Where(line => line[0] != '人').SelectMany(RuleFile.Words))
            Assert.True(Reads.Plan($"新增三个{thing}。").Count == 1, thing);
    }

    [Fact]
    public void Every_person_is_counted()
    {
        foreach (var person in RuleFile.Lines("countable-things.txt").Where(line => line[0] == '人').SelectMany(line => RuleFile.Words(line[2..])))
            Assert.True(Reads.Plan($"选派三名{person}。").Count == 1, person);
    }

    public static TheoryData<string> MeasureWords() => [.. Columns("measure-words.txt").Select(columns => columns[0])];

    public static TheoryData<string, string> Exceptions()
    {
        var data = new TheoryData<string, string>();
        foreach (var columns in Columns("measure-words.txt"))
        {
            foreach (var exception in RuleFile.Words(columns[3]))
                data.Add(columns[0], exception);
        }
        return data;
    }

    public static TheoryData<string, string, string> Qualifiers()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var columns in Columns("qualifiers.txt"))
        {
            foreach (var word in RuleFile.Words(columns[1]))
                data.Add(columns[0], word, columns[2]);
        }
        return data;
    }

    private static IEnumerable<string[]> Columns(string file) => RuleFile.Lines(file).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Words(string file, string group) => RuleFile.Lines(file)
        .Select(line => line.Split(':', 2))
        .Where(parts => parts[0] == group)
        .SelectMany(parts => RuleFile.Words(parts[1]));
}
