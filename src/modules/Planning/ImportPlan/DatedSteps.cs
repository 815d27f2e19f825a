using System.Globalization;
using System.Text.RegularExpressions;
using Shuren.Planning.EditReading;
using Shuren.PlanText.Dates;

namespace Shuren.Planning.ImportPlan;

/// <summary>A step that a sentence dates.</summary>
/// <param name="Day">The last day that its words allow.</param>
/// <param name="Title">What shall be there by then.</param>
internal sealed record DatedStep(DateOnly Day, string Title);

/// <summary>
/// Finds the steps (时间节点) in a task's sentence: 6月底前完成初稿，9月底前报县政府 are two. A single date is the task's own and no step.
/// In a plan of several years 每年新增… is a step at the end of each year.
/// </summary>
internal static partial class DatedSteps
{
    /// <summary>A step of fewer characters says nothing without its words of time.</summary>
    private const int ShortestTitle = 4;

    private const string Marks = "，。；：、,;: ";

    /// <param name="text">The sentence.</param>
    /// <param name="years">First and last year of the plan.</param>
    /// <returns>By day, each day once.</returns>
    public static IReadOnlyList<DatedStep> Of(string text, (int First, int Last) years)
    {
        var steps = Dated(text, years).GroupBy(step => step.Day).OrderBy(day => day.Key)
            .Select(day => new DatedStep(day.Key, Headline.Of(string.Join('；', day.Select(step => step.Title).Distinct())))).ToList();
        return steps.Count > 1 ? steps : Yearly(text, years);
    }

    /// <summary>Each piece from one date to the next.</summary>
    private static IEnumerable<DatedStep> Dated(string text, (int First, int Last) years)
    {
        var (day, words, year) = ((DateOnly?)null, "", years.First);
        foreach (var clause in Pieces(text))
        {
            if (DueWords.Find(clause, year) is not { LastDay: { } found } due || !IsPoint(due.Words) || found.Year < years.First || found.Year > years.Last)
            {
                words += day is null ? "" : clause;
                continue;
            }
            if (day is { } before)
                yield return new(before, Trimmed(words));
            (day, words, year) = (found, WithoutTime(clause, due), NamedYear().IsMatch(due.Words) ? found.Year : year);
        }
        if (day is { } last)
            yield return new(last, Trimmed(words));
    }

    private static IReadOnlyList<DatedStep> Yearly(string text, (int First, int Last) years)
    {
        if (years.Last == years.First || Pieces(text).FirstOrDefault(clause => EveryYear().IsMatch(clause)) is not { } clause)
            return [];
        return
        [
            .. Enumerable.Range(years.First, years.Last - years.First + 1)
                .Select(year => new DatedStep(new(year, 12, 31), Headline.Of(EveryYear().Replace(Trimmed(clause), string.Create(CultureInfo.InvariantCulture, $"{year}年"), 1)))),
        ];
    }

    // 每月 is a rhythm and 全年 a span: neither is a point in time.
    private static bool IsPoint(string words) => words[0] != '每' && words is not ("全年" or "当年" or "本年度");

    private static string WithoutTime(string clause, Due due)
    {
        var rest = clause.Remove(due.Start, due.Words.Length);
        return Trimmed(rest).Length < ShortestTitle ? clause : rest;
    }

    private static string Trimmed(string words) => words.Trim().Trim(Marks.ToCharArray());

    private static IEnumerable<string> Pieces(string text)
    {
        var from = 0;
        foreach (var cut in Clauses.Cuts(text).Append(text.Length))
        {
            yield return text[from..cut];
            from = cut;
        }
    }

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex NamedYear();

    // 每生每年1100元 is a price, not a step of each year.
    [GeneratedRegex("(?<![生人班校师亩])每年(?!级)")]
    private static partial Regex EveryYear();
}
