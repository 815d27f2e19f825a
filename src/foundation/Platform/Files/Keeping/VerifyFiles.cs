using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Files.Keeping;

/// <summary>
/// Reckons the hash of every content again, in bounded memory, and keeps which files are changed or missing. Whoever changes a content on the disk
/// cannot hide it: its name is its hash, and the hash stands in a row that the audit seals.
/// </summary>
public sealed class VerifyFiles(ShurenDb db, CurrentDistrict district, FileStoreOptions options, TimeProvider time) : IHandler
{
    private const int Page = 200;

    private readonly FileFolder folder = new(options, district.Code);

    /// <summary>Looks at all contents.</summary>
    /// <param name="progress">Told after each piece how many percent are done; null where nobody listens.</param>
    /// <param name="ct">Stops the look.</param>
    public async Task<FileCheck> RunAsync(Func<int, Task>? progress, CancellationToken ct)
    {
        var check = new FileCheck { StartedAt = Now };
        db.Add(check);
        await db.SaveAsync(ct);
        var all = await db.Set<StoredFile>().Select(file => file.Hash).Distinct().LongCountAsync(ct);
        for (var last = ""; await HashesAsync(last, ct) is [.., var next] hashes; last = next)
        {
            foreach (var hash in hashes)
                await LookAsync(hash, check, ct);
            await db.SaveAsync(ct);
            foreach (var written in db.ChangeTracker.Entries<FileFault>().ToList())
                written.State = EntityState.Detached;
            if (progress is not null)
                await progress((int)Math.Min(100, check.Contents * 100 / Math.Max(1, all)));
        }
        check.EndedAt = Now;
        await db.SaveAsync(ct);
        // Only the last finished look counts; what it found wrong and is mended is gone with the next.
        await db.Set<FileFault>().Where(fault => fault.CheckId != check.Id).ExecuteDeleteAsync(ct);
        await db.Set<FileCheck>().Where(old => old.Id != check.Id && old.StartedAt <= check.StartedAt).ExecuteDeleteAsync(ct);
        return check;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private Task<List<string>> HashesAsync(string last, CancellationToken ct) =>
        db.Set<StoredFile>().Where(file => string.Compare(file.Hash, last) > 0).Select(file => file.Hash).Distinct().OrderBy(hash => hash).Take(Page).ToListAsync(ct);

    private async Task LookAsync(string hash, FileCheck check, CancellationToken ct)
    {
        check.Contents++;
        FileFaultKind? wrong;
        try
        {
            var (found, size) = await FileStore.HashAsync(folder.PathOf(hash), ct);
            check.Bytes += size;
            wrong = found == hash ? null : FileFaultKind.Changed;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            wrong = FileFaultKind.Missing;
        }
        if (wrong is not { } kind)
            return;
        foreach (var file in await db.Set<StoredFile>().Where(file => file.Hash == hash).Select(file => file.Id).ToListAsync(ct))
        {
            db.Add(new FileFault { CheckId = check.Id, FileId = file, Kind = kind });
            check.Faults++;
        }
    }
}
