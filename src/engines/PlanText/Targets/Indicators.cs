namespace Shuren.PlanText.Targets;

/// <summary>Names what is measured from the words around the number: 建设+基地+数, 成立党支部的+民办学校+数.</summary>
internal static class Indicators
{
    private static readonly string[] Copulas = ["位列", "位居", "排名", "排在", "名列", "稳居", "列", "居", "进入", "保持"];

    /// <summary>The counted thing stands behind the number: a verb before it leads, otherwise the predicate becomes an attribute.</summary>
    internal static string Following(string before, string after, Quantity quantity)
    {
        var thing = after.Trim(' ', '的');
        if (before.Length > 0)
            return before.Trim() + thing + Suffix(quantity, thing);
        var verb = VerbRules.FirstPredicate(thing, 2, thing.Length);
        return verb < 0 || thing.Length - verb < 3 ? thing + Suffix(quantity, thing) : thing[verb..] + "的" + thing[..verb] + Suffix(quantity, thing);
    }

    /// <summary>The words before the number: a rate is its own name; A不低于B的35% is the share of A in B.</summary>
    internal static string Preceding(string before, QuantityReading reading)
    {
        var words = WithoutLinks(before);
        words = PerHead(words) ?? words;
        if (reading.Quantity.IsRank)
            return Copulas.Aggregate(words, (text, copula) => text.Replace(copula, "", StringComparison.Ordinal)) + "名次";
        if (reading.Quantity.IsShare)
            return ShareOf(words) ?? words;
        return reading.Quantity.Measure is null || words.EndsWith('数') || words.EndsWith('量') ? words : words + Suffix(reading.Quantity, words);
    }

    /// <summary>优秀率 behind 教师培训合格率 is the 教师培训优秀率.</summary>
    internal static string Complete(string indicator, string? previous)
        => previous is not null && indicator.Length is > 1 and <= 4 && indicator.EndsWith('率') && previous.EndsWith('率') && previous.Length > indicator.Length
            ? previous[..^indicator.Length] + indicator : indicator;

    /// <summary>巩固率均, 巩固率分别, 覆盖率由: what ties the words to the number goes; 人均 and 生均 stay.</summary>
    private static string WithoutLinks(string before)
    {
        var words = before.Trim(' ', '、', ',').TrimStart('和', '与');
        words = words.EndsWith("分别", StringComparison.Ordinal) ? words[..^2] : words;
        var isMean = words.Length > 1 && words.EndsWith('均') && words[^2] is '人' or '生' or '师' or '年' or '平';
        return isMean ? words : words.TrimEnd('均', '由', '从', '共');
    }

    /// <summary>经费提高到每生每年: the verb goes, the rate stays: 经费(每生每年).</summary>
    private static string? PerHead(string words)
    {
        var each = words.IndexOf('每', StringComparison.Ordinal);
        return each > 0 && VerbRules.Before(words, each) is { Kind: not VerbKind.None } verb && each > verb.Length
            ? words[..(each - verb.Length)] + "(" + words[each..] + ")" : null;
    }

    private static string? ShareOf(string words)
    {
        words = words.TrimEnd('的').Replace("按照", "", StringComparison.Ordinal);
        foreach (var link in (string[])["不低于", "不少于", "不超过", "达到", "超过", "占"])
        {
            var at = words.IndexOf(link, StringComparison.Ordinal);
            if (at >= 0 && at + link.Length < words.Length - 1 && !words.EndsWith('率') && !words.EndsWith('例'))
                return words[..at] + "占" + words[(at + link.Length)..] + "比例";
        }
        return null;
    }

    private static string Suffix(Quantity quantity, string thing) => quantity.Unit switch
    {
        "次" => "次数",
        "场" or "场次" => "场次",
        "批次" => "批次",
        "个班" => "班数",
        "人次" => "人次",
        "人" or "名" or "位" => thing.EndsWith("人数", StringComparison.Ordinal) ? "" : "人数",
        "平方米" or "平米" or "㎡" or "亩" or "公顷" => thing.EndsWith("面积", StringComparison.Ordinal) ? "" : "面积",
        "倍" or "番" => "",
        _ when quantity.Measure is null or { IsMoney: true } or { IsTime: true } => "",
        _ => "数",
    };
}
