using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Files;

/// <summary>How much of files a district takes: one row, set by its system administrator. Without a row the defaults hold.</summary>
public sealed class FileLimits : IVersioned
{
    /// <summary>No district may allow larger files: what a request may bring ends at 256 MB.</summary>
    public const int LargestEver = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The largest file that is taken, in MB of 1,048,576 bytes.</summary>
    public int LargestMb { get; set; } = 50;

    /// <summary>So many files may hang on one thing, where the use is counted.</summary>
    public int MostPerThing { get; set; } = 10;

    /// <summary>All contents of the district together, in MB.</summary>
    public int QuotaMb { get; set; } = 20 * 1024;

    public long Version { get; private set; }

    /// <summary>The quota in bytes.</summary>
    public long QuotaBytes => QuotaMb * 1024L * 1024;

    /// <summary>The limits of the district.</summary>
    public static async Task<FileLimits> ReadAsync(ShurenDb db, CancellationToken ct) =>
        await db.Set<FileLimits>().AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(ct) ?? new FileLimits();
}

/// <summary>What the files of the district come to. The same content under two names lies there once and counts once.</summary>
public static class FileUsage
{
    /// <summary>Bytes on the disk that rows name.</summary>
    public static Task<long> BytesAsync(ShurenDb db, CancellationToken ct) =>
        db.Set<StoredFile>().Select(file => new { file.Hash, file.Size }).Distinct().SumAsync(content => content.Size, ct);
}
