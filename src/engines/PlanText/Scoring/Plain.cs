using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Scoring;

/// <summary>Texts made equal where only width, white space or punctuation differ.</summary>
internal static class Plain
{
    /// <summary>How many characters of a task are compared.</summary>
    internal const int OpeningLength = 14;

    internal static string Letters(string? text) => new([.. FlatText.Of(text ?? "").Where(char.IsLetterOrDigit)]);

    internal static string NoSpace(string? text) => new([.. FlatText.Of(text ?? "").Where(c => c != ' ')]);

    internal static string Opening(string text, int length = OpeningLength)
    {
        var plain = NoSpace(text);
        return plain.Length > Math.Min(length, OpeningLength) ? plain[..Math.Min(length, OpeningLength)] : plain;
    }
}
