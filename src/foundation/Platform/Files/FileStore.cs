using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Files.Pictures;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Files;

/// <summary>
/// Content-addressed files of a district: the same bytes are kept once, and a changed byte shows. What a file is, its content says.
/// A content is written before the row that names it, so a row never points at nothing; what no row comes to name is swept away.
/// </summary>
public sealed class FileStore(ShurenDb db, CurrentDistrict district, FileStoreOptions options, Actor actor, TimeProvider time)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>More acts of a district never write at once: a server has so many connections.</summary>
    private const int MostAtOnce = 40;

    private readonly FileFolder folder = new(options, district.Code);

    /// <summary>Stores one file and adds (does not save) the row that names it.</summary>
    /// <returns>The row, or what <see cref="AddAllAsync"/> refuses.</returns>
    public async Task<Outcome<StoredFile>> AddAsync(Stream content, string name, Ref owner, FileUse use, CancellationToken ct)
    {
        var added = await AddAllAsync([new(name, content)], owner, use, ct);
        return added.Succeeded ? added.Value[0] : added.Refusals.ToList();
    }

    /// <summary>
    /// Stores files and adds (does not save) the rows that name them: all, or none where one is refused. Where others take the last room at this moment, the save
    /// fails as if a row had been edited meanwhile.
    /// </summary>
    /// <returns>
    /// The rows, or: <c>FilesTooMany</c>; and for each file that is not taken <c>FileTooLarge</c>, <c>FileQuota</c>, <c>FilePictureBroken</c>,
    /// <c>FileHasPlaces</c> or what <see cref="FileSniffer"/> refuses. The file's name is in the sentence.
    /// </returns>
    public async Task<Outcome<IReadOnlyList<StoredFile>>> AddAllAsync(IReadOnlyList<BroughtFile> brought, Ref owner, FileUse use, CancellationToken ct)
    {
        if (brought.Count == 0)
            return Array.Empty<StoredFile>();
        var limits = await FileLimits.ReadAsync(db, ct);
        var key = owner.ToString();
        if (use.IsCounted && brought.Count + await db.Set<StoredFile>().CountAsync(file => file.Owner == key, ct) > limits.MostPerThing)
            return new Refusal("FilesTooMany", "", limits.MostPerThing);
        var used = await FileUsage.BytesAsync(db, ct) + db.Set<StoredFile>().Local.Where(file => db.Entry(file).State == EntityState.Added).Sum(file => file.Size);
        var (rows, refusals) = (new List<StoredFile>(), new List<Refusal>());
        foreach (var file in brought)
        {
            var taken = await TakeAsync(file, key, use, limits, used, ct);
            refusals.AddRange(taken.Refusals);
            if (taken.Succeeded)
                rows.Add(taken.Value);
            used += taken.Succeeded ? taken.Value.Size : 0;
        }
        if (refusals.Count > 0)
            return refusals;
        db.AddRange(rows);
        // Others may bring files at this moment, each too few to notice: where there is not room for all of them at once, the room is reckoned again at the end.
        if (limits.QuotaBytes - used < MostAtOnce * limits.LargestMb * 1024L * 1024)
            db.LookBeforeCommit(stopped => StopOverQuotaAsync(limits.QuotaBytes, stopped));
        return rows;
    }

    private async Task StopOverQuotaAsync(long quota, CancellationToken ct)
    {
        if (await FileUsage.BytesAsync(db, ct) > quota)
            throw new DbUpdateConcurrencyException("The files of others have taken the room meanwhile.");
    }

    /// <summary>Opens the content for reading.</summary>
    /// <exception cref="FileNotFoundException">The content is gone from the disk: the machine failed.</exception>
    public Stream Open(StoredFile file) => new FileStream(folder.PathOf(file.Hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);

    private async Task<Outcome<StoredFile>> TakeAsync(BroughtFile brought, string owner, FileUse use, FileLimits limits, long used, CancellationToken ct)
    {
        var (name, part, clean) = (CleanName(brought.Name), folder.NewPart(), folder.NewPart());
        try
        {
            if (await WriteAsync(brought.Content, part, limits.LargestMb * 1024L * 1024, ct) is not var (hash, size))
                return new Refusal("FileTooLarge", "", limits.LargestMb);
            var told = await FileSniffer.TellAsync(part, name, use, ct);
            if (!told.Succeeded)
                return told.Refusals.ToList();
            if (PictureCleaner.Cleans(told.Value.Type))
            {
                if (PictureCleaner.Clean(told.Value.Type, name, part, clean) is { } refusal)
                    return refusal;
                (part, clean) = (clean, part);
                (hash, size) = await HashAsync(part, ct);
            }
            if (used + size > limits.QuotaBytes)
                return new Refusal("FileQuota", "", name, limits.QuotaMb);
            folder.Keep(part, hash, time.GetUtcNow().UtcDateTime);
            return new StoredFile { Hash = hash, Name = name, Size = size, MediaType = told.Value.MediaType, Owner = owner, AddedBy = actor.Name, At = time.GetUtcNow().UtcDateTime };
        }
        finally
        {
            File.Delete(part);
            File.Delete(clean);
        }
    }

    private static async Task<(string Hash, long Size)?> WriteAsync(Stream content, string path, long most, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                if (size + read > most)
                    return null;
                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(sha.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Hash and size of a file on the disk, in bounded memory.</summary>
    internal static async Task<(string Hash, long Size)> HashAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)), file.Length);
    }

    private static string CleanName(string name)
    {
        var bare = Path.GetFileName(name.Replace('\\', '/'));
        // Marks that turn the direction of writing would make "gpj.exe" look like "exe.jpg".
        var clean = string.Concat(bare.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        return clean.Length <= 200 ? clean : clean[..150] + clean[^50..];
    }
}
