using System.Globalization;
using Shuren.Formulas;

namespace Shuren.Schools.CheckRolls;

/// <summary>How bad it is when a rule is broken.</summary>
internal enum RuleSeverity
{
    /// <summary>错误: cannot be so; figures that are counted from it are wrong.</summary>
    Error,

    /// <summary>警告: is most likely wrong, or breaks a norm.</summary>
    Warning,

    /// <summary>提示: worth a look.</summary>
    Hint,
}

/// <summary>On which roll the row stands that breaks a rule: where it is mended.</summary>
internal enum RuleRoll
{
    /// <summary>学校名录.</summary>
    Schools,

    /// <summary>班级.</summary>
    Classes,

    /// <summary>学生.</summary>
    Pupils,

    /// <summary>教职工.</summary>
    Teachers,

    /// <summary>用房.</summary>
    Rooms,
}

/// <summary>Words in both languages.</summary>
internal sealed record RuleWords(string Zh, string En)
{
    public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Zh;
}

/// <summary>A rule for the rolls: which rows break it, how bad that is, why, and how it is mended.</summary>
/// <param name="Id">Stays the same for ever: findings and accepted exceptions name it.</param>
/// <param name="Roll">Where the row stands.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Why">Why it matters, or which document says so.</param>
/// <param name="Mend">What to do.</param>
/// <param name="OfCare">True where a finding says that a child needs care: shown only to who may see that.</param>
/// <param name="Condition">The rows that break it, as a count of a window's rows.</param>
internal sealed record RollRule(string Id, RuleRoll Roll, RuleSeverity Severity, RuleWords Title, RuleWords Why, RuleWords Mend, bool OfCare, FormulaReading Condition);

/// <summary>What is wrong in a file of rules, where, and what to do.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">In both languages.</param>
internal sealed record RuleFault(int Line, int Column, RuleWords Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column} {Message}");
}
