using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Keeping;
using Shuren.Platform.Data.Keeping;

namespace Shuren.Host.Commands;

/// <summary><c>shuren backup|restore|verify</c>: a district in one file, while people work.</summary>
internal static class BackupCommand
{
    public static Command Backup()
    {
        var output = new Option<FileInfo>("--output", "-o") { Description = "The file to write. 备份文件。", Required = true };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("backup", "Write a district with its files into one file, while people work. 备份区县。") { output, database, district, json };
        command.SetAction((parsed, ct) =>
        {
            var (where, code) = (parsed.GetRequiredValue(database), parsed.GetRequiredValue(district));
            return DatabaseOptions.InDistrictAsync(where, code, async services =>
            {
                var manifest = await WriteAsync(services, parsed.GetRequiredValue(output).FullName, ct);
                new KeepingLog(DatabaseOptions.DataFolder(where)).Note(code, kept => kept with { BackupAt = manifest.TakenAt, CheckpointNumber = manifest.Blocks, CheckpointHash = manifest.ChainHash });
                Print(manifest, parsed.GetValue(json));
                return ExitCodes.Success;
            }, ct);
        });
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that shuren backup wrote. 备份文件。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("restore", "Make a district from a backup; its code must be free. 从备份恢复区县。") { file, database, district, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            var restored = await house.GetRequiredService<RestoreBackup>().RunAsync(parsed.GetRequiredValue(file).FullName, parsed.GetRequiredValue(district), ct);
            if (!restored.Succeeded)
                return DatabaseOptions.Refuse(house, restored.Refusals);
            Print(restored.Value, parsed.GetValue(json));
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that shuren backup wrote. 备份文件。" };
        var json = DatabaseOptions.AsJson();
        var command = new Command("verify", "Reckon every table and content of a backup again. 核验备份文件。") { file, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(".data");
            var verified = await BackupFile.VerifyAsync(parsed.GetRequiredValue(file).FullName, ct);
            if (!verified.Succeeded)
                return DatabaseOptions.Refuse(house, verified.Refusals);
            Print(verified.Value, parsed.GetValue(json));
            return ExitCodes.Success;
        });
        return command;
    }

    internal static Task<BackupManifest> WriteAsync(IServiceProvider services, string path, CancellationToken ct) => BackupFile.WriteAsync(services.GetRequiredService<TakeBackup>(), path, ct);

    private static void Print(BackupManifest manifest, bool json)
    {
        if (manifest.MissingFiles.Count > 0)
            Console.Error.WriteLine($"文件库里缺少 {manifest.MissingFiles.Count} 份内容 missing contents: {string.Join(", ", manifest.MissingFiles.Take(5))}");
        Console.WriteLine(json
            ? JsonSerializer.Serialize(manifest, DatabaseOptions.Json)
            : FormattableString.Invariant($"{manifest.District}  {manifest.TakenAt:O}  {manifest.Tables.Sum(table => table.Rows)} 行 rows，{manifest.Blocks} 个封存块 blocks，{manifest.Files.Count} 份文件 files"));
    }
}
