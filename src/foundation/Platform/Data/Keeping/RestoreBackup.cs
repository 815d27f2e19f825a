using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Windows;

namespace Shuren.Platform.Data.Keeping;

/// <summary>
/// Makes a district from a backup file, in a namespace that is not there yet. The database is first brought to the state in which the
/// backup was taken, filled, held against the hashes of the file, and only then brought up to date.
/// </summary>
public sealed class RestoreBackup(DistrictDirectory districts, INamespaces namespaces, FileStoreOptions files) : IHandler
{
    /// <summary>Restores the file under a code of one's choice.</summary>
    /// <returns>What was restored, or the refusals of the file, <c>DistrictCodeForm</c>, <c>DistrictExists</c>, <c>RestoreDiffers</c>.</returns>
    public async Task<Outcome<BackupManifest>> RunAsync(string path, string code, CancellationToken ct)
    {
        var read = await BackupFile.VerifyAsync(path, ct);
        if (!read.Succeeded)
            return read;
        if (!DistrictCode.IsValid(code))
            return new Refusal("DistrictCodeForm", "code", code);
        if ((await namespaces.ListAsync(ct)).Contains(code))
            return new Refusal("DistrictExists", "code", code);
        var done = await FillAsync(read.Value, path, code, ct);
        if (!done.Succeeded)
            await namespaces.DropAsync(code, ct);
        districts.Forget();
        return done;
    }

    private async Task<Outcome<BackupManifest>> FillAsync(BackupManifest manifest, string path, string code, CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(path, ct);
        await namespaces.CreateAsync(code, ct);
        await using var scope = districts.Enter(new(code, manifest.Name), "restore");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.GetService<IMigrator>().MigrateAsync(manifest.Migration, ct);
        await FillTablesAsync(db, manifest, zip, ct);
        await FillFilesAsync(manifest, zip, code, ct);
        await db.Database.MigrateAsync(ct);
        await WindowViews.CreateAsync(db, ct);
        foreach (var type in TableDump.InOrder(db))
        {
            var stands = await TableDump.WriteAsync(db, type, null, ct);
            var kept = manifest.Tables.FirstOrDefault(table => table.Table == stands.Table);
            // A table that a later release widened has other bytes; its rows are counted, and the audit is verified whole.
            if (kept is not null && (kept.Rows != stands.Rows || (kept.Columns.SequenceEqual(stands.Columns) && kept.Hash != stands.Hash)))
                return new Refusal("RestoreDiffers", "file", stands.Table);
        }
        var verdict = await new VerifyAudit(db).RunAsync([new(code, manifest.Blocks, manifest.ChainHash, manifest.TakenAt)], ct);
        if (manifest.Blocks > 0 && !verdict.Ok)
            return new Refusal(verdict.Reason!, "file", verdict.FirstBroken!); // not ok: both are there
        if (code != manifest.District)
            await RenameAsync(scope.ServiceProvider, manifest, code, ct);
        return manifest;
    }

    private static async Task FillTablesAsync(ShurenDb db, BackupManifest manifest, ZipArchive zip, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("pragma defer_foreign_keys = on", ct);
        foreach (var type in TableDump.InOrder(db))
        {
            if (manifest.Tables.FirstOrDefault(table => table.Table == type.GetTableName()) is not { } kept || await BackupFile.TableAsync(zip, kept.Table, ct) is not { } stream)
                continue;
            await using var opened = stream;
            var byName = TableColumn.AllOf(type).ToDictionary(column => column.Name, StringComparer.Ordinal);
            List<TableColumn> columns = [.. kept.Columns.Select(name => byName[name])];
            await ClearAsync(db, type, ct);
            await BulkInsert.RunAsync(db, kept.Table, columns, RowsOf(opened, columns), ct);
        }
        await transaction.CommitAsync(ct);
    }

    // A migration may have put rows of its own in; the backup has them too.
#pragma warning disable EF1002 // The table's name comes from the model.
    private static Task<int> ClearAsync(ShurenDb db, IEntityType type, CancellationToken ct) => db.Database.ExecuteSqlRawAsync($"delete from {type.GetTableName()}", ct);
#pragma warning restore EF1002

    private static IEnumerable<IEnumerable<object?>> RowsOf(Stream stream, List<TableColumn> columns)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.EnumerateArray().Zip(columns, (value, column) => column.Read(value)).ToList();
        }
    }

    private async Task FillFilesAsync(BackupManifest manifest, ZipArchive zip, string code, CancellationToken ct)
    {
        foreach (var hash in manifest.Files)
        {
            var folder = Directory.CreateDirectory(Path.Combine(files.Folder, code, hash[..2]));
            await using var content = await zip.GetEntry($"files/{hash}")!.OpenAsync(ct); // verified before
            await using var file = new FileStream(Path.Combine(folder.FullName, hash), FileMode.Create, FileAccess.Write);
            await content.CopyToAsync(file, ct);
            file.Flush(flushToDisk: true);
        }
    }

    private static async Task RenameAsync(IServiceProvider services, BackupManifest manifest, string code, CancellationToken ct)
    {
        var db = services.GetRequiredService<ShurenDb>();
        var process = services.GetRequiredService<Process>();
        process.Begin("platform.restore-under-another-code", why: $"{manifest.District} → {code}");
        process.MayTouchArchive = true;
        db.UpdateSet(db.Set<DistrictRecord>(), set => set.SetProperty(district => district.Code, code));
        await db.SaveAsync(ct);
    }
}
