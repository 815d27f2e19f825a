using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Data.Keeping;

/// <summary>
/// Deletes an archived district with all it holds and writes what it was. The certificate is on the disk before anything is deleted, so a deletion that
/// was broken off is finished by ordering it again with the same certificate.
/// </summary>
public sealed class DeleteDistrict(DistrictDirectory districts, INamespaces namespaces, FileStoreOptions files, TimeProvider time) : IHandler
{
    /// <summary>What is deleted.</summary>
    /// <param name="Code">The district.</param>
    /// <param name="Typed">Its code, typed once more.</param>
    /// <param name="By">Who ordered it.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Backup">A backup taken after it was archived; null only for a deletion without one.</param>
    /// <param name="WithoutBackup">Whether nothing shall be kept.</param>
    /// <param name="Certificate">Where the certificate is written.</param>
    /// <param name="PrivatePem">The key that signs it, or null.</param>
    public sealed record Order(string Code, string Typed, string By, string Why, string? Backup, bool WithoutBackup, string Certificate, string? PrivatePem = null);

    /// <summary>Deletes it.</summary>
    /// <returns>The certificate, or <c>DeletionConfirm</c>, <c>DeletionNeedsWhy</c>, <c>DeletionNeedsBackup</c>, <c>DeletionNotArchived</c>, <c>DeletionBackupOld</c>,
    /// <c>DeletionBackupOther</c>, <c>DistrictMoves</c>, <c>MoveJobsRun</c>, <c>DistrictUnknown</c>, <c>CertificateThere</c>, and the refusals of the backup.</returns>
    public async Task<Outcome<DeletionCertificate>> RunAsync(Order order, CancellationToken ct)
    {
        if (order.Typed != order.Code || !DistrictCode.IsValid(order.Code))
            return new Refusal("DeletionConfirm", "confirm", order.Code);
        await using var held = await namespaces.LockAsync(ct);
        var certified = File.Exists(order.Certificate) ? await AgainAsync(order, ct) : await CertifyAsync(order, ct);
        if (!certified.Succeeded)
            return certified;
        await namespaces.DropAsync(order.Code, ct);
        var folder = Path.Combine(files.Folder, order.Code);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        districts.Forget();
        return certified;
    }

    // Broken off before: the certificate says what was being deleted. Another district under the same code is never touched.
    private async Task<Outcome<DeletionCertificate>> AgainAsync(Order order, CancellationToken ct)
    {
        var read = await DeletionCertificate.ReadAsync(order.Certificate, ct);
        if (!read.Succeeded)
            return read;
        if (read.Value.District != order.Code || await IdAsync(order.Code, ct) is { } id && id != read.Value.DistrictId)
            return new Refusal("CertificateThere", "certificate", order.Certificate);
        return read;
    }

    private async Task<Outcome<DeletionCertificate>> CertifyAsync(Order order, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(order.Why))
            return new Refusal("DeletionNeedsWhy", "why");
        if (order.Backup is null != order.WithoutBackup)
            return new Refusal("DeletionNeedsBackup", "backup", order.Code);
        if (await districts.FindAsync(order.Code, ct) is not { } district)
            return new Refusal("DistrictUnknown", "district", order.Code, string.Join(", ", (await districts.ListAsync(ct)).Select(card => card.Code)));
        await using var scope = districts.Enter(district, order.By);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        if (await OpenArchives.FindAsync(db, ct) is not { } archive)
            return new Refusal("DeletionNotArchived", "district", order.Code);
        if (archive is { MovesTo: { } place, HasMoved: false })
            return new Refusal("DistrictMoves", "district", place);
        var now = Moments.Kept(time.GetUtcNow().UtcDateTime);
        if (await db.Set<Job>().AnyAsync(job => job.State == JobState.Running && job.LeaseUntil > now, ct))
            return new Refusal("MoveJobsRun", "district");
        var backup = await BackupAsync(db, order, archive, ct);
        if (!backup.Succeeded)
            return new List<Refusal>(backup.Refusals);
        var row = await db.Set<DistrictRecord>().AsNoTracking().FirstAsync(one => one.Code == order.Code, ct);
        return await (await DescribeAsync(db, ct))(new(DeletionCertificate.CurrentFormat, order.Code, row.Id, row.Name, namespaces.Place, row.CreatedAt, archive.Since, archive.Why, now,
            order.By, order.Why.Trim(), [], 0, "", FilesOf(order.Code), backup.Value.Kept)).WriteAsync(order.Certificate, order.PrivatePem, ct);
    }

    private readonly record struct Checked(DeletionBackup? Kept);

    private static async Task<Outcome<Checked>> BackupAsync(ShurenDb db, Order order, ArchiveState archive, CancellationToken ct)
    {
        if (order.Backup is not { } path)
            return new Checked(null);
        var read = await BackupFile.VerifyAsync(path, ct);
        if (!read.Succeeded)
            return new List<Refusal>(read.Refusals);
        if (read.Value.TakenAt < archive.Since)
            return new Refusal("DeletionBackupOld", "backup", path);
        // The block with which the backup ends stands in this chain and in no other.
        var (number, hash) = (read.Value.Blocks, read.Value.ChainHash);
        if (read.Value.District != order.Code || !await db.Set<AuditBlock>().AnyAsync(block => block.Number == number && block.Hash == hash, ct))
            return new Refusal("DeletionBackupOther", "backup", path, order.Code);
        await using var content = File.OpenRead(path);
        return new Checked(new(Path.GetFileName(path), read.Value.TakenAt, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct))));
    }

    private static async Task<Func<DeletionCertificate, DeletionCertificate>> DescribeAsync(ShurenDb db, CancellationToken ct)
    {
        await using var moment = await Snapshot.OpenAsync(db, ct);
        var tables = new List<TableDigest>();
        foreach (var type in TableDump.InOrder(db))
            tables.Add(await TableDump.WriteAsync(db, type, null, ct));
        var head = await AuditChain.HeadAsync(db, ct);
        return certificate => certificate with { Tables = tables, Blocks = head?.Number ?? 0, ChainHash = head?.Hash ?? "" };
    }

    // The district has a folder of its own in the store, so no other district uses what lies in it.
    private List<string> FilesOf(string code)
    {
        var folder = Path.Combine(files.Folder, code);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
    }

    private async Task<Guid?> IdAsync(string code, CancellationToken ct)
    {
        if (await districts.FindAsync(code, ct) is not { } district)
            return null;
        await using var scope = districts.Enter(district, "delete");
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<DistrictRecord>().Where(one => one.Code == code).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(ct);
    }
}
