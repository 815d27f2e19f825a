using Shuren.PlanText.Structure.Rules;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Head;

/// <summary>What the words of a heading or an opening sentence say about the part that they open.</summary>
internal static class PartNames
{
    private static readonly PatternList Summary = RuleFile.Patterns("summary-headings");
    private static readonly PatternList Plan = RuleFile.Patterns("plan-headings");
    private static readonly PatternList Background = RuleFile.Patterns("background");
    private static readonly PatternList General = RuleFile.Patterns("general-requirements");
    private static readonly PatternList Exhortations = RuleFile.Patterns("exhortations");
    private static readonly IReadOnlyDictionary<string, WordList> Aims = RuleFile.Roles("aim-headings");

    /// <summary>A part that tells what was done or what is lacking.</summary>
    internal static bool IsSummary(string title) => Summary.Match(WithoutBracket(title)) && !IsPlan(title) && !IsTask(title);

    /// <summary>A part that tells what will be done.</summary>
    internal static bool IsPlan(string title) => Plan.Match(title) && !IsReview(title);

    internal static bool IsBackground(string sentence) => Background.Match(sentence);

    internal static bool IsGeneral(string sentence) => General.Match(sentence);

    internal static bool IsExhortation(string sentence) => Exhortations.Match(sentence);

    /// <summary>总体要求, 基本原则: the spirit, no task at all.</summary>
    internal static bool IsGuiding(string title) => Names("guiding", title);

    /// <summary>总体思路: the spirit, unless headings of its own stand under it.</summary>
    internal static bool IsFrame(string title) => Names("frame", title);

    /// <summary>前言: stands before the parts and above none.</summary>
    internal static bool IsPrologue(string title) => Aims["prologue"].Is(title);

    /// <summary>工作目标: mostly numbers to reach.</summary>
    internal static bool IsAim(string title) => Names("aim", title);

    private static bool Names(string role, string title) => title.Length <= 20 && (Aims[role].AtStart(title) > 0 || Aims[role].AtEnd(title) > 0);

    private static bool IsReview(string title) =>
        title.EndsWith("情况", StringComparison.Ordinal) || title.EndsWith("回顾", StringComparison.Ordinal) || title.EndsWith("总结", StringComparison.Ordinal);

    /// <summary>督查重点任务落实情况 is a thing to be done.</summary>
    private static bool IsTask(string title) => title.Length > 8 && ActionWords.VerbAfterAdverbs(title) > 0;

    /// <summary>2025年工作总结（2025年1月—12月）is still a summary.</summary>
    private static string WithoutBracket(string title) =>
        title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open ? title[..open].TrimEnd() : title;
}
