using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Data.Keeping;

/// <summary>
/// Writes a district into one file while people work: all tables as of one moment, then the contents of its files. The file is the same
/// from SQLite and from PostgreSQL and goes into either.
/// </summary>
public sealed class TakeBackup(ShurenDb db, CurrentDistrict district, FileStoreOptions files, TimeProvider time) : IHandler
{
    /// <summary>Writes the backup to a stream.</summary>
    public async Task<BackupManifest> RunAsync(Stream output, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, ct);
        await using var moment = await Snapshot.OpenAsync(db, ct);
        var tables = new List<TableDigest>();
        foreach (var type in TableDump.InOrder(db))
        {
            await using var entry = await zip.CreateEntry($"tables/{type.GetTableName()}.jsonl", CompressionLevel.Fastest).OpenAsync(ct);
            tables.Add(await TableDump.WriteAsync(db, type, entry, ct));
        }
        var head = await AuditChain.HeadAsync(db, ct);
        var hashes = await db.Set<StoredFile>().AsNoTracking().Select(file => file.Hash).Distinct().OrderBy(hash => hash).ToListAsync(ct);
        var (stored, missing) = await CopyFilesAsync(zip, hashes, ct);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, district.Code, district.Name, Moments.Kept(time.GetUtcNow().UtcDateTime),
            (await db.Database.GetAppliedMigrationsAsync(ct)).Last(), tables, head?.Number ?? 0, head?.Hash ?? "", stored, missing);
        await using var last = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(last, manifest, BackupFile.Json, ct);
        return manifest;
    }

    private async Task<(List<string> Stored, List<string> Missing)> CopyFilesAsync(ZipArchive zip, List<string> hashes, CancellationToken ct)
    {
        var (stored, missing) = (new List<string>(), new List<string>());
        foreach (var hash in hashes)
        {
            var path = Path.Combine(files.Folder, district.Code, hash[..2], hash);
            if (!File.Exists(path))
            {
                missing.Add(hash);
                continue;
            }
            await using var entry = await zip.CreateEntry($"files/{hash}", CompressionLevel.Fastest).OpenAsync(ct);
            await using var content = File.OpenRead(path);
            await content.CopyToAsync(entry, ct);
            stored.Add(hash);
        }
        return (stored, missing);
    }
}

/// <summary>The state of the database at one moment: readers of it see no later write and hinder no writer.</summary>
internal static class Snapshot
{
    public static async Task<IDbContextTransaction> OpenAsync(ShurenDb db, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        // EF's own transaction would take the pen; this one only reads.
        var reading = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return await db.Database.UseTransactionAsync(reading, ct) ?? throw new InvalidOperationException("No transaction.");
    }
}
