using System.Collections.Frozen;

namespace Shuren.Formulas.Parsing;

/// <summary>The language in one table: keyword, English, Chinese, further spellings. The first word of each is the printed one.</summary>
internal static class Keywords
{
    private static readonly (Keyword Keyword, string English, string Chinese, string[] Also)[] Table =
    [
        (Keyword.Where, "where", "其中", []),
        (Keyword.Of, "of", "来自", []),
        (Keyword.Each, "each", "每所", ["每个"]),
        (Keyword.Every, "every", "所有", []),
        (Keyword.Meets, "meets", "均满足", ["meet"]),
        (Keyword.During, "during", "期间", []),
        (Keyword.ThisYear, "this year", "本年", []),
        (Keyword.ThisSchoolYear, "this school year", "本学年", []),
        (Keyword.Last, "last", "近", []),
        (Keyword.Ever, "ever", "历来", []),
        (Keyword.Years, "years", "年", ["year"]),
        (Keyword.Months, "months", "个月", ["month"]),
        (Keyword.Days, "days", "天", ["day"]),
        (Keyword.Over, "over", "较", []),
        (Keyword.And, "and", "且", ["并且"]),
        (Keyword.Or, "or", "或", ["或者"]),
        (Keyword.Not, "not", "非", []),
        (Keyword.In, "in", "属于", []),
        (Keyword.NotIn, "not in", "不属于", []),
        (Keyword.Between, "between", "介于", []),
        (Keyword.Until, "until", "至", []),
        (Keyword.IsMissing, "is missing", "为空", []),
        (Keyword.IsKnown, "is known", "非空", []),
        (Keyword.Exists, "exists", "存在", []),
        (Keyword.Yes, "yes", "是", ["true"]),
        (Keyword.No, "no", "否", ["false"]),
        (Keyword.Today, "today", "当日", []),
        (Keyword.Count, "count", "计数", []),
        (Keyword.CountDistinct, "count distinct", "去重计数", []),
        (Keyword.Sum, "sum", "求和", []),
        (Keyword.Average, "avg", "平均", ["average"]),
        (Keyword.Minimum, "min", "最小", []),
        (Keyword.Maximum, "max", "最大", []),
        (Keyword.Median, "median", "中位数", []),
        (Keyword.Percentile, "percentile", "分位数", []),
        (Keyword.Deviation, "stdev", "标准差", []),
        (Keyword.Disparity, "cv", "差异系数", []),
        (Keyword.Per, "per", "每", []),
        (Keyword.PerHundred, "per hundred", "每百", []),
        (Keyword.PerThousand, "per thousand", "每千", []),
        (Keyword.PercentOf, "percent of", "占", []),
        (Keyword.RatioTo, "ratio to", "比", []),
        (Keyword.Else, "or else", "缺则", []),
        (Keyword.Weighted, "weighted by", "加权", []),
        (Keyword.Unweighted, "unweighted", "不加权", []),
        (Keyword.AtLeast, "at least", "至少", []),
        (Keyword.OfThese, "of these", "项", []),
        (Keyword.Rest, "and the rest at", "其余达到", []),
        (Keyword.Growth, "growth", "增长率", []),
        (Keyword.Change, "change", "变化量", []),
        (Keyword.Rank, "rank", "排名", []),
        (Keyword.RankLowest, "rank lowest", "倒序排名", []),
        (Keyword.Up, "ceil", "向上取整", []),
        (Keyword.Down, "floor", "向下取整", []),
    ];

    private static readonly FrozenDictionary<string, Keyword> ByPhrase = Table
        .SelectMany(row => row.Also.Append(row.English).Append(row.Chinese).Select(phrase => (phrase, row.Keyword)))
        .ToFrozenDictionary(pair => pair.phrase, pair => pair.Keyword, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<Keyword, (string English, string Chinese)> ByKeyword =
        Table.ToFrozenDictionary(row => row.Keyword, row => (row.English, row.Chinese));

    /// <summary>The most words that one keyword has: <c>and the rest at</c>.</summary>
    public const int LongestPhrase = 4;

    private static readonly FrozenSet<string> Taken = ByPhrase.Keys.Select(phrase => phrase.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for words that are a keyword or begin one: <c>percent</c> as a name would be misread before <c>of</c>.</summary>
    public static bool IsTaken(string word) => Taken.Contains(word);

    public static Keyword Find(string phrase) => ByPhrase.GetValueOrDefault(phrase);

    public static string In(Language language, Keyword keyword) =>
        language == Language.Chinese ? ByKeyword[keyword].Chinese : ByKeyword[keyword].English;

    /// <summary>A Chinese keyword that the word holds, written without spaces around it.</summary>
    public static string? Inside(string word) => Table
        .Select(row => row.Chinese)
        .Where(keyword => keyword.Length > 1 && word.Length > keyword.Length && word.Contains(keyword, StringComparison.Ordinal))
        .MaxBy(keyword => keyword.Length);
}
