using System.Buffers.Binary;

namespace Shuren.Platform.Processes;

/// <summary>
/// Ids of version 7 that only go up, also within a millisecond and when the clock is set back: in the order of their ids the audit
/// entries of a row follow one another as they were written.
/// </summary>
public sealed class EntryIds(TimeProvider time)
{
    private readonly Lock gate = new();
    private UInt128 last;

    /// <summary>The next id.</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            Guid.CreateVersion7(time.GetUtcNow()).TryWriteBytes(bytes, bigEndian: true, out _);
            var drawn = BinaryPrimitives.ReadUInt128BigEndian(bytes);
            last = drawn > last ? drawn : last + 1;
            BinaryPrimitives.WriteUInt128BigEndian(bytes, last);
        }
        return new Guid(bytes, bigEndian: true);
    }
}
