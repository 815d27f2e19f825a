using System.Buffers.Binary;
using System.Text;

namespace Shuren.Platform.Files.Pictures;

/// <summary>WebP (RFC 9649): keeps picture, transparency, colour profile and animation; drops EXIF, XMP and chunks that nobody knows, and says so in its head.</summary>
internal static class WebpCleaner
{
    private const int MostChunks = 100_000;
    private const int LargestExif = 1024 * 1024;
    private const int FrameHead = 16;
    private const byte ExifFlag = 0x08, XmpFlag = 0x04;

    private static readonly HashSet<string> Kept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];
    private static readonly HashSet<string> InFrame = ["VP8 ", "VP8L", "ALPH"];

    public static void Clean(ByteReader from, Stream to)
    {
        var (chunks, orientation, isExtended) = Look(from);
        if (!chunks.Exists(chunk => chunk.Type is "VP8 " or "VP8L" or "ANMF"))
            throw new BrokenPictureException();
        // Only the extended form has a place for EXIF.
        var exif = isExtended && orientation is { } turned ? Exif.Of(turned) : [];
        var size = 4 + chunks.Where(chunk => Kept.Contains(chunk.Type)).Sum(chunk => 8 + Padded(chunk.Size)) + (exif.Length == 0 ? 0 : 8 + Padded(exif.Length));
        from.Rewind();
        from.Skip(12);
        to.Write("RIFF"u8);
        to.Write(LittleEndian((uint)size));
        to.Write("WEBP"u8);
        foreach (var (type, length) in chunks)
            CopyChunk(from, to, type, length, exif.Length > 0);
        if (exif.Length == 0)
            return;
        to.Write("EXIF"u8);
        to.Write(LittleEndian((uint)exif.Length));
        to.Write(exif);
    }

    /// <summary>The chunks in their order, and which way is up.</summary>
    private static (List<(string Type, uint Size)> Chunks, byte? Orientation, bool IsExtended) Look(ByteReader from)
    {
        var head = from.Bytes(12);
        if (!head.AsSpan().StartsWith("RIFF"u8) || !head.AsSpan(8).SequenceEqual("WEBP"u8))
            throw new BrokenPictureException();
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        var (chunks, orientation) = (new List<(string Type, uint Size)>(), (byte?)null);
        while (from.Position + 8 <= end)
        {
            var (type, size) = (Encoding.Latin1.GetString(from.Bytes(4)), BinaryPrimitives.ReadUInt32LittleEndian(from.Bytes(4)));
            var next = from.Position + Padded(size);
            if (chunks.Count == MostChunks || next > Math.Max(end, from.Position))
                throw new BrokenPictureException();
            chunks.Add((type, size));
            if (type == "ANMF")
                LookInFrame(from, from.Position + size);
            else if (type == "EXIF" && orientation is null && size <= LargestExif)
                orientation = Exif.OrientationOf(from.Bytes((int)size));
            from.Skip(next - from.Position);
        }
        return (chunks, orientation, chunks is [("VP8X", _), ..]);
    }

    // A frame is copied whole, so nothing may be hidden in it.
    private static void LookInFrame(ByteReader from, long end)
    {
        from.Skip(FrameHead);
        while (from.Position < end)
        {
            var (type, size) = (Encoding.Latin1.GetString(from.Bytes(4)), BinaryPrimitives.ReadUInt32LittleEndian(from.Bytes(4)));
            if (!InFrame.Contains(type) || from.Position + size > end)
                throw new BrokenPictureException();
            from.Skip(Math.Min(Padded(size), end - from.Position));
        }
        if (from.Position > end)
            throw new BrokenPictureException();
    }

    private static void CopyChunk(ByteReader from, Stream to, string type, uint size, bool hasExif)
    {
        from.Skip(8);
        if (!Kept.Contains(type))
        {
            from.Skip(Padded(size));
            return;
        }
        to.Write(Encoding.Latin1.GetBytes(type));
        to.Write(LittleEndian(size));
        var left = Padded(size);
        if (type == "VP8X" && size > 0)
        {
            var flags = (byte)(from.Byte() & ~(ExifFlag | XmpFlag));
            to.WriteByte(hasExif ? (byte)(flags | ExifFlag) : flags);
            left--;
        }
        from.CopyTo(to, left);
    }

    private static long Padded(long size) => size + (size & 1);

    private static byte[] LittleEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
