using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Districts;

/// <summary>Whether a district is closed for writing, asked of its own rows.</summary>
public static class OpenArchives
{
    /// <summary>The archive that closes the district now, or null. A move stands before an ordinary archive.</summary>
    public static Task<ArchiveState?> FindAsync(ShurenDb db, CancellationToken ct) =>
        Of(db).OrderByDescending(archive => archive.MovesTo != null).ThenBy(archive => archive.Since)
            .Select(archive => new ArchiveState(archive.Since, archive.Why, archive.MovesTo, archive.ArrivedAt != null)).FirstOrDefaultAsync(ct);

    /// <summary>The rows that close it.</summary>
    internal static IQueryable<DistrictArchive> Of(ShurenDb db) => db.Set<DistrictArchive>().AsNoTracking().Where(archive => archive.EndedAt == null);

    /// <summary>
    /// Stops an act whose seal is written and whose commit is next. Archiving seals too, so of the two one comes first for certain:
    /// an act that was acknowledged stands before the archive, an act after it is refused.
    /// </summary>
    /// <exception cref="DistrictArchivedException">The district is closed for writing.</exception>
    internal static async Task StopAsync(ShurenDb db, Process process, CancellationToken ct)
    {
        if (!process.MayTouchArchive && await FindAsync(db, ct) is { } state)
            throw new DistrictArchivedException(state);
    }
}
