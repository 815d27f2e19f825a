using System.Collections;
using System.Text.RegularExpressions;

namespace Shuren.PlanText.Targets;

/// <summary>Numbers that are names: 135工程, 1257, 1+2+6, 3·18.</summary>
internal static partial class FrameworkNames
{
    private static readonly WordList Heads = new(RuleFile.Lines("framework-name-heads.txt").SelectMany(RuleFile.Words));

    /// <summary>How many signs may stand between the number and its head: 1+2+N党建工作体系.</summary>
    private const int LongestGap = 6;

    /// <summary>Every name once, in the order in which the document first prints it.</summary>
    internal static IReadOnlyList<string> Find(SourceText source, IReadOnlyList<Sentence> sentences)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Titles(source).Concat(sentences.Select(sentence => sentence.Text)).SelectMany(text => InText(new(text))))
        {
            if (seen.Add(name.Text))
                names.Add(name.Text);
        }
        return names;
    }

    /// <summary>Round brackets that spell a name out, such as 135工程(一个目标、两项任务、三个体系): their numbers count nothing.</summary>
    /// <returns>For each place of the sentence whether it stands inside such a bracket.</returns>
    internal static BitArray SpeltOut(SentenceView view)
    {
        var inside = new BitArray(view.Flat.Length);
        if (view.Brackets.Count == 0)
            return inside;
        var ends = InText(view).Select(name => name.End).ToHashSet();
        foreach (var (open, close) in view.Brackets.Where(bracket => ends.Contains(bracket.Open) || ends.Contains(bracket.Open - 1)))
        {
            for (var at = open; at < close && !inside[at]; at++)
                inside[at] = true;
        }
        return inside;
    }

    /// <summary>Headings carry names too, but are no sentences: the lines of the source that are short.</summary>
    private static IEnumerable<string> Titles(SourceText source) => source.Lines
        .Where(line => line.Kind != LineKind.Furniture && line.End - line.Start is > 0 and <= 60)
        .Select(line => source.TextOf(line).ToString());

    private static IEnumerable<(string Text, int End)> InText(SentenceView view)
    {
        foreach (Match match in Candidate().Matches(view.Flat))
        {
            if (!view.IsInTitle(match.Index) && Name(view, match.Index, match.Value) is { } name)
                yield return name;
        }
    }

    /// <summary>A compound or a quoted number names something by itself; bare digits only with a head or a bracket behind them, and Chinese numbers only quoted and with a head.</summary>
    private static (string Text, int End)? Name(SentenceView view, int start, string number)
    {
        var behind = start + number.Length;
        var isQuoted = view.At(start - 1) is '“' or '"' && view.At(behind) is '”' or '"';
        var end = isQuoted ? behind + 1 : behind;
        var head = HeadLength(view, end);
        var isCompound = number.AsSpan().ContainsAny('+', '·');
        var isDigits = char.IsAsciiDigit(number[0]);
        var isQuantity = !isQuoted && !isCompound && (MeasureWord.At(view.Flat, end) is not null || VerbRules.Before(view.Flat, start).Kind != VerbKind.None);
        var isSpeltOut = view.At(end) == '(' && number.Length > 2;
        var isName = isDigits ? isCompound || isQuoted || head > 0 || isSpeltOut : isQuoted && head > 0;
        return isName && !isQuantity ? (number + view.Flat[end..(end + head)], end + head) : null;
    }

    /// <summary>Length of what follows up to and with the head of a programme; 0 where no head stands near.</summary>
    private static int HeadLength(SentenceView view, int start)
    {
        for (var at = start; at <= start + LongestGap && at < view.Flat.Length && char.IsLetter(view.Flat[at]) && view.Flat[at] != '的'; at++)
        {
            if (Heads.LengthAt(view.Flat, at) is > 0 and var length)
                return at + length - start;
        }
        return 0;
    }

    /// <summary>Digits that stand alone (no year, no code with letters), compounds with + or ·, and short quoted numbers such as “三名”.</summary>
    [GeneratedRegex(
        "(?<![0-9A-Za-z.+·%-])[1-9][0-9]{0,2}(?:[+·](?:[0-9]{1,3}|[A-Z]))+(?![0-9A-Za-z%年月日])"
        + "|(?<![0-9A-Za-z.+·%第〔-])(?!20[0-9]{2}年)[1-9][0-9]{2,5}(?![0-9A-Za-z.,%:~·+-]|[年月日号]|[余多万亿])"
        + "|(?<=[“\"])(?:[二两三四五六七八九十]|[一二三四五六七八九十]{2})(?:个[一二三四五六七八九十]?[\\u4e00-\\u9fff]?|[名全有定化进抓树严实好心])(?=[”\"])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}
