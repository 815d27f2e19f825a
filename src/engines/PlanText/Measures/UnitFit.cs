namespace Shuren.PlanText.Measures;

/// <summary>How a value in one unit of measure is written in another: times a plain, exact factor.</summary>
/// <param name="Factor">What the value is multiplied by: 100 from a ratio to %, 0.0001 from 元 to 万元.</param>
public readonly record struct UnitFit(decimal Factor)
{
    /// <summary>Whether both are the same but for the word.</summary>
    public bool IsSame => Factor == 1;

    /// <summary>
    /// The factor from one unit to another; null where they do not fit, and nothing is guessed: 亩 and 平方米, 学时 and 小时, 所 and 人 do not.
    /// </summary>
    /// <param name="from">The unit that a value has, such as <c>名/百人</c>; 个 for a count without a unit, empty for a plain ratio.</param>
    /// <param name="to">The unit that is wanted, such as <c>%</c> or <c>万人</c>.</param>
    /// <param name="words">
    /// The words beside the wanted unit. A plan writes 生均教学仪器设备值2000元 and means 元 for each: where they say 生均, 人均, 每生, 每百名 and the like,
    /// the wanted unit stands for itself over what they say.
    /// </param>
    /// <example><code>UnitFit.Between("", "%", "") // 100
    /// UnitFit.Between("名/百人", "名", "小学每百名学生拥有骨干教师数") // 1
    /// UnitFit.Between("人", "%", "") // null</code></example>
    public static UnitFit? Between(string from, string to, string words)
    {
        var (given, wanted) = (UnitOfMeasure.Read(from), UnitOfMeasure.Read(to));
        if (!given.Fits(wanted) && wanted is { Noun.Length: > 0, Per: "" } && UnitOfMeasure.PerIn(words) is { } each)
            wanted = wanted.ForEach(each.Factor, each.Noun);
        return given.Fits(wanted) ? new(given.Factor / wanted.Factor) : null;
    }

    /// <summary>The value in the other unit. Digits beyond the fifteenth, which a computer's number does not hold, are not invented: 0.07 in % is 7.</summary>
    public double Of(double value) => !double.IsFinite(value) || Math.Abs(value) is > 1e15 or (< 1e-12 and > 0) ? value * (double)Factor : (double)((decimal)value * Factor);
}
