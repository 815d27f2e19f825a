using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Search;

/// <summary>A thing that can be found, with its words as they are shown and as they are compared.</summary>
public sealed class SearchEntry : IMachinery
{
    /// <summary>The thing's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of its <see cref="SearchKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its place in the postings: later things have larger numbers.</summary>
    public required long Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Title and text folded, a line each: what a search is held against.</summary>
    public required string Folded { get; init; }

    /// <summary>The initials of the title's pinyin, each way of reading it, with | between.</summary>
    public required string Initials { get; init; }

    /// <summary>
    /// The number of an id: of a UUIDv7 the milliseconds since 2020 (41 bits) and 22 bits of its chance. Two things may share one by chance; then both are looked at.
    /// </summary>
    public static long NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        const long since2020 = 1_577_836_800_000;
        var milliseconds = (BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16) - since2020;
        return (milliseconds & 0x1FF_FFFF_FFFF) << 22 | BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) & 0x3F_FFFF;
    }
}

/// <summary>That a token stands in the thing with that number.</summary>
public sealed class SearchPosting : IMachinery
{
    public required long Token { get; init; }
    public required long Number { get; init; }
}

/// <summary>The tables of the search. Plain ones, alike on both databases.</summary>
internal static class SearchTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<SearchEntry>(entry =>
        {
            entry.ToTable("platform_search_entries");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.HasIndex(e => e.Number);
        });
        model.Entity<SearchPosting>(posting =>
        {
            posting.ToTable("platform_search_postings");
            posting.HasKey(p => new { p.Token, p.Number });
        });
    }
}
