namespace Shuren.Formulas.Diagnostics;

/// <summary>All that can be wrong with a formula, in the order of the codes: 1 reading, 2 names, 3 kinds and units, 4 limits.</summary>
internal static class Messages
{
    public static Finding StrangeSign(string sign) => new("FX101", new($"The sign {sign} has no meaning here.", $"这里不能用符号 {sign}。"));

    public static Finding NumberTooLong() => new("FX102", new("This number is too long.", "这个数太长。"),
        new("At most 12 digits before and 9 behind the point.", "小数点前最多 12 位，后最多 9 位。"));

    public static Finding NoSuchDay(string day) => new("FX103", new($"There is no day {day}.", $"没有 {day} 这一天。"));

    public static Finding NotClosed(string sign) => new("FX104", new($"The closing {sign} is missing.", $"缺少结尾的 {sign}。"));

    public static Finding Expected(Told words, string found) => new("FX105", new(
        found.Length == 0 ? $"Here {words.English} is missing." : $"Here {words.English} is expected, but {found} stands there.",
        found.Length == 0 ? $"这里缺少 {words.Chinese}。" : $"这里应为 {words.Chinese}，实际是 {found}。"));

    public static Finding NotExpected(string found) => new("FX106", new($"{found} does not fit here.", $"这里不能写 {found}。"),
        new("Is an operator or a comma missing before it?", "前面是否少了运算符或逗号？"));

    public static Finding SomethingMissing() => new("FX107", new("The formula ends too early.", "公式没有写完。"));

    public static Finding PerNothing() => new("FX108", new("The number after per must be greater than 0.", "“每”后面的数必须大于 0。"));

    public static Told Words(string english, string chinese) => new(english, chinese);

    public static Finding UnknownFact(string name, IReadOnlyList<string> near) => Unknown("FX201", "fact", "数据集", name, near);

    public static Finding UnknownColumn(string name, Told fact, IReadOnlyList<string> near) => Unknown("FX202", $"column of {fact.English}", $"“{fact.Chinese}”的字段", name, near);

    public static Finding UnknownName(string name, IReadOnlyList<string> near) => Unknown("FX203", "name", "名称", name, near);

    public static Finding UnknownChoice(string name, Told column, IReadOnlyList<string> near) => Unknown("FX204", $"value of {column.English}", $"“{column.Chinese}”的取值", name, near);

    public static Finding UnknownIndicator(string name, IReadOnlyList<string> near) => Unknown("FX205", "indicator", "指标", name, near);

    public static Finding Circle(string name) => new("FX206", new($"The indicator [{name}] leads back to itself.", $"指标 [{name}] 绕回了自己。"));

    public static Finding BrokenIndicator(string name, string problem) => new("FX207", new($"The formula of [{name}] has an error: {problem}", $"指标 [{name}] 的公式有误：{problem}"));

    public static Finding NoUnits(Told fact) => new("FX208", new($"{fact.English} are no units, so there is no “each” of them.", $"“{fact.Chinese}”不是单位，不能逐个计算。"));

    public static Finding NoLink(Told there, Told here) => new("FX209", new($"{there.English} do not hang on {here.English}.", $"“{there.Chinese}”与“{here.Chinese}”没有关联。"));

    public static Finding MayNotCut(Told column) => new("FX210", new($"{column.English} may be added up, but rows may not be chosen by it.", $"“{column.Chinese}”可以汇总，但不能作为筛选条件。"));

    public static Finding ListIsNoNumber(Told fact) => new("FX301", new($"{fact.English} is a list of rows, not a number.", $"“{fact.Chinese}”是一批记录，不是数。"),
        new($"Write count({fact.English}), or sum(… of {fact.English}).", $"请写 计数({fact.Chinese})，或 求和(… 来自 {fact.Chinese})。"));

    public static Finding NeedsNumber(Told found) => new("FX302", new($"A number is needed here, not {found.English}.", $"这里需要数，而不是{found.Chinese}。"));

    public static Finding NeedsCondition(Told found) => new("FX303", new($"A condition is needed here, not {found.English}.", $"这里需要条件，而不是{found.Chinese}。"),
        new("Compare it with something: = >= <= in between.", "请与某个值比较：= >= <= 属于 介于。"));

    public static Finding CannotCompare(Told left, Told right) => new("FX304", new($"{Capital(left.English)} cannot be compared with {right.English}.", $"{left.Chinese}不能与{right.Chinese}比较。"));

    public static Finding UnitsDiffer(Told left, Told right) => new("FX305", new($"The units do not fit: {left.English} and {right.English}.", $"单位不一致：{left.Chinese} 与 {right.Chinese}。"));

    public static Finding PercentOfOther(Told part, Told whole) => new("FX306", new($"A percentage compares things of one kind, not {part.English} with {whole.English}.", $"百分比只能比较同类事物，不能比较 {part.Chinese} 与 {whole.Chinese}。"),
        new("Use per or ratio to.", "请改用“每”或“比”。"));

    public static Finding NoOrder(Told column) => new("FX307", new($"The values of {column.English} have no order.", $"“{column.Chinese}”的取值没有先后。"), new("Use = or in.", "请用 = 或 属于。"));

    public static Finding NeedsComparison() => new("FX308", new("“The rest at … %” needs conditions such as X >= 4.2.", "“其余达到 …%”要求每一项形如 X >= 4.2。"));

    public static Finding CountTooHigh(int count, int of) => new("FX309", new($"At least {count} of {of} cannot be met.", $"共 {of} 项，不可能至少达到 {count} 项。"));

    public static Finding NoRowsHere() => new("FX310", new("A count of rows cannot stand inside a condition on rows.", "针对每条记录的条件里不能再做汇总。"), new("Use exists(…), or each.", "请用 存在(…) 或 每所。"));

    public static Finding NoColumnHere(Told column) => new("FX311", new($"{column.English} belongs to single rows: say what to do with all of them.", $"“{column.Chinese}”属于单条记录，请说明如何汇总。"),
        new($"For example sum({column.English} of …).", $"例如 求和({column.Chinese} 来自 …)。"));

    public static Finding NeedsPeriod(Told fact) => new("FX312", new($"{fact.English} happen on days: say during which time they count.", $"“{fact.Chinese}”有发生日期，请说明统计期间。"),
        new("during this year, this school year, last 5 years or ever", "期间 本年、本学年、近 5 年 或 历来"));

    public static Finding NoPeriod(Told fact) => new("FX313", new($"{fact.English} are counted as of a day; leave “during” out.", $"“{fact.Chinese}”按时点统计，请去掉“期间”。"));

    public static Finding WeightNotHere() => new("FX314", new("Only avg, stdev and cv over each unit can be weighted.", "只有逐个单位计算的平均、标准差和差异系数可以加权。"));

    public static Finding PercentileRange() => new("FX315", new("A percentile lies between 0 and 100.", "分位数应在 0 到 100 之间。"));

    public static Finding EachOnly(string what) => new("FX316", new($"{what} is taken over each unit.", "排名要对每个单位计算。"));

    public static Finding NeedsIdentity() => new("FX317", new("Count distinct needs a plain column.", "去重计数需要一个字段。"));

    public static Finding RestPercent() => new("FX318", new("“The rest at” needs more than 0 and at most 100 percent.", "“其余达到”应大于 0% 且不超过 100%。"));

    public static Finding UnitHasNoValue() => new("FX319", new("The formula must give a number or a condition.", "公式的结果必须是数或条件。"));

    public static Finding TooLong() => new("FX401", new("The formula is too long.", "公式太长。"), new($"At most {Limits.Characters} characters; put parts into indicators of their own.", $"最多 {Limits.Characters} 个字符；可把一部分另立指标。"));

    public static Finding TooDeep() => new("FX402", new("The formula is too deep or has too many pieces.", "公式嵌套太深或太复杂。"), new("Put parts into indicators of their own.", "可把一部分另立指标。"));

    public static Finding TooFarBack() => new("FX403", new("At most 100 years back.", "最多向前 100 年。"));

    public static Finding TooManyAggregates() => new("FX404", new("Too many different counts and sums in one formula.", "一个公式里不同的汇总太多。"), new("Put parts into indicators that are computed on their own.", "可拆成分别计算的指标。"));

    public static Finding TooManyFactors() => new("FX405", new("So many multiplications and divisions could leave what can be computed.", "乘除太多，结果可能超出可计算的范围。"));

    public static Finding TooManyEach() => new("FX406", new($"Each inside each, more than {Limits.Each} deep.", $"“每所”嵌套超过 {Limits.Each} 层。"));

    private static Finding Unknown(string code, string english, string chinese, string name, IReadOnlyList<string> near) => new(
        code,
        new($"There is no {english} '{name}'.", $"没有名为“{name}”的{chinese}。"),
        Parsing.Keywords.Inside(name) is { } keyword
            ? new($"Put spaces around {keyword}.", $"请在“{keyword}”前后加空格。")
            : near.Count == 0 ? null : new($"Did you mean {string.Join(", ", near)}?", $"是否想写：{string.Join("、", near)}？"));

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
