using System.Buffers.Binary;

namespace Shuren.Platform.Files.Pictures;

/// <summary>
/// JPEG (ITU-T T.81 annex B): keeps the segments that a decoder needs, JFIF, the colour profile and Adobe's colour transform; drops every other
/// application segment (EXIF, XMP, IPTC, makers' notes, further pictures), comments, and whatever follows the end of the image.
/// </summary>
internal static class JpegCleaner
{
    private const byte Begin = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE;
    private const int JfifLength = 14;

    public static void Clean(ByteReader from, Stream to)
    {
        if (from.Byte() != 0xFF || from.Byte() != Begin)
            throw new BrokenPictureException();
        to.Write([0xFF, Begin]);
        var (seenScan, seenExif) = (false, false);
        for (var marker = NextMarker(from); marker != End;)
        {
            var body = Body(from);
            if (Kept(marker, body) is { } kept)
                Write(to, marker, kept);
            else if (marker == App1 && !seenExif && body.AsSpan().StartsWith(Exif.Mark))
            {
                seenExif = true;
                if (Exif.OrientationOf(body) is { } orientation)
                    Write(to, App1, [.. Exif.Mark, .. Exif.Of(orientation)]);
            }
            seenScan |= marker == Scan;
            marker = marker == Scan ? CopyScan(from, to) : NextMarker(from);
        }
        if (!seenScan)
            throw new BrokenPictureException();
        to.Write([0xFF, End]);
    }

    private static byte[] Body(ByteReader from)
    {
        var length = from.Byte() << 8 | from.Byte();
        return length >= 2 ? from.Bytes(length - 2) : throw new BrokenPictureException();
    }

    private static byte[]? Kept(byte marker, byte[] body) => marker switch
    {
        // The JFIF head without its preview.
        App0 when body.Length >= JfifLength && body.AsSpan().StartsWith("JFIF\0"u8) => [.. body[..(JfifLength - 2)], 0, 0],
        App2 when body.AsSpan().StartsWith("ICC_PROFILE\0"u8) => body,
        App14 when body.AsSpan().StartsWith("Adobe"u8) => body,
        // Frames and tables C0 to CF but not JPG (C8); scan, quantization, restart, lines.
        >= 0xC0 and <= 0xCF and not 0xC8 => body,
        Scan or 0xDB or 0xDC or 0xDD or 0xDE or 0xDF => body,
        _ => null,
    };

    private static void Write(Stream to, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2)); // it came with a length of two bytes
        to.Write(head);
        to.Write(body);
    }

    // What stands between two segments belongs to neither; decoders skip it, too.
    private static byte NextMarker(ByteReader from)
    {
        for (var last = from.Byte(); ;)
        {
            var next = from.Byte();
            if (last == 0xFF && next is not (0x00 or 0xFF))
                return next is 0x01 or (>= 0xD0 and <= Begin) ? throw new BrokenPictureException() : next;
            last = next;
        }
    }

    /// <summary>Copies the coded data up to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static byte CopyScan(ByteReader from, Stream to)
    {
        while (true)
        {
            var next = from.Byte();
            if (next != 0xFF)
            {
                to.WriteByte(next);
                continue;
            }
            do
                next = from.Byte();
            while (next == 0xFF);
            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return next is 0x01 or Begin ? throw new BrokenPictureException() : next;
            to.Write([0xFF, next]);
        }
    }
}
