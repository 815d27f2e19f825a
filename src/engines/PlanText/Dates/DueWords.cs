using System.Buffers;
using Shuren.PlanText.Structure;

namespace Shuren.PlanText.Dates;

/// <summary>Finds the words of a sentence that say by when, and the last day they allow.</summary>
public static class DueWords
{
    /// <summary>The characters with which words of time begin; everything else is passed over at once.</summary>
    private static readonly SearchValues<char> Openers = SearchValues.Create("0123456789〇零一二三四五六七八九十到至截于今本明次翌每年当全上下第秋春新开暑寒");

    /// <summary>全年 says during and not by when.</summary>
    private static readonly string[] Spans = ["全年", "当年", "本年度"];

    private static readonly string[] Standing =
        ["长期坚持", "长期推进", "持续推进", "持续开展", "持续实施", "长期", "持续", "常态化推进", "常态化", "常年", "适时", "定期", "即时", "立即", "近期", "按时", "按期"];

    /// <summary>
    /// Searches a sentence. Names in 《》, quotation marks and brackets are left out, and so is what lies before the plan year
    /// or begins something (自2026年3月起). A date outweighs a rhythm (每月). Null where the sentence names no time.
    /// </summary>
    /// <param name="sentence">One sentence, or the words behind 完成时限：.</param>
    /// <param name="planYear">The year of the plan, for words without a year; null where it is not known.</param>
    /// <example><code>DueWords.Find("6月底前完成排查。", 2026)?.LastDay // 2026-06-30</code></example>
    public static Due? Find(string sentence, int? planYear)
    {
        if (!sentence.Contains(' ') || sentence.Trim().Length == 0)
            return FindTight(sentence, planYear);
        // 2026 年 6 月底前: the gaps that some programs set around digits are passed over.
        var places = Enumerable.Range(0, sentence.Length).Where(i => sentence[i] != ' ').ToArray();
        if (FindTight(string.Concat(sentence.Where(c => c != ' ')), planYear) is not { } due)
            return null;
        var (start, end) = (places[due.Start], places[due.Start + due.Words.Length - 1] + 1);
        return due with { Words = sentence[start..end], Start = start };
    }

    private static Due? FindTight(string sentence, int? planYear)
    {
        var plain = Passage.ToPlain(sentence);
        if (Standing.Contains(plain.Trim().TrimEnd('。', ';')))
            return new(sentence.Trim().TrimEnd('。', ';', '；'), 0, null);
        var inside = Brackets.Inside(Brackets.Partners(plain));
        Due? rhythm = null;
        for (var i = plain.AsSpan().IndexOfAny(Openers); i >= 0; i = NextOpener(plain, i + 1))
        {
            if (inside[i] || ReadSpan(plain, i, planYear) is not { } moment)
                continue;
            if (Says(plain, i, moment, planYear))
            {
                var words = sentence.Substring(i, moment.Length);
                var due = new Due(words, i, moment.LastDay) { IsSharp = moment.LastDay is not null && IsSharp(words, moment.Weight) };
                if (moment.Weight != Weight.Rhythm)
                    return due;
                rhythm ??= due;
            }

            i += moment.Length - 1;
        }

        return rhythm;
    }

    private static bool IsSharp(string words, Weight weight) => weight switch
    {
        Weight.Certain => !Spans.Contains(words),
        Weight.Bare => words.Contains('月', StringComparison.Ordinal),
        _ => false,
    };

    private static int NextOpener(string plain, int from) =>
        from < plain.Length && plain.AsSpan(from).IndexOfAny(Openers) is >= 0 and var next ? from + next : -1;

    /// <summary>One moment, or two with 至 or a dash between them: then the second counts.</summary>
    private static Moment? ReadSpan(string plain, int at, int? planYear)
    {
        var first = Moment.Read(plain, at, planYear);
        if (first is null)
        {
            var shortened = ReadShortened(plain, at);
            return shortened > 0 && Moment.Read(plain, at + shortened, planYear) is { } second
                ? second with { Length = second.Length + shortened, Weight = Weight.Certain }
                : null;
        }

        var join = DashAt(plain, at + first.Value.Length);
        return join > 0 && Moment.Read(plain, at + first.Value.Length + join, first.Value.Year ?? planYear) is { } last
            ? last with { Length = first.Value.Length + join + last.Length, Weight = Weight.Certain }
            : first;
    }

    /// <summary>The first half of 2025-2027年 or 3-6月: a number and a dash.</summary>
    private static int ReadShortened(string plain, int at)
    {
        var digits = Words.Year(plain, at) > 0 ? 4 : Words.Number(plain, at).Length;
        var follows = at > 0 && char.IsAsciiDigit(plain[at - 1]);
        var dash = digits > 0 && !follows ? DashAt(plain, at + digits) : 0;
        return dash > 0 ? digits + dash : 0;
    }

    private static int DashAt(string plain, int at) => Words.OneOf(plain, at, "——", "—", "–", "-", "~", "至", "到")?.Length ?? 0;

    /// <summary>每生每年, 人均每月, 每年500元: how much and not how often.</summary>
    private static bool IsRate(string plain, int at, ReadOnlySpan<char> after)
    {
        var number = after.IndexOfAnyExceptInRange('0', '9');
        return (at > 0 && plain[at - 1] is '生' or '人' or '均' or '师') || (number > 0 && (after[number] == '元' || after[number..].StartsWith("万元", StringComparison.Ordinal)));
    }

    private static bool Says(string plain, int at, Moment moment, int? planYear)
    {
        var after = plain.AsSpan(at + moment.Length);
        if (moment.LastDay is { } day && planYear is { } year && day.Year < year)
            return false;
        if (after.Length > 0 && (after[0] is '起' or '以' || after.StartsWith("开始", StringComparison.Ordinal)))
            return false;
        if (moment.Weight == Weight.Rhythm && IsRate(plain, at, after))
            return false;
        if (moment.Weight != Weight.Bare)
            return true;
        var opens = at == 0 || plain[at - 1] is ',' or '。' or ';' or ':' or ' ' or '、' or '在' or '于';
        return opens && (after.IsEmpty || ",:.。;将计力拟要完实全开举召组启内 ".Contains(after[0]));
    }
}
