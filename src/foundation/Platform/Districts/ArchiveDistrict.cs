using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Districts;

/// <summary>Closes the district for writing: everything can still be read, nothing changed, and its jobs rest.</summary>
public sealed class ArchiveDistrict(ShurenDb db, DistrictDirectory districts, Process process, TimeProvider time) : IHandler
{
    /// <summary>Archives it.</summary>
    /// <param name="by">Who ordered it.</param>
    /// <param name="why">Why; stands in the audit and on every page.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The archive's id, or <c>ArchiveNeedsWhy</c>, <c>ArchiveThere</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(string by, string why, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(why))
            return new Refusal("ArchiveNeedsWhy", "why");
        if (await OpenArchives.FindAsync(db, ct) is { } there)
            return new Refusal("ArchiveThere", "district", there.Since.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var archive = new DistrictArchive { Since = Moments.Kept(time.GetUtcNow().UtcDateTime), Why = why.Trim(), By = by };
        db.Add(archive);
        await SaveAsync(db, process, "platform.archive-district", archive, why, ct);
        districts.Forget();
        return archive.Id;
    }

    /// <summary>Saves an act about the archive itself, which is the only one that a closed district takes.</summary>
    internal static Task SaveAsync(ShurenDb db, Process process, string kind, DistrictArchive about, string why, CancellationToken ct)
    {
        process.Begin(kind, new Ref("platform", "districtarchive", about.Id), why.Trim());
        process.MayTouchArchive = true;
        return db.SaveAsync(ct);
    }
}

/// <summary>Opens an archived district again.</summary>
public sealed class ReopenDistrict(ShurenDb db, DistrictDirectory districts, Process process, TimeProvider time) : IHandler
{
    /// <summary>Ends the archive.</summary>
    /// <param name="by">Who ordered it.</param>
    /// <param name="why">Why.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>ArchiveNeedsWhy</c>, <c>ArchiveNone</c>, <c>DistrictHasMoved</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(string by, string why, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(why))
            return new Refusal("ArchiveNeedsWhy", "why");
        // A move that never arrived is given up by opening the district again.
        var open = await db.Set<DistrictArchive>().Where(archive => archive.EndedAt == null).OrderBy(archive => archive.Since).ToListAsync(ct);
        if (open.Count == 0)
            return new Refusal("ArchiveNone", "district");
        if (open.Find(archive => archive.ArrivedAt is not null) is { } moved)
            return new Refusal("DistrictHasMoved", "district", moved.MovesTo!); // what arrived went somewhere
        open.ForEach(archive => archive.End(Moments.Kept(time.GetUtcNow().UtcDateTime), by, why.Trim()));
        await ArchiveDistrict.SaveAsync(db, process, "platform.reopen-district", open[0], why, ct);
        districts.Forget();
        return new Done();
    }
}
