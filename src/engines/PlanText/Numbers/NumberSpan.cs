namespace Shuren.PlanText.Numbers;

/// <summary>In which signs a number is written; rules trust 12 more than 两, which is often part of a name.</summary>
internal enum NumberScript
{
    /// <summary>12, 3.5万.</summary>
    Digits,

    /// <summary>十二, 三万五千.</summary>
    Chinese,
}

/// <summary>What the number itself says beside its amount.</summary>
internal enum NumberForm
{
    /// <summary>12, 1.2万, 三十.</summary>
    Plain,

    /// <summary>95%, 百分之九十五, 九成: the amount is in hundredths.</summary>
    Percent,

    /// <summary>5‰, 千分之五: the amount is in thousandths.</summary>
    PerMille,

    /// <summary>1:200, 三分之一: two numbers that make one; see <see cref="NumberSpan.Written"/>.</summary>
    Ratio,
}

/// <summary>A number as it stands in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character, a percent sign and a 余 included.</param>
/// <param name="Low">The amount in front of <paramref name="Magnitude"/>, or the lower end of a range.</param>
/// <param name="High">The upper end of a range such as 3至5, or null.</param>
/// <param name="Magnitude">A trailing 万 (10000) or 亿 (100000000) that a unit of money keeps; else 1.</param>
/// <param name="Script">In which signs it is written.</param>
/// <param name="Form">Plain, percent, or a ratio.</param>
/// <param name="IsLoose">余, 多, 几 stand in it: somewhat more.</param>
/// <param name="Written">For a ratio its text (<c>1:200</c>, <c>1/3</c>), else null.</param>
internal sealed record NumberSpan(
    int Start, int End, decimal Low, decimal? High, decimal Magnitude, NumberScript Script, NumberForm Form, bool IsLoose, string? Written = null)
{
    internal decimal Amount => Low * Magnitude;

    internal bool IsRange => High is not null;
}
