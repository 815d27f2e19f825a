namespace Shuren.PlanText.Numbers;

/// <summary>
/// A text in which every character that a Chinese document prints in several widths has one form, so that a rule is written once.
/// Each character stays where it was: an offset in the flat text is an offset in the original.
/// </summary>
internal static class FlatText
{
    /// <summary>１２％，～— becomes 12%,~-; all spaces become a plain space.</summary>
    internal static string Of(string text) => string.Create(text.Length, text, static (flat, original) =>
    {
        for (var i = 0; i < flat.Length; i++)
            flat[i] = Of(original[i]);
    });

    internal static char Of(char c) => c switch
    {
        '\u2236' => ':',
        '〜' or '∼' => '~',
        '—' or '–' or '－' or '‐' or '‑' or '―' or '─' or '−' => '-',
        '、' or '。' => c,
        '\t' or '\u00a0' or '\u2009' or '\u202f' or '\u3000' or '\n' or '\r' => ' ',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => c,
    };
}
