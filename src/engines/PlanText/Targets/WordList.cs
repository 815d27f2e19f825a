using System.Collections.Frozen;

namespace Shuren.PlanText.Targets;

/// <summary>A list of words that is asked for the longest one at a place of a text.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    internal WordList(IEnumerable<string> words)
    {
        var set = words.ToFrozenSet(StringComparer.Ordinal);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = set.Count == 0 ? 0 : set.Max(word => word.Length);
    }

    /// <summary>Length of the longest word that begins here; 0 where none does.</summary>
    internal int LengthAt(string text, int at)
    {
        for (var length = Math.Min(_longest, text.Length - at); length > 0; length--)
        {
            if (_words.Contains(text.AsSpan(at, length)))
                return length;
        }
        return 0;
    }

    /// <summary>Length of the longest word that ends before <paramref name="end"/>; 0 where none does.</summary>
    internal int LengthBefore(string text, int end)
    {
        for (var length = Math.Min(_longest, end); length > 0; length--)
        {
            if (_words.Contains(text.AsSpan(end - length, length)))
                return length;
        }
        return 0;
    }

    /// <summary>Whether one of the words stands somewhere between the two places.</summary>
    internal bool IsWithin(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (LengthAt(text, at) is > 0 and var length && at + length <= end)
                return true;
        }
        return false;
    }
}
