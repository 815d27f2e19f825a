using System.Text;
using System.Text.Unicode;

namespace Shuren.Documents.Streaming.Csv;

/// <summary>Finds the encoding of a text: by its mark, by its zeros (UTF-16), by being UTF-8 to the last byte; else it is GB18030, which Excel and WPS write here.</summary>
internal static class TextEncoding
{
    private const int ChunkLength = 1 << 20;

    internal static Encoding Of(Stream stream)
    {
        stream.Position = 0;
        var chunk = new byte[ChunkLength];
        var kept = 0;
        var isFirst = true;
        for (int read; (read = stream.ReadAtLeast(chunk.AsSpan(kept), chunk.Length - kept, throwOnEndOfStream: false)) > 0; isFirst = false)
        {
            var bytes = chunk.AsSpan(0, kept + read);
            if (isFirst && Utf16(bytes) is { } wide)
                return wide;
            var whole = bytes.Length - (bytes.Length == chunk.Length ? Unfinished(bytes) : 0);
            if (!Utf8.IsValid(bytes[..whole]))
                return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // part of .NET: never null
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(chunk);
        }
        return Encoding.UTF8;
    }

    /// <summary>The byte order of a text in UTF-16; null where it is none.</summary>
    internal static UnicodeEncoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return new(bigEndian: false, byteOrderMark: true);
        if (bytes is [0xFE, 0xFF, ..])
            return new(bigEndian: true, byteOrderMark: true);
        // Without a mark: commas, digits and line ends have a zero byte, always on the same side.
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < head.Length; at++)
        {
            if (head[at] == 0)
                _ = at % 2 == 0 ? even++ : odd++;
        }
        if (Math.Max(even, odd) * 20 < head.Length || Math.Min(even, odd) * 10 > Math.Max(even, odd))
            return null;
        var wide = new UnicodeEncoding(bigEndian: even > odd, byteOrderMark: false);
        var text = wide.GetString(head[..(head.Length & ~1)]);
        return text.Length < 4 || text.AsSpan().ContainsAnyInRange('\0', '\b') ? null : wide;
    }

    /// <summary>How many bytes at the end begin a letter that the next chunk ends.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) > back ? back : 0;
        }
        return 0;
    }
}
