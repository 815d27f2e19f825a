using System.IO.Compression;
using System.Text;

namespace Shuren.Documents.Workbooks.Reading;

/// <summary>What a file is by its first bytes; its name is not believed.</summary>
internal enum FileKind
{
    Xlsx,
    Xls,

    /// <summary>An .xlsx with a password: the package lies encrypted inside the old container.</summary>
    Locked,
    Text,
    WebPage,
    Other,
}

/// <summary>Looks at a file before a parser does.</summary>
internal static class FileKinds
{
    private const int ProbeLength = 4096;

    /// <summary>The name of the part in the container's directory, as UTF-16.</summary>
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    internal static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return FileKind.Xlsx;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return bytes.IndexOf(EncryptedPackage) >= 0 ? FileKind.Locked : FileKind.Xls;
        if (bytes.StartsWith("%PDF"u8) || bytes.StartsWith("{\\rtf"u8))
            return FileKind.Other;
        var probe = bytes[..Math.Min(bytes.Length, ProbeLength)];
        var isUtf16 = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isUtf16 && probe.Contains((byte)0) && Streaming.Csv.TextEncoding.Utf16(probe) is null)
            return FileKind.Other;
        var start = Encoding.Latin1.GetString(probe).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00FF', '\u00FE', '\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') ? FileKind.WebPage : FileKind.Text;
    }

    /// <summary>Unpacks everything and throws it away, to know its true size. False as soon as there is more than allowed.</summary>
    /// <exception cref="InvalidDataException">It is no whole package.</exception>
    internal static bool UnpacksWithin(Stream packed, long limit)
    {
        using var package = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true);
        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in package.Entries)
        {
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                total += read;
                if (total > limit)
                    return false;
            }
        }
        return true;
    }

    /// <summary>Text in UTF-8, UTF-16 (with byte order mark) or else GB18030, which takes any bytes.</summary>
    internal static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes); // part of .NET: never null
    }
}
