using System.Buffers.Binary;

namespace Shuren.Schools.Generate;

/// <summary>
/// Chance from a seed (SplitMix64, Steele, Lea and Flood 2014): the same on every machine and in every release, which <c>System.Random</c> does not promise.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    /// <summary>A stream of its own for a part of the whole: what one school draws moves nothing in another.</summary>
    public static Chance For(long seed, long part) => new(unchecked(Mix((ulong)seed * Golden ^ Mix((ulong)part + Golden))));

    public ulong Next() => Mix(state = unchecked(state + Golden));

    /// <summary>A whole number from 0 to below.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    /// <summary>A whole number from low to high, both among them.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Is(double probability) => Share() < probability;

    /// <summary>One of several, each as likely.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> from) => from[Below(from.Length)];

    /// <summary>One of several by weight.</summary>
    public T Of<T>(params ReadOnlySpan<(T What, double Weight)> from)
    {
        var total = 0.0;
        foreach (var (_, weight) in from)
            total += weight;
        var at = Share() * total;
        foreach (var (what, weight) in from)
        {
            if ((at -= weight) < 0)
                return what;
        }
        return from[^1].What;
    }

    /// <summary>About 1, seldom far from it, never below a third or above three: how unequal things are. Twelve throws make the bell.</summary>
    public double Around(double spread)
    {
        var bell = -6.0;
        for (var at = 0; at < 12; at++)
            bell += Share();
        return Math.Clamp(1 + bell * spread, 1 / 3.0, 3);
    }

    /// <summary>An id of version 7 whose time is the first day of the school year: ids are drawn like everything else.</summary>
    public Guid Id(DateOnly day)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        var milliseconds = (ulong)new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt64BigEndian(bytes, milliseconds << 16 | BinaryPrimitives.ReadUInt64BigEndian(bytes) & 0xFFFF);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
