using System.Buffers;

namespace Shuren.PlanText.Structure;

/// <summary>Which brackets and quotation marks belong together. What is never closed is no bracket.</summary>
internal static class Brackets
{
    private const string Openers = "(《“‘【[〔〈「『{";
    private const string Closers = ")》”’】]〕〉」』}";

    private static readonly SearchValues<char> Signs = SearchValues.Create(Openers + Closers + "\"");

    /// <summary>For each opening sign the place of its partner and the other way round; -1 for every other character.</summary>
    internal static int[] Partners(ReadOnlySpan<char> plain)
    {
        var partner = new int[plain.Length];
        Array.Fill(partner, -1);
        if (plain.IndexOfAny(Signs) < 0)
            return partner;
        var open = new Stack<(int Kind, int At)>();
        Span<int> waiting = stackalloc int[Openers.Length];
        var quote = -1;
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '"')
                quote = Toggle(partner, quote, i);
            else if (Openers.IndexOf(plain[i]) is >= 0 and var kind)
            {
                open.Push((kind, i));
                waiting[kind]++;
            }
            else if (Closers.IndexOf(plain[i]) is >= 0 and var closed && waiting[closed] > 0)
                Close(partner, open, waiting, closed, i);
        }

        return partner;
    }

    /// <summary>For each character whether it stands inside a pair.</summary>
    internal static bool[] Inside(int[] partner)
    {
        var inside = new bool[partner.Length];
        for (int i = 0, until = -1; i < partner.Length; i++)
        {
            until = Math.Max(until, partner[i]);
            inside[i] = i < until || (partner[i] >= 0 && partner[i] < i);
        }

        return inside;
    }

    /// <summary>A straight quotation mark opens and closes by turns.</summary>
    private static int Toggle(int[] partner, int opened, int at)
    {
        if (opened < 0)
            return at;
        partner[opened] = at;
        partner[at] = opened;
        return -1;
    }

    private static void Close(int[] partner, Stack<(int Kind, int At)> open, Span<int> waiting, int kind, int at)
    {
        while (open.TryPop(out var top))
        {
            waiting[top.Kind]--;
            if (top.Kind != kind)
                continue;
            partner[top.At] = at;
            partner[at] = top.At;
            return;
        }
    }
}
