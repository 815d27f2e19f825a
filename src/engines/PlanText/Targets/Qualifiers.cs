namespace Shuren.PlanText.Targets;

/// <summary>The words of <c>Rules/qualifiers.txt</c>: what 不少于, 以上, 约 make of a number.</summary>
internal static class Qualifiers
{
    /// <summary>How far before its number a qualifier of two signs and more may stand: 不低于总数的18%.</summary>
    private const int Reach = 16;

    private static readonly ILookup<string, (WordList Words, string Comparator)> Sides = RuleFile.Lines("qualifiers.txt")
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToLookup(columns => columns[0], columns => (new WordList(RuleFile.Words(columns[1])), columns[2]));

    /// <summary>The qualifier right before a place.</summary>
    internal static (int Length, string? Comparator) RightBefore(string flat, int end)
    {
        var found = Longest("before", words => words.LengthBefore(flat, end));
        return Longest("not", words => words.LengthBefore(flat, end)).Length > found.Length ? (0, null) : found;
    }

    /// <summary>The word before a magnitude without a digit: 上千.</summary>
    internal static (int Length, string? Comparator) BeforeBare(string flat, int end) => Longest("before-bare", words => words.LengthBefore(flat, end));

    /// <summary>The qualifier right behind a place; 内 counts only behind a span of time.</summary>
    internal static (int Length, string? Comparator) After(string flat, int at, bool isTime)
    {
        var after = Longest("after", words => words.LengthAt(flat, at));
        return after.Length == 0 && isTime ? Longest("after-time", words => words.LengthAt(flat, at)) : after;
    }

    /// <summary>The nearest qualifier of two signs and more that stands a little way before the number, with no digit or stop between.</summary>
    internal static (int Start, string? Comparator) Near(SentenceView view, int end, int earliest)
    {
        for (var at = end - 1; at >= Math.Max(earliest, end - Reach); at--)
        {
            if (SentenceView.IsSeparator(view.At(at)) || char.IsAsciiDigit(view.At(at)) || view.At(at) == '、')
                break;
            var (length, comparator) = Longest("before", words => words.LengthAt(view.Flat, at));
            var isWhole = length > 1 && Longest("before", words => words.LengthBefore(view.Flat, at + length)).Length == length;
            if (isWhole && at + length <= end && comparator != "~")
                return (at, comparator);
        }
        return (end, null);
    }

    private static (int Length, string? Comparator) Longest(string side, Func<WordList, int> length)
    {
        (int Length, string? Comparator) best = (0, null);
        foreach (var (words, comparator) in Sides[side])
        {
            if (length(words) is var found && found > best.Length)
                best = (found, comparator);
        }
        return best;
    }
}
