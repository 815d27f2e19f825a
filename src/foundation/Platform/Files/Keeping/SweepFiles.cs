using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Files.Keeping;

/// <summary>What was tidied away.</summary>
/// <param name="Parts">Files that were never finished.</param>
/// <param name="Aside">Contents that no row names, put aside.</param>
/// <param name="Gone">Contents that were put aside before and are gone for good.</param>
public sealed record Swept(int Parts, int Aside, int Gone);

/// <summary>
/// Clears contents that no row names: their act was refused or broken off after they were written. First they are put aside, and a whole time of grace later
/// they go; whatever comes to be named meanwhile goes back to its place. A named content is never deleted, whoever writes at the same moment.
/// </summary>
public sealed class SweepFiles(ShurenDb db, CurrentDistrict district, FileStoreOptions options, TimeProvider time) : IHandler
{
    /// <summary>Longer than any act and any upload takes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(2);

    private const int Page = 500;

    private readonly FileFolder folder = new(options, district.Code);

    /// <summary>Sweeps once.</summary>
    public async Task<Swept> RunAsync(CancellationToken ct)
    {
        var (parts, aside, gone) = (0, 0, 0);
        foreach (var part in folder.Parts().Where(IsOld))
        {
            File.Delete(part);
            parts++;
        }
        foreach (var hashes in folder.Contents().Where(hash => IsOld(folder.PathOf(hash))).Chunk(Page))
        {
            var named = await NamedAsync(hashes, ct);
            foreach (var hash in hashes.Where(hash => !named.Contains(hash)))
                aside += await PutAsideAsync(hash, ct) ? 1 : 0;
        }
        foreach (var waste in Waste().Chunk(Page))
        {
            var named = await NamedAsync(waste, ct);
            foreach (var hash in waste)
                gone += named.Contains(hash) ? PutBack(hash) : Drop(hash);
        }
        return new(parts, aside, gone);
    }

    private async Task<HashSet<string>> NamedAsync(string[] hashes, CancellationToken ct) =>
        [.. await db.Set<StoredFile>().Where(file => hashes.Contains(file.Hash)).Select(file => file.Hash).Distinct().ToListAsync(ct)];

    private List<string> Waste() => Directory.Exists(folder.Waste) ? Directory.EnumerateFiles(folder.Waste).Select(path => Path.GetFileName(path)).Where(FileFolder.IsHash).ToList() : [];

    private bool IsOld(string path) => time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) >= Grace;

    private async Task<bool> PutAsideAsync(string hash, CancellationToken ct)
    {
        var waste = Path.Combine(Directory.CreateDirectory(folder.Waste).FullName, hash);
        File.Move(folder.PathOf(hash), waste, overwrite: true);
        // Somebody may have brought the same content between the look and the move: then it is young again, or named.
        if (!IsOld(waste) || (await NamedAsync([hash], ct)).Count > 0)
        {
            PutBack(hash);
            return false;
        }
        File.SetLastWriteTimeUtc(waste, time.GetUtcNow().UtcDateTime);
        return true;
    }

    private int PutBack(string hash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(hash))!);
        var waste = Path.Combine(folder.Waste, hash);
        // Young again: the act that brought it may not be saved yet.
        File.SetLastWriteTimeUtc(waste, time.GetUtcNow().UtcDateTime);
        File.Move(waste, folder.PathOf(hash), overwrite: true); // the same bytes, by their name
        return 0;
    }

    private int Drop(string hash)
    {
        var waste = Path.Combine(folder.Waste, hash);
        if (!IsOld(waste))
            return 0;
        File.Delete(waste);
        return 1;
    }
}
