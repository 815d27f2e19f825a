using System.Buffers.Binary;
using System.Text;

namespace Shuren.Platform.Files.Pictures;

/// <summary>
/// MP4 (ISO/IEC 14496-12): every box that is not needed to play the film - place, camera, title, makers' boxes - becomes free space of zeros. No byte moves,
/// so the film's table of places stays right. A film with a track of data (places while it was taken) is refused.
/// </summary>
internal static class Mp4Cleaner
{
    private const int Deepest = 8;

    private static readonly HashSet<string> Containers = ["moov", "trak", "mdia", "moof", "traf", "mvex"];

    private static readonly HashSet<string> Kept =
    [
        "ftyp", "styp", "mdat", "mvhd", "tkhd", "tref", "edts", "mdhd", "minf", "hdlr", "elng", "mehd", "trex", "mfhd", "tfhd", "tfdt", "trun", "sidx", "ssix", "sbgp", "sgpd", "subs", "saiz", "saio", "mfra", "prft", "pdin",
    ];

    private static readonly HashSet<string> Tracks = ["vide", "soun", "subt", "sbtl", "text", "clcp", "hint", "tmcd", "auxv"];

    public static void Clean(ByteReader from, Stream to)
    {
        HashSet<string> seen = [];
        CopyBoxes(from, to, from.Length, "", 0, seen);
        if (!seen.Contains("moov") || !seen.Contains("mdat"))
            throw new BrokenPictureException();
    }

    private static void CopyBoxes(ByteReader from, Stream to, long end, string parent, int depth, HashSet<string> seen)
    {
        if (depth > Deepest)
            throw new BrokenPictureException();
        while (from.Position < end)
        {
            var (head, type, length) = Head(from, end);
            var bodyEnd = from.Position + length;
            seen.Add(type);
            var isFilm = Containers.Contains(type) || Kept.Contains(type);
            to.Write(isFilm ? head : Renamed(head));
            if (Containers.Contains(type))
                CopyBoxes(from, to, bodyEnd, type, depth + 1, seen);
            else if (type == "hdlr" && parent == "mdia")
                CopyHandler(from, to, length);
            else if (isFilm)
                from.CopyTo(to, length);
            else
                Blank(from, to, length);
            if (from.Position != bodyEnd)
                throw new BrokenPictureException();
        }
    }

    /// <summary>Size and type of a box; a size of 1 stands for eight bytes that follow, a size of 0 for all that is left.</summary>
    private static (byte[] Head, string Type, long Length) Head(ByteReader from, long end)
    {
        var head = from.Bytes(8);
        var type = Encoding.Latin1.GetString(head, 4, 4);
        var size = (long)BinaryPrimitives.ReadUInt32BigEndian(head);
        if (size == 1)
        {
            head = [.. head, .. from.Bytes(8)];
            var wide = BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(8));
            size = wide <= long.MaxValue ? (long)wide : throw new BrokenPictureException();
        }
        var length = size == 0 ? end - from.Position : size - head.Length;
        return length >= 0 && length <= end - from.Position ? (head, type, length) : throw new BrokenPictureException();
    }

    private static void CopyHandler(ByteReader from, Stream to, long length)
    {
        if (length is < 12 or > 64 * 1024)
            throw new BrokenPictureException();
        var body = from.Bytes((int)length);
        if (!Tracks.Contains(Encoding.Latin1.GetString(body, 8, 4)))
            throw new PlacesInFilmException();
        to.Write(body);
    }

    private static byte[] Renamed(byte[] head)
    {
        "free"u8.CopyTo(head.AsSpan(4));
        return head;
    }

    private static void Blank(ByteReader from, Stream to, long length)
    {
        from.Skip(length);
        var zeros = new byte[Math.Min(length, 64 * 1024)];
        for (var left = length; left > 0; left -= zeros.Length)
            to.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
    }
}
