using System.Buffers.Binary;

namespace Shuren.Platform.Files.Pictures;

/// <summary>Reads a file from front to back in bounded memory. Where something is missing it is a <see cref="BrokenPictureException"/>.</summary>
internal sealed class ByteReader(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int at, end;

    /// <summary>How many bytes have been read.</summary>
    public long Position { get; private set; }

    /// <summary>Length of the whole file.</summary>
    public long Length => stream.Length;

    public bool AtEnd => at == end && !Fill();

    public byte Byte()
    {
        if (AtEnd)
            throw new BrokenPictureException();
        Position++;
        return buffer[at++];
    }

    /// <summary>The next bytes; only for small pieces.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Move(count, (piece, done) => piece.CopyTo(bytes.AsSpan((int)done)));
        return bytes;
    }

    public uint BigEndian32() => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4));

    public void Skip(long count) => Move(count, (_, _) => { });

    public void CopyTo(Stream to, long count) => Move(count, (piece, _) => to.Write(piece));

    /// <summary>Starts again from the front.</summary>
    public void Rewind() => (stream.Position, at, end, Position) = (0, 0, 0, 0);

    private void Move(long count, Take take)
    {
        for (var done = 0L; done < count;)
        {
            if (AtEnd)
                throw new BrokenPictureException();
            var piece = (int)Math.Min(count - done, end - at);
            take(buffer.AsSpan(at, piece), done);
            (at, done, Position) = (at + piece, done + piece, Position + piece);
        }
    }

    private delegate void Take(ReadOnlySpan<byte> piece, long done);

    private bool Fill()
    {
        (at, end) = (0, stream.Read(buffer));
        return end > 0;
    }
}
