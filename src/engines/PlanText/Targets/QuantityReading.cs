namespace Shuren.PlanText.Targets;

/// <summary>A quantity with the words that belong to it, before they become a target.</summary>
/// <param name="Quantity">The number and its unit.</param>
/// <param name="Start">Offset of the qualifier or the verb right before the number, else of the number.</param>
/// <param name="End">Offset behind the qualifier that follows, else behind the measure word.</param>
/// <param name="Comparator">As the contract names it.</param>
/// <param name="Verb">What the verb of the clause makes of the number.</param>
internal sealed record QuantityReading(Quantity Quantity, int Start, int End, string Comparator, VerbKind Verb)
{
    /// <summary>每生每年, 每万人口: the words of a rate between verb and number.</summary>
    private const int LongestEach = 6;

    /// <summary>Qualifier, range, verb, bare number: in this order, because what stands on the number outranks the verb.</summary>
    /// <remarks>At <paramref name="earliest"/> begins the part of the clause that can speak of this number.</remarks>
    internal static QuantityReading Of(SentenceView view, Quantity quantity, int earliest)
    {
        var flat = view.Flat;
        var after = Qualifiers.After(flat, quantity.End, quantity.Measure is { IsTime: true });
        var before = quantity.Number.Script == Numbers.NumberScript.Chinese && flat[quantity.Start] is '百' or '千' or '万' or '亿'
            ? Qualifiers.BeforeBare(flat, quantity.Start) : Qualifiers.RightBefore(flat, quantity.Start);
        var near = before.Length > 0 ? (quantity.Start - before.Length, before.Comparator) : Qualifiers.Near(view, quantity.Start, earliest);
        var start = before.Length > 0 ? quantity.Start - before.Length : quantity.Start;
        (start, var verb) = VerbOf(view, quantity, start);
        var comparator = ComparatorOf(quantity, after.Comparator, near.Item2, verb);
        return new(quantity, start, quantity.End + after.Length, comparator, verb);
    }

    /// <summary>
    /// What was said of the number before goes for this one too: 分别提高0.6、0.2、1.3个百分点, 分别不少于45名、50名,
    /// 新增学位2340个，其中义务教育学位1980个.
    /// </summary>
    internal QuantityReading After(QuantityReading? other, SentenceView view)
    {
        if (other is null || Quantity.Unit != other.Quantity.Unit || Comparator != "=")
            return this;
        var isListed = other.End + 1 == Start && view.At(other.End) == '、';
        if (isListed && other.Comparator is ">=" or "<=")
            return this with { Comparator = other.Comparator };
        var isPart = string.CompareOrdinal(view.Flat, view.ClauseStart(Quantity.Start), "其中", 0, 2) == 0;
        var grows = other.Verb is VerbKind.Increase or VerbKind.Decrease && Verb is VerbKind.None;
        return grows && (isListed || isPart) ? this with { Verb = other.Verb, Comparator = other.Comparator } : this;
    }

    /// <summary>The verb right before the number (and where it begins), else one that stands before 每 or anywhere in the clause.</summary>
    private static (int Start, VerbKind Verb) VerbOf(SentenceView view, Quantity quantity, int end)
    {
        var (length, verb) = VerbRules.Before(view.Flat, end);
        var isLink = length == 1 && view.At(end - 1) is '为' or '是';
        // 为20所学校配备...: at the head of a clause 为 is a preposition.
        if (isLink && view.ClauseStart(end) == end - 1)
            (length, verb) = (0, VerbKind.None);
        // 提高12所学校的水平: what follows is raised, the 12 are not.
        if (verb is VerbKind.Increase or VerbKind.Decrease && quantity is { IsShare: false, Measure.IsMoney: false } && char.IsLetter(view.At(quantity.End)))
            verb = VerbKind.Act;
        if (verb == VerbKind.None)
            verb = BeforeEach(view, end);
        if (verb == VerbKind.None && quantity.IsShare)
            verb = OpeningClause(view, end);
        var inClause = VerbRules.InClause(view.Flat, view.ClauseStart(quantity.Start), end - length);
        // 新增学位分别为500个: 为 only links, the verb is 新增.
        var isOutranked = isLink && inClause is VerbKind.Increase or VerbKind.Decrease;
        return (end - length, verb == VerbKind.None || isOutranked ? inClause : verb);
    }

    /// <summary>提高到每生每年720元: the verb stands before 每.</summary>
    private static VerbKind BeforeEach(SentenceView view, int end)
    {
        var start = Math.Max(view.ClauseStart(end), end - LongestEach);
        var each = view.Flat.IndexOf('每', start, end - start);
        return each < 0 ? VerbKind.None : VerbRules.Before(view.Flat, each).Kind;
    }

    /// <summary>提高生均公用经费10%: the verb opens the clause.</summary>
    private static VerbKind OpeningClause(SentenceView view, int end)
    {
        var start = view.ClauseStart(end);
        return VerbRules.Opening(view.Flat, start) is { Kind: VerbKind.Increase or VerbKind.Decrease } opening && start + opening.Length < end ? opening.Kind : VerbKind.None;
    }

    private static string ComparatorOf(Quantity quantity, string? after, string? before, VerbKind verb)
    {
        if (quantity.IsRank)
            return quantity.IsWithin ? "<=" : "=";
        if (quantity.Number.IsRange)
            return "range";
        if ((after ?? before) is { } qualifier)
            return qualifier;
        if (quantity.Number.IsLoose)
            return "~";
        return verb switch { VerbKind.Increase => "increase", VerbKind.Decrease => "decrease", VerbKind.Maintain => "maintain", _ => "=" };
    }

    internal TargetKind Kind => Comparator switch
    {
        _ when Quantity.IsRank => TargetKind.Rank,
        _ when Verb == VerbKind.Increase => TargetKind.Increase,
        _ when Verb == VerbKind.Decrease => TargetKind.Decrease,
        "range" => TargetKind.Range,
        ">=" => TargetKind.Floor,
        "<=" => TargetKind.Ceiling,
        _ when Verb == VerbKind.Reach => TargetKind.Reach,
        "maintain" => TargetKind.Exact,
        _ when Quantity.IsShare || Quantity.Measure is null => TargetKind.Exact,
        _ => TargetKind.Count,
    };
}
