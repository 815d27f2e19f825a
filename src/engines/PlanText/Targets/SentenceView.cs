using System.Collections;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Targets;

/// <summary>A sentence made ready for the rules: its flat text, what in it is a name, and where its clauses end.</summary>
internal sealed class SentenceView
{
    /// <summary>A longer quotation, or one with a comma in it, is speech and may hold quantities; a shorter one is a name.</summary>
    private const int LongestName = 24;

    /// <summary>How far a rule looks around a number, so that the time stays linear whatever the text.</summary>
    private const int Reach = 80;

    private const int DeepestNesting = 8;

    private readonly BitArray _names;
    private readonly BitArray _titles;
    private readonly List<(int Open, int Close)> _brackets = [];

    internal SentenceView(string text)
    {
        Flat = FlatText.Of(text);
        _names = new(Flat.Length);
        _titles = new(Flat.Length);
        PairUp();
    }

    internal string Flat { get; }

    /// <summary>Round brackets as pairs of offsets, in the order in which they close.</summary>
    internal IReadOnlyList<(int Open, int Close)> Brackets => _brackets;

    /// <summary>Inside the title of a document or inside a name in quotation marks.</summary>
    internal bool IsInName(int at) => _names[at];

    /// <summary>Inside the title of a document.</summary>
    internal bool IsInTitle(int at) => _titles[at];

    internal char At(int at) => at >= 0 && at < Flat.Length ? Flat[at] : '\0';

    /// <summary>Where the clause begins in which this place stands: behind the last comma outside brackets and quotation marks.</summary>
    internal int ClauseStart(int place)
    {
        var depth = 0;
        var limit = Math.Max(0, place - Reach);
        for (var at = place - 1; at >= limit; at--)
        {
            if (IsClosing(Flat[at]))
                depth++;
            else if (IsOpening(Flat[at]) && --depth < 0)
                return at + 1;
            else if (depth == 0 && IsSeparator(Flat[at]))
                return at + 1;
        }
        return limit;
    }

    /// <summary>Where it ends.</summary>
    internal int ClauseEnd(int place)
    {
        var depth = 0;
        var limit = Math.Min(Flat.Length, place + Reach);
        for (var at = place; at < limit; at++)
        {
            if (IsOpening(Flat[at]))
                depth++;
            else if (IsClosing(Flat[at]) && --depth < 0)
                return at;
            else if (depth == 0 && IsSeparator(Flat[at]))
                return at;
        }
        return limit;
    }

    internal static bool IsSeparator(char c) => c is ',' or ';' or '。' or '!' or '?' or ':';

    /// <summary>Pairs brackets and quotation marks; one that is never closed, or never opened, means nothing.</summary>
    private void PairUp()
    {
        var open = new Stack<int>();
        var (names, titles) = (new int[Flat.Length + 1], new int[Flat.Length + 1]);
        for (var at = 0; at < Flat.Length; at++)
        {
            if (IsOpening(Flat[at]))
                open.Push(at);
            else if (IsClosing(Flat[at]) && TryPop(open, Flat[at], out var start))
                Close(start, at, names, titles);
        }
        Mark(_titles, titles);
        Mark(_names, names);
        _names.Or(_titles);
    }

    private bool TryPop(Stack<int> open, char closing, out int start)
    {
        start = -1;
        foreach (var candidate in open.Take(DeepestNesting))
        {
            if (Closing(Flat[candidate]) != closing)
                continue;
            while (open.Pop() is var popped && popped != candidate)
                continue;
            start = candidate;
            return true;
        }
        return false;
    }

    private void Close(int start, int end, int[] names, int[] titles)
    {
        if (Flat[start] == '(')
            _brackets.Add((start, end));
        else if (Flat[start] == '《')
            Count(titles, start, end);
        else if (end - start <= LongestName && !Flat.AsSpan(start, end - start).ContainsAny(",;。!?"))
            Count(names, start, end);
    }

    private static void Count(int[] depthChange, int start, int end)
    {
        depthChange[start]++;
        depthChange[end]--;
    }

    private static void Mark(BitArray marks, int[] depthChange)
    {
        for (int at = 0, depth = 0; at < marks.Length; at++)
            marks[at] = (depth += depthChange[at]) > 0;
    }

    private static bool IsOpening(char c) => Closing(c) != '\0';

    private static bool IsClosing(char c) => c is '”' or '’' or '》' or '〉' or ')' or ']' or '〕' or '】' or '」' or '』';

    private static char Closing(char opening) => opening switch
    {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '(' => ')',
        '[' => ']',
        '〔' => '〕',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        _ => '\0',
    };
}
