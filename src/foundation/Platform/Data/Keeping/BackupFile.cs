using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Shuren.Kernel;

namespace Shuren.Platform.Data.Keeping;

/// <summary>Reads a backup file and tells whether it is whole.</summary>
public static class BackupFile
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes beside the target and moves it there when it is whole: a backup that was cut off never looks like one.</summary>
    public static async Task<BackupManifest> WriteAsync(TakeBackup take, string path, CancellationToken ct)
    {
        var part = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a file lies in a folder
        try
        {
            BackupManifest manifest;
            await using (var output = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                manifest = await take.RunAsync(output, ct);
                output.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(part, path, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Reads the manifest.</summary>
    /// <returns>It, or the refusals <c>BackupUnreadable</c>, <c>BackupTooNew</c>.</returns>
    public static async Task<Outcome<BackupManifest>> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, ct);
            if (zip.GetEntry(BackupManifest.Entry) is not { } entry)
                return new Refusal("BackupUnreadable", "file", path);
            await using var stream = await entry.OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, ct);
            if (manifest is null)
                return new Refusal("BackupUnreadable", "file", path);
            return manifest.Format > BackupManifest.CurrentFormat ? new Refusal("BackupTooNew", "file", manifest.Format) : manifest;
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or FileNotFoundException)
        {
            return new Refusal("BackupUnreadable", "file", path);
        }
    }

    /// <summary>Reckons every table and every content again.</summary>
    /// <returns>The manifest, or what of it is not whole: <c>BackupTableDiffers</c>, <c>BackupFileDiffers</c>, <c>BackupUnreadable</c>.</returns>
    public static async Task<Outcome<BackupManifest>> VerifyAsync(string path, CancellationToken ct)
    {
        var read = await ReadAsync(path, ct);
        if (!read.Succeeded)
            return read;
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, ct);
            foreach (var table in read.Value.Tables)
            {
                if (await SumAsync(zip, table, ct) is not { } sum || sum.Rows != table.Rows || sum.ToString() != table.Hash)
                    return new Refusal("BackupTableDiffers", "file", table.Table);
            }
            foreach (var hash in read.Value.Files)
            {
                if (zip.GetEntry($"files/{hash}") is not { } entry || await HashAsync(entry, ct) != hash)
                    return new Refusal("BackupFileDiffers", "file", hash);
            }
            return read;
        }
        catch (InvalidDataException)
        {
            return new Refusal("BackupUnreadable", "file", path);
        }
    }

    /// <summary>The rows of a table.</summary>
    internal static async Task<Stream?> TableAsync(ZipArchive zip, string table, CancellationToken ct) => zip.GetEntry($"tables/{table}.jsonl") is { } entry ? await entry.OpenAsync(ct) : null;

    private static async Task<RowSum?> SumAsync(ZipArchive zip, TableDigest table, CancellationToken ct)
    {
        await using var stream = await TableAsync(zip, table.Table, ct);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        var sum = new RowSum();
        while (await reader.ReadLineAsync(ct) is { } line)
            sum.Add(System.Text.Encoding.UTF8.GetBytes(line));
        return sum;
    }

    private static async Task<string> HashAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
