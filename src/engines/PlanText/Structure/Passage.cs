using System.Buffers;

namespace Shuren.PlanText.Structure;

/// <summary>A stretch of words that knows where each character came from, across broken lines.</summary>
/// <param name="Text">The words as printed.</param>
/// <param name="Plain">The same, character by character, with full-width signs as half-width: what rules look at.</param>
/// <param name="Offsets">For each character its offset in the whole source.</param>
internal sealed record Passage(string Text, string Plain, int[] Offsets)
{
    private static readonly SearchValues<char> FullWidth =
        SearchValues.Create([.. Enumerable.Range('！', '～' - '！' + 1).Select(c => (char)c), '\u3000', '\u00a0', '\t']);

    internal static readonly Passage Empty = new("", "", []);

    internal int Length => Text.Length;

    internal bool IsEmpty => Text.Length == 0;

    /// <summary>Offset of the first character in the source.</summary>
    internal int Start => Offsets[0];

    /// <summary>Offset behind the last character in the source.</summary>
    internal int End => Offsets[^1] + 1;

    /// <summary>The trimmed words between two offsets of a source.</summary>
    internal static Passage Of(string source, int start, int end)
    {
        while (start < end && IsGap(source[start]))
            start++;
        while (end > start && IsGap(source[end - 1]))
            end--;
        if (start >= end)
            return Empty;
        var text = source[start..end];
        var offsets = new int[text.Length];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = start + i;
        return new(text, ToPlain(text), offsets);
    }

    /// <summary>Several pieces as one: how a broken line becomes a sentence again.</summary>
    internal static Passage Join(IReadOnlyList<Passage> pieces) => pieces.Count == 1
        ? pieces[0]
        : new(string.Concat(pieces.Select(p => p.Text)), string.Concat(pieces.Select(p => p.Plain)), [.. pieces.SelectMany(p => p.Offsets)]);

    internal Passage From(int start) => Slice(start, Length);

    internal Passage To(int end) => Slice(0, end);

    /// <summary>The trimmed words between two positions of this passage.</summary>
    internal Passage Slice(int start, int end)
    {
        while (start < end && IsGap(Text[start]))
            start++;
        while (end > start && IsGap(Text[end - 1]))
            end--;
        if (start >= end)
            return Empty;
        return end - start == Length ? this : new(Text[start..end], Plain[start..end], Offsets[start..end]);
    }

    internal static string ToPlain(string text) => text.AsSpan().ContainsAny(FullWidth)
        ? string.Create(text.Length, text, static (span, words) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = ToPlain(words[i]);
        })
        : text;

    private static char ToPlain(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' or '\u00a0' or '\t' => ' ',
        _ => c,
    };

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b' or '\u200c' or '\u200d';
}
