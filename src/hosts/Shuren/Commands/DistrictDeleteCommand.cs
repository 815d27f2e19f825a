using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data.Keeping;

namespace Shuren.Host.Commands;

/// <summary><c>shuren district delete|verify-deletion</c>: all of it, with a certificate that can be checked.</summary>
internal static class DistrictDeleteCommand
{
    public static Command Delete()
    {
        var code = DistrictArchiveCommand.Code();
        var confirm = new Option<string>("--confirm") { Description = "The code once more. 再写一遍区县代码。", Required = true };
        var backup = new Option<FileInfo?>("--backup") { Description = "A backup taken after it was archived; it is verified first. 归档之后的备份文件。" };
        var without = new Option<bool>("--without-backup") { Description = "Keep nothing. 不留备份。" };
        var certificate = new Option<FileInfo?>("--certificate") { Description = "Where the certificate is written; default: deletions/ in the data folder. 删除证明。" };
        var key = new Option<FileInfo?>("--key") { Description = "PEM of an EC private key that signs it. 签名私钥。" };
        var (by, why, database, json) = (DistrictArchiveCommand.By(), DistrictArchiveCommand.Why(), DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("delete", "Delete an archived district with its files and write a certificate. 删除已归档的区县并出具证明。") { code, confirm, backup, without, certificate, key, by, why, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            var name = string.Create(CultureInfo.InvariantCulture, $"{parsed.GetRequiredValue(code)}-{house.GetRequiredService<TimeProvider>().GetUtcNow():yyyyMMddHHmmss}.json");
            var path = parsed.GetValue(certificate)?.FullName ?? Path.Combine(Path.GetFullPath(DatabaseOptions.DataFolder(parsed.GetRequiredValue(database))), "deletions", name);
            var deleted = await house.GetRequiredService<DeleteDistrict>().RunAsync(new(parsed.GetRequiredValue(code), parsed.GetRequiredValue(confirm), parsed.GetRequiredValue(by), parsed.GetRequiredValue(why),
                parsed.GetValue(backup)?.FullName, parsed.GetValue(without), path, parsed.GetValue(key) is { } file ? await File.ReadAllTextAsync(file.FullName, ct) : null), ct);
            return deleted.Succeeded ? Print(deleted.Value, path, parsed.GetValue(json)) : DatabaseOptions.Refuse(house, deleted.Refusals);
        });
        return command;
    }

    public static Command Verify()
    {
        var certificate = new Argument<FileInfo>("CERTIFICATE") { Description = "What district delete wrote. 删除证明（JSON）。" };
        var key = new Option<FileInfo?>("--public-key") { Description = "PEM of the signer's public key. 签名公钥。" };
        var (database, json) = (DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("verify-deletion", "Check a certificate and that nothing it names is left. 核验删除证明。") { certificate, key, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            var path = parsed.GetRequiredValue(certificate).FullName;
            var verified = await house.GetRequiredService<VerifyDeletion>().RunAsync(path, parsed.GetValue(key) is { } file ? await File.ReadAllTextAsync(file.FullName, ct) : null, ct);
            return verified.Succeeded ? Print(verified.Value, path, parsed.GetValue(json)) : DatabaseOptions.Refuse(house, verified.Refusals);
        });
        return command;
    }

    private static int Print(DeletionCertificate certificate, string path, bool json)
    {
        var rows = certificate.Tables.Sum(table => table.Rows);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { district = certificate.District, deletedAt = certificate.DeletedAt, rows, files = certificate.Files.Count, hash = certificate.Hash, certificate = path }, DatabaseOptions.Json)
            : FormattableString.Invariant($"{certificate.District}  已删除 deleted {certificate.DeletedAt:u}  {rows} 行 rows，{certificate.Files.Count} 份文件 files  {certificate.Hash}\n{path}"));
        return ExitCodes.Success;
    }
}
