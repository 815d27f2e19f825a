using System.Buffers;
using System.Security.Cryptography;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Files;

/// <summary>
/// Content-addressed files of a district: the same bytes are kept once, and a changed byte shows.
/// A file is written before the row that names it, so a row never points at nothing.
/// </summary>
public sealed class FileStore(ShurenDb db, CurrentDistrict district, FileStoreOptions options, Actor actor, TimeProvider time)
{
    /// <summary>Stores the content and adds (does not save) the row that names it.</summary>
    /// <returns>The row, or the refusal <c>FileTooLarge</c> with the limit in MB.</returns>
    public async Task<Outcome<StoredFile>> AddAsync(Stream content, string name, Ref owner, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, district.Code)).FullName;
        var temporary = Path.Combine(folder, $"{Guid.CreateVersion7():N}.part");
        try
        {
            var written = await WriteAsync(content, temporary, ct);
            if (written is not var (hash, size))
                return new Refusal("FileTooLarge", "", options.MaxBytes / (1024 * 1024));
            Directory.CreateDirectory(Path.Combine(folder, hash[..2]));
            File.Move(temporary, PathOf(hash), overwrite: true);
            var file = new StoredFile
            {
                Hash = hash, Name = CleanName(name), Size = size, Owner = owner.ToString(), AddedBy = actor.Name, At = time.GetUtcNow().UtcDateTime,
            };
            db.Add(file);
            return file;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens the content for reading.</summary>
    /// <exception cref="FileNotFoundException">The content is gone from the disk: the machine failed.</exception>
    public Stream Open(StoredFile file) => new FileStream(PathOf(file.Hash), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);

    private string PathOf(string hash) => Path.Combine(options.Folder, district.Code, hash[..2], hash);

    private async Task<(string Hash, long Size)?> WriteAsync(Stream content, string path, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                if (size + read > options.MaxBytes)
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

    private static string CleanName(string name)
    {
        var bare = Path.GetFileName(name.Replace('\\', '/'));
        var clean = string.Concat(bare.Where(c => !char.IsControl(c)));
        return clean.Length <= 200 ? clean : clean[..150] + clean[^50..];
    }
}

/// <summary>Where files lie and how large one may be.</summary>
/// <param name="Folder">The folder; each district has its own below it.</param>
/// <param name="MaxBytes">The largest file that is taken.</param>
public sealed record FileStoreOptions(string Folder, long MaxBytes = 50L * 1024 * 1024);
