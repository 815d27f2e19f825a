namespace Shuren.Platform.Files.Pictures;

/// <summary>GIF89a: keeps pictures, their timing and how often the film repeats; drops comments, plain texts, XMP and all other applications' blocks.</summary>
internal static class GifCleaner
{
    private const byte Image = 0x2C, Extension = 0x21, Trailer = 0x3B, Control = 0xF9, Application = 0xFF;

    public static void Clean(ByteReader from, Stream to)
    {
        var head = from.Bytes(13);
        if (!head.AsSpan().StartsWith("GIF87a"u8) && !head.AsSpan().StartsWith("GIF89a"u8))
            throw new BrokenPictureException();
        to.Write(head);
        from.CopyTo(to, TableLength(head[10]));
        var seenImage = false;
        for (var block = from.Byte(); block != Trailer; block = from.Byte())
        {
            if (block == Image)
                CopyImage(from, to);
            else if (block == Extension)
                CopyExtension(from, to);
            else
                throw new BrokenPictureException();
            seenImage |= block == Image;
        }
        if (!seenImage)
            throw new BrokenPictureException();
        to.WriteByte(Trailer);
    }

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;

    private static void CopyImage(ByteReader from, Stream to)
    {
        to.WriteByte(Image);
        var descriptor = from.Bytes(9);
        to.Write(descriptor);
        from.CopyTo(to, TableLength(descriptor[8]) + 1); // the code size follows the table
        CopyBlocks(from, to);
    }

    private static void CopyExtension(ByteReader from, Stream to)
    {
        var label = from.Byte();
        var first = from.Bytes(from.Byte());
        var kept = label == Control || label == Application && (first.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || first.AsSpan().SequenceEqual("ANIMEXTS1.0"u8));
        if (kept)
        {
            to.Write([Extension, label, (byte)first.Length]);
            to.Write(first);
        }
        // An empty first block ends the extension at once.
        if (first.Length > 0)
            CopyBlocks(from, kept ? to : Stream.Null);
    }

    private static void CopyBlocks(ByteReader from, Stream to)
    {
        for (var length = from.Byte(); ; length = from.Byte())
        {
            to.WriteByte(length);
            if (length == 0)
                return;
            from.CopyTo(to, length);
        }
    }
}
