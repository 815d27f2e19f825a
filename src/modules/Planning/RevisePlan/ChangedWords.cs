namespace Shuren.Planning.RevisePlan;

/// <summary>A stretch of a sentence, and whether only this version has it.</summary>
internal readonly record struct WordPiece(string Text, bool IsChanged);

/// <summary>Marks what differs between two wordings, by the longest common sequence of characters.</summary>
internal static class ChangedWords
{
    /// <summary>Beyond this many characters a sentence is compared as a whole.</summary>
    private const int Longest = 2000;

    public static (IReadOnlyList<WordPiece> Old, IReadOnlyList<WordPiece> New) Between(string old, string now)
    {
        if (old.Length > Longest || now.Length > Longest)
            return ([new(old, true)], [new(now, true)]);
        var (oldKept, newKept) = Kept(old, now);
        return (Pieces(old, oldKept), Pieces(now, newKept));
    }

    private static (bool[] Old, bool[] New) Kept(string old, string now)
    {
        var longest = new ushort[old.Length + 1, now.Length + 1];
        for (var a = old.Length - 1; a >= 0; a--)
        {
            for (var b = now.Length - 1; b >= 0; b--)
                longest[a, b] = old[a] == now[b] ? (ushort)(longest[a + 1, b + 1] + 1) : Math.Max(longest[a + 1, b], longest[a, b + 1]);
        }
        var (oldKept, newKept) = (new bool[old.Length], new bool[now.Length]);
        for (int a = 0, b = 0; a < old.Length && b < now.Length;)
        {
            if (old[a] == now[b])
                oldKept[a++] = newKept[b++] = true;
            else if (longest[a + 1, b] >= longest[a, b + 1])
                a++;
            else
                b++;
        }
        return (oldKept, newKept);
    }

    private static List<WordPiece> Pieces(string text, bool[] kept)
    {
        var pieces = new List<WordPiece>();
        for (int start = 0, at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && kept[at] == kept[start])
                continue;
            pieces.Add(new(text[start..at], !kept[start]));
            start = at;
        }
        return pieces;
    }
}
