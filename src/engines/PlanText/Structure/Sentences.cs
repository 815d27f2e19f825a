namespace Shuren.PlanText.Structure;

/// <summary>Splits a passage at 。；！？ outside brackets and quotation marks. Commas never split.</summary>
internal static class Sentences
{
    internal static bool IsEnd(char plain) => plain is '。' or ';' or '!' or '?';

    internal static IReadOnlyList<Passage> Split(Passage passage)
    {
        var inside = Brackets.Inside(Brackets.Partners(passage.Plain));
        var sentences = new List<Passage>();
        var start = 0;
        for (var i = 0; i < passage.Length; i++)
        {
            if (inside[i] || !IsEnd(passage.Plain[i]))
                continue;
            Add(sentences, passage.Slice(start, i + 1));
            start = i + 1;
        }

        Add(sentences, passage.From(start));
        return sentences;
    }

    /// <summary>The words without the sign that ends them.</summary>
    internal static Passage WithoutEnd(Passage sentence)
    {
        var end = sentence.Length;
        while (end > 0 && (IsEnd(sentence.Plain[end - 1]) || sentence.Plain[end - 1] == ' '))
            end--;
        return sentence.To(end);
    }

    /// <summary>The pieces between commas, outside brackets and quotation marks.</summary>
    internal static IEnumerable<string> Clauses(Passage sentence)
    {
        var plain = sentence.Plain;
        var inside = Brackets.Inside(Brackets.Partners(plain));
        var start = 0;
        for (var i = 0; i <= plain.Length; i++)
        {
            if (i < plain.Length && (inside[i] || !IsBreak(plain, i)))
                continue;
            if (i > start)
                yield return plain[start..i].Trim();
            start = i + 1;
        }
    }

    private static bool IsBreak(string plain, int i) =>
        IsEnd(plain[i]) || plain[i] is ':' || (plain[i] is ',' && !(i > 0 && i + 1 < plain.Length && char.IsAsciiDigit(plain[i - 1]) && char.IsAsciiDigit(plain[i + 1])));

    private static void Add(List<Passage> sentences, Passage piece)
    {
        if (piece.Text.Any(char.IsLetterOrDigit))
            sentences.Add(piece);
    }
}
