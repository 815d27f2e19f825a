using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shuren.PlanText.Structure.Lines;

/// <summary>Recognises the pictures with which posts in social media open their lines.</summary>
internal static class PictureMarker
{
    /// <summary>Pictures that tick off the points of a list.</summary>
    private const string Ticks = "✅✔☑✓";

    /// <summary>Stands for every other picture.</summary>
    private const char Picture = '☺';

    private const char VariationSign = '\ufe0f';

    private const char KeySign = '\u20e3';

    /// <summary>1 in a key, as social media print it.</summary>
    internal static Marker? ReadKeycap(ReadOnlySpan<char> plain)
    {
        var at = plain.Length > 1 && plain[1] == VariationSign ? 2 : 1;
        return plain.Length > at + 1 && plain[at] == KeySign ? new(new(MarkerKind.Number), plain[0] - '0', MarkerReader.SkipGap(plain, at + 1)) : null;
    }

    /// <summary>One or more pictures. Ticks tell points of a list; the other pictures change from heading to heading and are one family.</summary>
    internal static Marker? Read(ReadOnlySpan<char> plain)
    {
        var length = 0;
        while (Rune.DecodeFromUtf16(plain[length..], out var rune, out var used) == OperationStatus.Done && IsPicture(rune, length > 0))
            length += used;
        if (length == 0 || length == plain.Length)
            return null;
        return new(new(MarkerKind.Bullet, Ticks.Contains(plain[0]) ? plain[0] : Picture), 0, MarkerReader.SkipGap(plain, length));
    }

    /// <summary>Colours of skin, joiners and signs of variation belong to the picture before them.</summary>
    private static bool IsPicture(Rune rune, bool goesOn) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol
        || (goesOn && Rune.GetUnicodeCategory(rune) is UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
}
