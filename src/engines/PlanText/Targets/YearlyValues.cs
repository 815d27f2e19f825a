using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuren.PlanText.Targets;

/// <summary>
/// 2026—2028年分别达到70%、85%、100%, 三年分别新增500个、600个、700个: as many values as years, so that each year has its own. The
/// deadline of each is its year, which the sentence prints only in short.
/// </summary>
internal static partial class YearlyValues
{
    private const int MostYears = 6;

    /// <summary>The year of each quantity, in words (2027年); null for those that no span of years is told for.</summary>
    internal static string?[] Of(SentenceView view, IReadOnlyList<Quantity> quantities, (int From, int To)? planned)
    {
        var years = new string?[quantities.Count];
        foreach (Match match in Pattern().Matches(view.Flat))
        {
            var behind = view.Flat.IndexOf("分别", match.Index + match.Length, StringComparison.Ordinal);
            if (behind < 0 || view.IsInName(match.Index) || Years(match, planned) is not (var first, var count))
                continue;
            var from = FirstBehind(quantities, behind);
            if (ListLength(view, quantities, from) == count)
            {
                for (var i = 0; i < count; i++)
                    years[from + i] = (first + i).ToString(CultureInfo.InvariantCulture) + "年";
            }
        }
        return years;
    }

    /// <summary>The first year and how many; null where the words name a number of years that is not the plan's.</summary>
    private static (int First, int Count)? Years(Match match, (int From, int To)? planned)
    {
        var (first, last) = match.Groups["first"].Success ? (Year(match, "first"), Year(match, "last"))
            : planned is { } plan && plan.To - plan.From + 1 == "一二三四五六".IndexOf(match.Value[0], StringComparison.Ordinal) + 1 ? plan : (0, 0);
        return last > first && last - first < MostYears ? (first, last - first + 1) : null;
    }

    private static int Year(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int FirstBehind(IReadOnlyList<Quantity> quantities, int place)
    {
        var at = 0;
        while (at < quantities.Count && quantities[at].Start < place)
            at++;
        return at;
    }

    /// <summary>How many quantities of one unit stand side by side from here: 70%、85%、100%.</summary>
    private static int ListLength(SentenceView view, IReadOnlyList<Quantity> quantities, int from)
    {
        var at = from;
        while (at + 1 < quantities.Count && quantities[at + 1].Unit == quantities[at].Unit && view.At(quantities[at].End) is '、' or '和' or '及' && quantities[at + 1].Start <= quantities[at].End + 2)
            at++;
        return at < quantities.Count ? at - from + 1 : 0;
    }

    [GeneratedRegex(
        "(?<![0-9])(?<first>20[0-9]{2})年?(?:(?:-{1,2}|~|至|到|、|和)20[0-9]{2}年?){0,4}(?:-{1,2}|~|至|到|、|和)(?<last>20[0-9]{2})年|(?<![一二三四五六七八九十近第])[二三四五六]年(?=分别)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
