using System.Buffers.Binary;

namespace Shuren.Platform.Files.Pictures;

/// <summary>The one thing that is kept of a picture's EXIF: which way is up (Exif 2.32, 4.6.4: tag 0x0112, 1 to 8).</summary>
internal static class Exif
{
    private const int Upright = 1;
    private const ushort Orientation = 0x0112;
    private const ushort Short = 3;

    /// <summary>How EXIF begins inside JPEG.</summary>
    public static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <summary>The orientation that EXIF tells, or null where the picture is upright or tells nothing that can be read.</summary>
    /// <param name="tiff">EXIF with or without its mark.</param>
    public static byte? OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.StartsWith(Mark))
            tiff = tiff[Mark.Length..];
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
            return null;
        var little = tiff[0] == 'I';
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return null;
        var entries = Read(tiff, (int)first, little);
        for (var entry = (int)first + 2; entries > 0 && entry + 12 <= tiff.Length; entries--, entry += 12)
        {
            if (Read(tiff, entry, little) == Orientation && Read(tiff, entry + 2, little) == Short)
                return Read(tiff, entry + 8, little) is > Upright and <= 8 and var found ? (byte)found : null;
        }
        return null;
    }

    /// <summary>An EXIF block that says nothing but the orientation.</summary>
    public static byte[] Of(byte orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Read(ReadOnlySpan<byte> tiff, int at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);
}
