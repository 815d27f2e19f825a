using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Keeping;
using Shuren.Platform.Thread;

namespace Shuren.Organization.KeepFiles;

/// <summary>How much room the district's files take, of which types they are, and what the last check found wrong.</summary>
internal sealed class ViewFiles(ShurenDb db, ThingNames names) : IHandler
{
    /// <summary>So many damaged files are listed; the count says how many there are.</summary>
    public const int MostFaults = 200;

    /// <summary>Files of one type.</summary>
    public sealed record TypeLine(string Name, int Files, long Bytes);

    /// <summary>A file whose content is wrong, with the thing it hangs on.</summary>
    public sealed record FaultLine(StoredFile File, FileFaultKind Kind, ThingName? Thing);

    /// <summary>What the page shows.</summary>
    public sealed record View(FileLimits Limits, long Used, IReadOnlyList<TypeLine> Types, FileCheck? Last, IReadOnlyList<FaultLine> Faults)
    {
        /// <summary>The quota in bytes.</summary>
        public long Quota => Limits.QuotaMb * 1024L * 1024;
    }

    public async Task<View> RunAsync(CancellationToken ct)
    {
        var types = await db.Set<StoredFile>().GroupBy(file => file.MediaType).Select(group => new { group.Key, Files = group.Count(), Bytes = group.Sum(file => file.Size) }).ToListAsync(ct);
        var lines = types.GroupBy(group => FileTypes.Of(group.Key)).Select(group => new TypeLine(group.Key?.Name() ?? FilesText.TypeUnknown, group.Sum(one => one.Files), group.Sum(one => one.Bytes)));
        var last = await db.Set<FileCheck>().AsNoTracking().Where(check => check.EndedAt != null).OrderByDescending(check => check.StartedAt).FirstOrDefaultAsync(ct);
        return new(await FileLimits.ReadAsync(db, ct), await FileUsage.BytesAsync(db, ct), [.. lines.OrderByDescending(line => line.Bytes)], last, last is null ? [] : await FaultsAsync(last.Id, ct));
    }

    private async Task<IReadOnlyList<FaultLine>> FaultsAsync(Guid check, CancellationToken ct)
    {
        var found = await db.Set<FileFault>().AsNoTracking().Where(fault => fault.CheckId == check)
            .Join(db.Set<StoredFile>(), fault => fault.FileId, file => file.Id, (fault, file) => new { fault, file })
            .OrderBy(both => both.fault.Id).Take(MostFaults).ToListAsync(ct);
        var things = await names.OfAsync(found.Select(both => Ref.Parse(both.file.Owner)), ct);
        return [.. found.Select(both => new FaultLine(both.file, both.fault.Kind, things.GetValueOrDefault(Ref.Parse(both.file.Owner))))];
    }
}
