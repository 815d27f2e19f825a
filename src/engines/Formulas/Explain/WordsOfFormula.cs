using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Explain;

/// <summary>A bound formula in words that need no knowledge of the language.</summary>
internal sealed class WordsOfFormula(Language language)
{
    public string Whole(Bound bound) => bound switch
    {
        BoundQuotient quotient => Say(
            $"What is divided: {Of(quotient.Left)}. What it is divided by: {Of(quotient.Right)}. {Unit(quotient)}",
            $"分子：{Of(quotient.Left)}。分母：{Of(quotient.Right)}。{Unit(quotient)}"),
        { Kind: BoundKind.Truth } => Say($"Met when {Of(bound)}.", $"达标条件：{Of(bound)}。"),
        _ => Say($"{Capital(Of(bound))}.", $"{Of(bound)}。"),
    };

    public string Of(Bound bound) => bound switch
    {
        BoundNumber number => Figure(number.Value) + (number.Unit?.Equals(Dimension.Percent) == true ? " %" : ""),
        BoundParameter parameter => $"{parameter.Parameter.Name.In(language)} ({string.Join(Say("; ", "；"), parameter.Parameter.Values.OrderBy(value => value.From).Select(Dated))})",
        BoundText text => $"“{text.Text}”",
        BoundDay day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BoundToday => Say("the day asked for", "统计当日"),
        BoundTruth truth => truth.Value ? Say("always", "始终") : Say("never", "从不"),
        BoundColumn column => column.Column.Name.In(language),
        BoundNegation negation => Say($"minus {Of(negation.Of)}", $"负的{Of(negation.Of)}"),
        BoundArithmetic sum => $"({Of(sum.Left)} {sum.Sign switch { Operator.Add => Say("plus", "加"), Operator.Subtract => Say("minus", "减"), _ => Say("times", "乘以") }} {Of(sum.Right)})",
        BoundQuotient quotient => $"({Of(quotient.Left)} {Word(quotient)} {Of(quotient.Right)})",
        BoundElse other => Say($"{Of(other.First)}, or where that is missing {Of(other.Second)}", $"{Of(other.First)}（缺失时取{Of(other.Second)}）"),
        BoundComparison comparison => $"{Of(comparison.Left)} {Sign(comparison.Sign)} {Of(comparison.Right)}",
        BoundOneOf choice => $"{Of(choice.Of)} {(choice.Negated ? Say("is none of", "不属于") : Say("is", "为"))} {string.Join(Say(" or ", "、"), choice.Codes.All.Select(code => Choice(choice.Of.Column, code)))}",
        BoundBoth both => Say($"{Of(both.Left)} and {Of(both.Right)}", $"{Of(both.Left)}，且{Of(both.Right)}"),
        BoundEither either => Say($"({Of(either.Left)} or {Of(either.Right)})", $"（{Of(either.Left)}，或{Of(either.Right)}）"),
        BoundNot not => Say($"not ({Of(not.Of)})", $"不满足（{Of(not.Of)}）"),
        BoundMissing missing => $"{Of(missing.Of)} {(missing.Negated ? Say("is known", "已填写") : Say("is missing", "未填写"))}",
        BoundExists exists => Say($"there are {Of(exists.Rows)}", $"有{Of(exists.Rows)}"),
        BoundWhole whole => whole.Up ? Say($"{Of(whole.Of)}, rounded up", $"{Of(whole.Of)}（向上取整）") : Say($"{Of(whole.Of)}, rounded down", $"{Of(whole.Of)}（向下取整）"),
        BoundTotal total => Total(total),
        BoundSpread spread => Spread(spread),
        BoundEvery every => Say($"every one of {Of(every.Each)} meets: {Of(every.Condition)}", $"{Of(every.Each)}中每一个都满足：{Of(every.Condition)}"),
        BoundAtLeast least => AtLeast(least),
        BoundGrowth growth => Growth(growth),
        BoundRank rank => Say($"the place among {Of(rank.Among)} by {Of(rank.Of)}, {(rank.LowestFirst ? "lowest" : "highest")} first", $"按{Of(rank.Of)}在{Of(rank.Among)}中的名次（{(rank.LowestFirst ? "从低到高" : "从高到低")}）"),
        _ => throw new System.Diagnostics.UnreachableException(bound.GetType().Name),
    };

    private string Total(BoundTotal total)
    {
        var rows = Of(total.Rows);
        if (total.Of == AggregateKind.Count)
            return Say($"the number of {rows}", $"{rows}的数量");
        var argument = Of(total.Argument!); // only a count has none
        return Say($"{Function(total.Of, total.Percentile)} {argument} of {rows}", $"{rows}的{argument}{Function(total.Of, total.Percentile)}");
    }

    private string Spread(BoundSpread spread)
    {
        if (spread.Of == AggregateKind.Count && spread.Argument is null)
            return Say($"the number of {Of(spread.Each)}", $"{Of(spread.Each)}的数量");
        var weight = spread.Weight is { } by ? Say($", weighted by {Of(by)}", $"（以{Of(by)}加权）") : "";
        return Say($"{Function(spread.Of, spread.Percentile)} {Of(spread.Argument!)} over {Of(spread.Each)}{weight}", $"{Of(spread.Each)}的{Of(spread.Argument!)}{Function(spread.Of, spread.Percentile)}{weight}");
    }

    private string AtLeast(BoundAtLeast least)
    {
        var all = string.Join(Say("; ", "；"), least.Conditions.All.Select((condition, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}) {Of(condition)}"));
        var rests = least.Rests.All.Count == 0 ? "" : Say("; and each of the others reaches ", "；其余各项须达到：") + string.Join(Say("; ", "；"), least.Rests.All.Select(Of));
        return Say($"at least {least.Count} of these {least.Conditions.All.Count} hold: {all}{rests}", $"以下 {least.Conditions.All.Count} 项中至少 {least.Count} 项成立：{all}{rests}");
    }

    private string Growth(BoundGrowth growth)
    {
        var span = growth.Over.Count.ToString(CultureInfo.InvariantCulture) + Say(
            " " + growth.Over.Unit.ToString().ToLowerInvariant(), growth.Over.Unit switch { StretchUnit.Years => " 年", StretchUnit.Months => " 个月", _ => " 天" });
        return growth.IsRelative
            ? Say($"by how many percent this has grown since {span} before: {Of(growth.Of)}", $"{Of(growth.Of)}与 {span}前相比增长的百分比")
            : Say($"by how much this has changed since {span} before: {Of(growth.Of)}", $"{Of(growth.Of)}与 {span}前相比的变化");
    }

    private string Of(BoundRows rows) => rows.Fact.Name.In(language) + Where(rows.Where)
        + (rows.During is { } during ? Say($" {Period(during)}", $"（{Period(during)}）") : "");

    private string Of(BoundEach each) => each.Fact.Name.In(language) + Where(each.Where);

    private string Where(Bound? where) => where is null ? "" : Say($" (only where {Of(where)})", $"（仅限：{Of(where)}）");

    private string Period(Period during) => during switch
    {
        { Kind: PeriodKind.Year } => Say("since 1 January", "本年 1 月 1 日起"),
        { Kind: PeriodKind.SchoolYear } => Say("since 1 September", "本学年 9 月 1 日起"),
        { Last: { } last } => Say($"in the last {last.Count} {last.Unit.ToString().ToLowerInvariant()}", $"近 {last.Count} {last.Unit switch { StretchUnit.Years => "年", StretchUnit.Months => "个月", _ => "天" }}"),
        _ => Say("at any time", "历来"),
    };

    private string Function(AggregateKind kind, decimal percentile) => kind switch
    {
        AggregateKind.CountDistinct => Say("the number of different", "去重数量"),
        AggregateKind.Sum => Say("the sum of", "合计"),
        AggregateKind.Average => Say("the average of", "平均值"),
        AggregateKind.Minimum => Say("the lowest", "最小值"),
        AggregateKind.Maximum => Say("the highest", "最大值"),
        AggregateKind.Median => Say("the median of", "中位数"),
        AggregateKind.Percentile => Say($"the {Figure(percentile)}th percentile of", $"第 {Figure(percentile)} 百分位数"),
        AggregateKind.Deviation => Say("the standard deviation of", "标准差"),
        AggregateKind.Disparity => Say("the disparity (standard deviation divided by mean) of", "差异系数（标准差除以均值）"),
        _ => Say("the number of", "数量"),
    };

    private string Word(BoundQuotient quotient) => quotient.Of switch
    {
        QuotientKind.Percent => Say("in percent of", "占百分比，相对于"),
        QuotientKind.Ratio => Say("to", "比"),
        QuotientKind.Per when quotient.Factor != 1 => Say($"per {Figure(quotient.Factor)}", $"每 {Figure(quotient.Factor)}"),
        _ => Say("divided by", "除以"),
    };

    /// <summary>How the quotient is told, and what happens when there is nothing to divide by.</summary>
    private string Unit(BoundQuotient quotient) => (quotient.Of switch
    {
        QuotientKind.Percent => Say("The result is in percent.", "结果为百分比。"),
        QuotientKind.Per when quotient.Factor != 1 => Say($"The result is per {Figure(quotient.Factor)}.", $"结果按每 {Figure(quotient.Factor)} 计。"),
        _ => "",
    } + Say(" Without anything to divide by there is no value.", "分母为零时无数值。")).TrimStart();

    private string Sign(Operator sign) => sign switch
    {
        Operator.Equal => Say("is", "等于"),
        Operator.NotEqual => Say("is not", "不等于"),
        Operator.Less => Say("is below", "低于"),
        Operator.LessOrEqual => Say("is at most", "不高于"),
        Operator.Greater => Say("is above", "高于"),
        _ => Say("is at least", "不低于"),
    };

    private string Choice(Column column, string code) => column.Choices.FirstOrDefault(choice => choice.Code == code)?.Name.In(language) ?? $"“{code}”";

    private string Dated(DatedValue value) => Say($"{Figure(value.Value)} from {value.From:yyyy-MM-dd}", $"{value.From:yyyy-MM-dd} 起 {Figure(value.Value)}");

    private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;

    private static string Figure(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
