using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Measures;

/// <summary>A unit of measure taken apart.</summary>
/// <param name="Factor">How many of the plain unit it is: 万元 is 10,000 元, % is a hundredth.</param>
/// <param name="Noun">What is counted, words for the same thing as one: 人 for 名 and 位; empty for a share of something.</param>
/// <param name="Per">For what each, as a noun; empty where it is for nothing.</param>
internal readonly record struct UnitOfMeasure(decimal Factor, string Noun, string Per)
{
    /// <summary>Any count of whole things; fits every other thing that is counted, but not people or money.</summary>
    private const string Anything = "个";

    private static readonly (string Word, decimal Factor)[] Numerals = [("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000), ("千", 1_000), ("百", 100)];

    private static readonly Dictionary<string, string> Nouns = new()
    {
        ["名"] = "人", ["位"] = "人", ["生"] = "人", ["师"] = "人", ["教师"] = "人", ["学生"] = "人", ["幼儿"] = "人", ["名学生"] = "人",
        ["园"] = "所", ["校"] = "所", ["家"] = "所", ["学校"] = "所", ["件"] = "台", ["套"] = "台", ["本"] = "册", ["个班"] = "班", ["m2"] = "平方米", ["㎡"] = "平方米", ["m²"] = "平方米", ["平米"] = "平方米", ["课时"] = "学时", ["1"] = "人",
    };

    // The things that 个 may stand for.
    private static readonly HashSet<string> Things = ["所", "间", "台", "册", "班", "条", "人", Anything];

    private static readonly string[] Shares = ["%", "‰", "个百分点", "百分点", "成", ""];

    /// <summary>Words that say for what each, the longer first, with how many and of what.</summary>
    private static readonly (string Words, decimal Factor, string Noun)[] Each =
    [
        ("每百名", 100, "人"), ("每百人", 100, "人"), ("百名学生", 100, "人"), ("每万人", 10_000, "人"), ("每千人", 1_000, "人"), ("生均", 1, "人"), ("人均", 1, "人"), ("师均", 1, "人"), ("每生", 1, "人"), ("每人", 1, "人"), ("每名", 1, "人"),
    ];

    /// <summary>Reads one; what is not known is a noun of its own.</summary>
    public static UnitOfMeasure Read(string unit)
    {
        var flat = FlatText.Of(unit).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (Shares.Contains(flat))
            return new(flat switch { "" => 1, "‰" => 0.001m, "成" => 0.1m, _ => 0.01m }, "", "");
        if (flat is ":1" or "比1")
            return new(1, "", "");
        var slash = flat.IndexOf('/', StringComparison.Ordinal);
        var (factor, noun) = Part(slash < 0 ? flat : flat[..slash]);
        var whole = new UnitOfMeasure(factor, noun, "");
        if (slash < 0)
            return whole;
        var (below, per) = Part(flat[(slash + 1)..]);
        return whole.ForEach(below, per);
    }

    /// <summary>For what each, where the words say it.</summary>
    public static (decimal Factor, string Noun)? PerIn(string words)
    {
        foreach (var (each, factor, noun) in Each)
        {
            if (words.Contains(each, StringComparison.Ordinal))
                return (factor, noun);
        }
        return null;
    }

    /// <summary>The same for each of something; people for each person are a plain ratio.</summary>
    public UnitOfMeasure ForEach(decimal factor, string noun) => Noun == noun ? new(Factor / factor, "", "") : new(Factor / factor, Noun, noun);

    /// <summary>Whether a value of this unit can be said in the other.</summary>
    public bool Fits(UnitOfMeasure other) =>
        Per == other.Per && (Noun == other.Noun || Noun == Anything && Things.Contains(other.Noun) || other.Noun == Anything && Things.Contains(Noun) && Noun != "人");

    private static (decimal, string) Part(string words)
    {
        foreach (var (word, factor) in Numerals)
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return (factor, NounOf(words[word.Length..]));
        }
        return (1, NounOf(words));
    }

    private static string NounOf(string words) => words.Length == 0 ? Anything : Nouns.GetValueOrDefault(words, words);
}
