using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Shuren.Kernel;

namespace Shuren.Platform.Data.Keeping;

/// <summary>What was deleted, by whom and why: enough to show later that it was this and that nothing of it is left.</summary>
/// <param name="Format">Version of the form.</param>
/// <param name="District">Code of the district.</param>
/// <param name="DistrictId">The id of its row; another district may take the code later.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The database: a folder, or server and database.</param>
/// <param name="CreatedAt">When the district was added, in UTC.</param>
/// <param name="ArchivedAt">Since when it was archived, in UTC.</param>
/// <param name="ArchivedWhy">Why it was archived.</param>
/// <param name="DeletedAt">When the deletion began, in UTC.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Why">Why.</param>
/// <param name="Tables">Every table with its rows and hash.</param>
/// <param name="Blocks">Blocks of the audit's chain.</param>
/// <param name="ChainHash">Hash of the last one.</param>
/// <param name="Files">Contents of the district's part of the file store, by hash.</param>
/// <param name="Backup">The backup that was verified; null where the deletion was ordered without one.</param>
/// <param name="Hash">SHA-256 of all the above, in lower-case hex.</param>
/// <param name="Signature">ECDSA over the hash in Base64; null where nobody signed.</param>
public sealed record DeletionCertificate(int Format, string District, Guid DistrictId, string Name, string Place, DateTime CreatedAt, DateTime ArchivedAt, string ArchivedWhy, DateTime DeletedAt,
    string By, string Why, IReadOnlyList<TableDigest> Tables, long Blocks, string ChainHash, IReadOnlyList<string> Files, DeletionBackup? Backup, string Hash = "", string? Signature = null)
{
    /// <summary>The form that this release writes.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a certificate and reckons its hash again.</summary>
    /// <returns>It, or <c>CertificateUnreadable</c>, <c>CertificateChanged</c>.</returns>
    public static async Task<Outcome<DeletionCertificate>> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            var read = JsonSerializer.Deserialize<DeletionCertificate>(await File.ReadAllTextAsync(path, ct), Json);
            if (read is null)
                return new Refusal("CertificateUnreadable", "certificate", path);
            return read.Hash == read.Reckoned() ? read : new Refusal("CertificateChanged", "certificate", path);
        }
        catch (Exception wrong) when (wrong is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return new Refusal("CertificateUnreadable", "certificate", path);
        }
    }

    /// <summary>The hash that belongs to what it says.</summary>
    public string Reckoned() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this with { Hash = "", Signature = null }, Json)));

    /// <summary>Whether the holder of the key signed it.</summary>
    public bool IsSignedBy(string publicPem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicPem);
        return Signature is { } signature && key.VerifyData(Encoding.UTF8.GetBytes(Hash), Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
    }

    /// <summary>Completes it with its hash, signs it where there is a key, and writes it: as JSON, and beside it as a text to be printed.</summary>
    public async Task<DeletionCertificate> WriteAsync(string path, string? privatePem, CancellationToken ct)
    {
        var whole = this with { Hash = Reckoned() };
        if (privatePem is not null)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(privatePem);
            whole = whole with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(whole.Hash), HashAlgorithmName.SHA256)) };
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a file lies in a folder
        await FlushAsync(path, JsonSerializer.Serialize(whole, Json), ct);
        await FlushAsync(Path.ChangeExtension(path, ".txt"), whole.ToText(), ct);
        return whole;
    }

    // On the disk before anything is deleted.
    private static async Task FlushAsync(string path, string content, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        await file.WriteAsync(Encoding.UTF8.GetBytes(content), ct);
        file.Flush(flushToDisk: true);
    }

    private string ToText()
    {
        var text = new StringBuilder();
        void Line(string term, object? value) => text.Append(CultureInfo.InvariantCulture, $"{term}: {value}\n");
        text.Append("区县数据删除证明 Certificate of deletion\n\n");
        Line("区县 district", $"{Name} ({District}, {DistrictId})");
        Line("数据库 database", Place);
        Line("建立 created", CreatedAt.ToString("u", CultureInfo.InvariantCulture));
        Line("归档 archived", $"{ArchivedAt.ToString("u", CultureInfo.InvariantCulture)} {ArchivedWhy}");
        Line("删除 deleted", DeletedAt.ToString("u", CultureInfo.InvariantCulture));
        Line("决定人 ordered by", By);
        Line("原因 why", Why);
        Line("备份 backup", Backup is null ? "无，按要求不留备份 none, as ordered" : $"{Backup.File} {Backup.TakenAt.ToString("u", CultureInfo.InvariantCulture)} SHA-256 {Backup.Hash}");
        Line("审计 audit", $"{Blocks} 个封存块 blocks, {ChainHash}");
        Line("文件 files", Files.Count);
        Line("记录 rows", Tables.Sum(table => table.Rows));
        foreach (var table in Tables)
            text.Append(CultureInfo.InvariantCulture, $"  {table.Table}  {table.Rows}  {table.Hash}\n");
        Line("\nSHA-256", Hash);
        return text.ToString();
    }
}

/// <summary>The backup that was verified before the deletion.</summary>
/// <param name="File">Its name, without folders.</param>
/// <param name="TakenAt">The moment whose state it holds, in UTC.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record DeletionBackup(string File, DateTime TakenAt, string Hash);
