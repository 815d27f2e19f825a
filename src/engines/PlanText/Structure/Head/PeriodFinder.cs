using Shuren.PlanText.Dates;

namespace Shuren.PlanText.Structure.Head;

/// <summary>Finds the years that are planned.</summary>
internal static class PeriodFinder
{
    private static readonly string[] PlanWords = ["打算", "计划", "要点", "安排", "思路", "重点", "目标", "部署", "任务", "规划", "方案", "清单"];
    private static readonly string[] PastWords = ["总结", "回顾", "情况"];

    /// <summary>From the title, else from the headings, else from the years that the text names most.</summary>
    internal static Period Find(string? title, IEnumerable<string> headings, string text, DateOnly? published)
    {
        if (title is not null && FromTitle(Passage.ToPlain(title)) is { Year: not null } named)
            return named;
        foreach (var heading in headings)
        {
            if (PartNames.IsPlan(heading) && FirstYear(heading) is { } year)
                return new(year, null);
        }

        return new(MostNamed(text) ?? published?.Year, null);
    }

    internal static int? FirstYear(ReadOnlySpan<char> plain)
    {
        for (var i = 0; i + 4 <= plain.Length; i++)
        {
            if (Words.Year(plain, i) is not 0 and var year)
                return year;
        }

        return null;
    }

    /// <summary>In a title with a summary and a plan, the year that stands before the word for the plan counts.</summary>
    private static Period FromTitle(string title)
    {
        Period best = default;
        for (var i = 0; i + 4 <= title.Length; i++)
        {
            var first = Words.Year(title, i);
            if (first == 0)
                continue;
            var last = LastOfRange(title, i + 4);
            var period = new Period(first, last > first ? last : null, last == first + 1 && title.Contains("学年", StringComparison.Ordinal));
            if (best.Year is null || !IsPast(title.AsSpan(i)))
                best = period;
            i += last > first ? 8 : 3;
        }

        return best;
    }

    /// <summary>2025-2027年, 2025年至2027年, 2025—2026学年.</summary>
    private static int LastOfRange(string title, int at)
    {
        at += Words.OneOf(title, at, "学年", "年度", "年")?.Length ?? 0;
        var dash = Words.OneOf(title, at, "——", "--", "—", "–", "-", "~", "至", "到");
        return dash is null ? 0 : Words.Year(title, at + dash.Length);
    }

    /// <summary>Whether the first word that follows a year is one for the past.</summary>
    private static bool IsPast(ReadOnlySpan<char> after)
    {
        int First(ReadOnlySpan<char> text, string[] words)
        {
            var best = int.MaxValue;
            foreach (var word in words)
            {
                if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                    best = Math.Min(best, at);
            }

            return best;
        }

        return First(after, PastWords) < First(after, PlanWords);
    }

    /// <summary>The year that most often stands before 年, outside names in 《》; the later of two.</summary>
    private static int? MostNamed(string text)
    {
        var counts = new Dictionary<int, int>();
        var inName = 0;
        for (var i = 0; i + 4 < text.Length; i++)
        {
            inName = text[i] switch { '《' => 1, '》' => 0, '\n' => 0, _ => inName };
            var sign = text[i + 4] == ' ' && i + 5 < text.Length ? text[i + 5] : text[i + 4];
            if (inName == 0 && sign == '年' && Words.Year(text, i) is not 0 and var year)
                counts[year] = counts.GetValueOrDefault(year) + 1;
        }

        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).ThenByDescending(c => c.Key).First().Key;
    }
}
