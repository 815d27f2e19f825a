using System.Buffers;
using System.Text;

namespace Shuren.Platform.Files;

/// <summary>Whether a file is text, and in which encoding: UTF-8, UTF-16 with its mark, or GB 18030 (which holds GBK and GB 2312).</summary>
internal static class TextSniffer
{
    /// <summary>Reads the whole file in bounded memory.</summary>
    /// <returns>The charset's name, or null for what is not text.</returns>
    public static async Task<string?> CharsetAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var mark = new byte[3];
        var length = await content.ReadAtLeastAsync(mark, 3, throwOnEndOfStream: false, ct);
        if (length >= 2 && mark is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return await IsAsync(content, mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, ct) ? "utf-16" : null;
        if (await IsAsync(content, Encoding.UTF8, ct))
            return "utf-8";
        return await IsAsync(content, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, ct) ? "gb18030" : null; // always in the framework
    }

    private static async Task<bool> IsAsync(Stream content, Encoding encoding, CancellationToken ct)
    {
        content.Position = 0;
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        var decoder = strict.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
        var chars = ArrayPool<char>.Shared.Rent(strict.GetMaxCharCount(bytes.Length));
        try
        {
            for (var read = -1; read != 0;)
            {
                read = await content.ReadAsync(bytes, ct);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                if (chars.AsSpan(0, count).ContainsAny(NotInText))
                    return false;
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    /// <summary>What no text holds: controls other than tab, line breaks, form feed and escape; and non-characters.</summary>
    private static readonly SearchValues<char> NotInText = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r', '\f', '\u001A', '\u001B']), '\u007F', '\uFFFE', '\uFFFF']);
}
