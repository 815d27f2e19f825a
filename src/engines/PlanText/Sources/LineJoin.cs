namespace Shuren.PlanText.Sources;

/// <summary>How the two halves of a broken line are put together.</summary>
internal static class LineJoin
{
    /// <summary>The next piece with the space that stands before it: one between Latin words or numbers, none in Chinese.</summary>
    internal static string Piece(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        var piece = next.Trim();
        var left = before.TrimEnd();
        return left.Length > 0 && piece.Length > 0 && IsLatin(left[^1]) && IsLatin(piece[0]) ? $" {piece}" : piece.ToString();
    }

    private static bool IsLatin(char character) => char.IsAsciiLetter(character) || character is ',' or '.' or ';';
}
