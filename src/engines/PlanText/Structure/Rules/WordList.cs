using System.Buffers;
using System.Collections.Frozen;

namespace Shuren.PlanText.Structure.Rules;

/// <summary>A set of words that can be looked for at the start, at the end or anywhere in a text, the longest first.</summary>
internal sealed class WordList
{
    private readonly FrozenDictionary<char, string[]> byFirst;
    private readonly FrozenDictionary<char, string[]> byLast;
    private readonly SearchValues<char> firsts;

    internal WordList(IEnumerable<string> words)
    {
        var all = words.Distinct().OrderByDescending(w => w.Length).ToArray();
        byFirst = all.GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        firsts = SearchValues.Create([.. byFirst.Keys]);
        byLast = all.GroupBy(w => w[^1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Length of the longest word with which the text begins; 0 if none.</summary>
    internal int AtStart(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !byFirst.TryGetValue(text[0], out var words))
            return 0;
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }

        return 0;
    }

    /// <summary>Length of the longest word with which the text ends; 0 if none.</summary>
    internal int AtEnd(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !byLast.TryGetValue(text[^1], out var words))
            return 0;
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
                return word.Length;
        }

        return 0;
    }

    /// <summary>Where the first of the words stands; -1 if none does.</summary>
    internal int Find(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(firsts);
            if (next < 0)
                return -1;
            i += next;
            if (AtStart(text[i..]) > 0)
                return i;
        }

        return -1;
    }

    internal bool In(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>Whether the text is one of the words and nothing else.</summary>
    internal bool Is(ReadOnlySpan<char> text) => text.Length > 0 && AtStart(text) == text.Length;
}
