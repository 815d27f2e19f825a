namespace Shuren.PlanText.Targets;

/// <summary>When a Chinese number up to ten may stand before a measure word and still count something.</summary>
internal enum SmallNumber
{
    /// <summary>三项: a manner of speaking.</summary>
    Never,

    /// <summary>两所: always a count.</summary>
    Always,

    /// <summary>一个: only right behind a verb.</summary>
    BehindVerb,

    /// <summary>三个基地: only before a thing that is counted one by one.</summary>
    BeforeThing,

    /// <summary>两名教师: only before (or behind) a person.</summary>
    BesidePerson,
}

/// <summary>A line of <c>Rules/measure-words.txt</c>.</summary>
/// <param name="Text">As printed; it becomes the target's unit.</param>
/// <param name="One">When 一 may stand before it.</param>
/// <param name="Few">When 二 to 十 may stand before it.</param>
/// <param name="NotBefore">Beginnings of words that its last sign begins: 2所有...</param>
internal sealed record MeasureWord(string Text, SmallNumber One, SmallNumber Few, WordList NotBefore)
{
    private static readonly Dictionary<string, MeasureWord> ByText = RuleFile.Lines("measure-words.txt").Select(Parse).ToDictionary(word => word.Text);

    private static readonly WordList Words = new(ByText.Keys);

    internal bool IsMoney => Text.EndsWith('元');

    internal bool IsTime => Text.EndsWith("小时", StringComparison.Ordinal) || Text.EndsWith("工作日", StringComparison.Ordinal) || Text is "分钟" or "天" or "周" or "个月";

    /// <summary>个, 项, 条 and their like also bundle slogans: 5项行动.</summary>
    internal bool BundlesSlogans => Text is "个" or "项" or "条" or "种" or "支" or "类" or "件" or "篇";

    /// <summary>The longest measure word at a place that begins no other word there, or null: 个 and not 个班 in 3个班级.</summary>
    internal static MeasureWord? At(string flat, int at)
    {
        for (var length = Words.LengthAt(flat, at); length > 0; length--)
        {
            if (ByText.TryGetValue(flat.Substring(at, length), out var word) && word.NotBefore.LengthAt(flat, at + length) == 0)
                return word;
        }
        return null;
    }

    private static MeasureWord Parse(string line)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        return new(columns[0], Rule(columns[1]), Rule(columns[2]), new(RuleFile.Words(columns[3])));
    }

    private static SmallNumber Rule(string word) => word switch
    {
        "yes" => SmallNumber.Always,
        "no" => SmallNumber.Never,
        "verb" => SmallNumber.BehindVerb,
        "thing" => SmallNumber.BeforeThing,
        "person" => SmallNumber.BesidePerson,
        _ => throw new FormatException("measure-words.txt: " + word),
    };
}
