using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Shuren.PlanText.Sources.Plain;

/// <summary>
/// Decodes text of unknown encoding: UTF-8, UTF-16 of either byte order, GB18030 (and with it GBK and GB 2312), with and
/// without byte order mark; for web pages also what their head declares.
/// </summary>
internal static partial class TextEncodings
{
    /// <summary>
    /// So much of what is not ASCII may be undecodable (a few damaged bytes) and the text is still read. Measured against
    /// what is not ASCII, for a web page in GB18030 is mostly ASCII and would pass for a slightly broken one in UTF-8.
    /// </summary>
    private const double MostBrokenShare = 0.01;

    /// <summary>So much of a UTF-16 text must be characters that a Chinese document uses; other bytes seen as UTF-16 stay far below.</summary>
    private const double LeastUsualShare = 0.95;

    private const int SampleBytes = 64 * 1024;

    // The provider is asked directly: registering it would change what Encoding.GetEncoding means for the whole process.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // built in: never null

    private static readonly Encoding[] Marked = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>The text, without byte order mark; null where no encoding fits or the bytes are no text.</summary>
    internal static string? Decode(byte[] bytes)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
                return Accept(encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length));
        }
        foreach (var encoding in Candidates(bytes))
        {
            if (Accept(encoding.GetString(bytes)) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>
    /// What it may be, most telling first. UTF-8 without a fault is no accident: it stands before what a web page declares,
    /// which is often left over from another page, and before UTF-16, as which any ASCII word of even length passes for Chinese.
    /// </summary>
    private static List<Encoding> Candidates(byte[] bytes)
    {
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, SampleBytes));
        var candidates = new List<Encoding>();
        if (Utf8.IsValid(bytes) && !bytes.AsSpan().ContainsAnyInRange((byte)0, (byte)8))
            candidates.Add(Encoding.UTF8);
        if (Declared(sample) is { } declared)
            candidates.Add(declared);
        if (LooksLikeUtf16(sample, Encoding.Unicode))
            candidates.Add(Encoding.Unicode);
        if (LooksLikeUtf16(sample, Encoding.BigEndianUnicode))
            candidates.Add(Encoding.BigEndianUnicode);
        return [.. candidates, Encoding.UTF8, Gb18030];
    }

    /// <summary>The Chinese encoding that a web page's head names. Any other has been tried before, or cannot be true.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> sample)
    {
        var head = Encoding.Latin1.GetString(sample[..Math.Min(sample.Length, 4096)]);
        var name = CharsetDeclaration().Match(head).Groups["name"].Value.ToLowerInvariant();
        return name switch
        {
            "gb2312" or "gbk" or "gb18030" or "x-gbk" => Gb18030,
            "big5" or "big5-hkscs" => CodePagesEncodingProvider.Instance.GetEncoding("big5"),
            _ => null,
        };
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var text = encoding.GetString(sample[..(sample.Length & ~1)]);
        return text.Length > 0 && text.Count(IsUsual) >= LeastUsualShare * text.Length;
    }

    private static bool IsUsual(char character) => character
        is (>= ' ' and <= '~') or '\n' or '\r' or '\t'
        or (>= '\u4E00' and <= '\u9FA5') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF5E')
        or (>= '\u2010' and <= '\u2026') or (>= '\u2460' and <= '\u249B') or '\u00B7' or '\u00A0';

    /// <summary>Refuses a decoding with too many broken or control characters; zero bytes never stand in text.</summary>
    private static string? Accept(string text)
    {
        var (broken, foreign) = (0, 0);
        foreach (var character in text)
        {
            broken += character == '\uFFFD' || (char.IsControl(character) && !IsUsualControl(character)) ? 1 : 0;
            foreign += char.IsAscii(character) ? 0 : 1;
        }
        // One broken character is always allowed: a file that was cut off inside its last one.
        return broken <= Math.Max(1, MostBrokenShare * foreign) && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>Line breaks, tab, page break (form feed), Word's soft break (vertical tab).</summary>
    private static bool IsUsualControl(char character) => character is '\n' or '\r' or '\t' or '\f' or '\v' or '\u0085';

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_-]{3,20})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetDeclaration();
}
