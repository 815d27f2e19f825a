using System.Buffers.Binary;

namespace Shuren.Platform.Files.Pictures;

/// <summary>PNG (W3C third edition, 11): keeps the chunks that make the picture, its colours and its animation; drops texts, EXIF, time, and all that follows the end.</summary>
internal static class PngCleaner
{
    private const int LargestExif = 1024 * 1024;

    private static readonly HashSet<string> Kept =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ];

    public static void Clean(ByteReader from, Stream to)
    {
        byte[] signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        if (!from.Bytes(8).AsSpan().SequenceEqual(signature))
            throw new BrokenPictureException();
        to.Write(signature);
        var (first, seenData, seenExif, last) = (true, false, false, "");
        while (last != "IEND")
        {
            var (length, type) = (from.BigEndian32(), System.Text.Encoding.Latin1.GetString(from.Bytes(4)));
            if (length > int.MaxValue || first != (type == "IHDR"))
                throw new BrokenPictureException();
            if (Kept.Contains(type))
                Copy(from, to, type, length);
            else if (char.IsAsciiLetterLower(type[0]))
                seenExif |= Drop(from, to, type, length, seenExif);
            else
                throw new BrokenPictureException(); // a critical chunk that nobody knows
            (first, seenData, last) = (false, seenData || type == "IDAT", type);
        }
        if (!seenData)
            throw new BrokenPictureException();
    }

    private static void Copy(ByteReader from, Stream to, string type, uint length)
    {
        to.Write(BigEndian(length));
        to.Write(System.Text.Encoding.Latin1.GetBytes(type));
        from.CopyTo(to, length + 4L);
    }

    private static bool Drop(ByteReader from, Stream to, string type, uint length, bool seenExif)
    {
        if (type != "eXIf" || seenExif || length > LargestExif)
        {
            from.Skip(length + 4L);
            return false;
        }
        if (Exif.OrientationOf(from.Bytes((int)length)) is { } orientation)
        {
            byte[] chunk = [.. "eXIf"u8, .. Exif.Of(orientation)];
            to.Write(BigEndian((uint)chunk.Length - 4));
            to.Write(chunk);
            to.Write(BigEndian(Crc(chunk)));
        }
        from.Skip(4);
        return true;
    }

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>CRC-32 as PNG annex D has it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320u ^ crc >> 1;
        }
        return ~crc;
    }
}
