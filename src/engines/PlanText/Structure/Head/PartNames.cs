using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Rules;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Head;

/// <summary>What the words of a heading or an opening sentence say about the part that they open.</summary>
internal static class PartNames
{
    /// <summary>2026年, 二〇二六年度.</summary>
    private const int LongestTime = 8;

    private static readonly PatternList Summary = RuleFile.Patterns("summary-headings");
    private static readonly PatternList Plan = RuleFile.Patterns("plan-headings");
    private static readonly PatternList Background = RuleFile.Patterns("background");
    private static readonly PatternList General = RuleFile.Patterns("general-requirements");
    private static readonly PatternList Exhortations = RuleFile.Patterns("exhortations");
    private static readonly IReadOnlyDictionary<string, WordList> Bundles = RuleFile.Roles("announcements");
    private static readonly IReadOnlyDictionary<string, WordList> Aims = RuleFile.Roles("aim-headings");

    /// <summary>A part that tells what was done or what is lacking.</summary>
    internal static bool IsSummary(string title) => Summary.Match(WithoutBracket(title)) && !IsPlan(title) && !IsTask(title);

    /// <summary>A part that tells what will be done.</summary>
    internal static bool IsPlan(string title) => Plan.Match(title) && !IsReview(title);

    internal static bool IsBackground(string sentence) => Background.Match(sentence);

    /// <summary>2026年，我们将以… is as general as 我们将以….</summary>
    internal static bool IsGeneral(string sentence) => General.Match(sentence) || IsAnnouncement(sentence) || (BehindTime(sentence) is > 0 and var time && General.Match(sentence.AsSpan(time)));

    /// <summary>重点推进以下三项工作：, 我再强调三点。 A bundle counted and not named: what it holds follows.</summary>
    internal static bool IsAnnouncement(string sentence)
    {
        var words = sentence.AsSpan().TrimEnd("。:;");
        var bundle = Bundles["bundle"].AtEnd(words);
        return bundle > 0 && bundle < words.Length && IsCount(words[^(bundle + 1)]) && Bundles["announces"].In(words);
    }

    private static bool IsCount(char c) => char.IsAsciiDigit(c) || c is '几' or '两' || MarkerReader.ReadChineseNumber([c]).Length > 0;

    internal static bool IsExhortation(string sentence) => Exhortations.Match(sentence);

    /// <summary>总体要求, 基本原则: the spirit, no task at all.</summary>
    internal static bool IsGuiding(string title) => Names("guiding", title);

    /// <summary>总体思路: the spirit, unless headings of its own stand under it.</summary>
    internal static bool IsFrame(string title) => Names("frame", title) || Aims["frame-alone"].Is(title);

    /// <summary>前言: stands before the parts and above none.</summary>
    internal static bool IsPrologue(string title) => Aims["prologue"].Is(title);

    /// <summary>工作目标: mostly numbers to reach.</summary>
    internal static bool IsAim(string title) => Names("aim", title);

    private static bool Names(string role, string title) => title.Length <= 20 && (Aims[role].AtStart(title) > 0 || Aims[role].AtEnd(title) > 0);

    /// <summary>How many characters a year and its comma take at the beginning; 0 where there is none.</summary>
    private static int BehindTime(string sentence)
    {
        var comma = sentence.IndexOf(',', StringComparison.Ordinal);
        return comma is > 1 and <= LongestTime && (PeriodFinder.FirstYear(sentence.AsSpan(0, comma)) is not null || sentence.StartsWith("今年", StringComparison.Ordinal)) ? comma + 1 : 0;
    }

    private static bool IsReview(string title) =>
        title.EndsWith("情况", StringComparison.Ordinal) || title.EndsWith("回顾", StringComparison.Ordinal) || title.EndsWith("总结", StringComparison.Ordinal);

    /// <summary>督查重点任务落实情况 is a thing to be done.</summary>
    private static bool IsTask(string title) => title.Length > 8 && ActionWords.VerbAfterAdverbs(title) > 0;

    /// <summary>2025年工作总结（2025年1月—12月）is still a summary.</summary>
    private static string WithoutBracket(string title) =>
        title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open ? title[..open].TrimEnd() : title;
}
