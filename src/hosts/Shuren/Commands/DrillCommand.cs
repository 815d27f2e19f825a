using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Keeping;
using Shuren.Kernel;
using Shuren.Platform.Data.Keeping;

namespace Shuren.Host.Commands;

/// <summary><c>shuren drill</c>: backs a district up, restores it where nothing is, compares, and keeps the time of the proof.</summary>
internal static class DrillCommand
{
    public static Command Create()
    {
        var into = new Option<string?>("--into") { Description = "An empty place to restore into: a folder or a PostgreSQL connection string; default: a new folder. 恢复到哪里。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("drill", "Prove that a backup can be restored: back up, restore into an empty place, compare every hash. 备份恢复演练。") { into, database, district, json };
        command.SetAction((parsed, ct) => DrillAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), parsed.GetValue(into), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> DrillAsync(string database, string code, string? into, bool json, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("shuren-drill-").FullName;
        try
        {
            var file = Path.Combine(folder, code + ".backup");
            BackupManifest? taken = null;
            var watch = Stopwatch.StartNew();
            var backedUp = await DatabaseOptions.InDistrictAsync(database, code, async services =>
            {
                taken = await BackupCommand.WriteAsync(services, file, ct);
                return ExitCodes.Success;
            }, ct);
            if (taken is null)
                return backedUp;
            var backup = watch.Elapsed;
            watch.Restart();
            await using var house = DatabaseOptions.House(into ?? Path.Combine(folder, "restored"), Path.Combine(folder, "files"));
            var restored = await house.GetRequiredService<RestoreBackup>().RunAsync(file, code, ct);
            if (!restored.Succeeded)
                return DatabaseOptions.Refuse(house, restored.Refusals);
            var restore = watch.Elapsed;
            new KeepingLog(DatabaseOptions.DataFolder(database)).Note(code, kept => kept with { DrillAt = taken.TakenAt, RestoreSeconds = restore.TotalSeconds });
            Print(taken, backup, restore, json);
            return ExitCodes.Success;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(BackupManifest taken, TimeSpan backup, TimeSpan restore, bool json)
    {
        var rows = taken.Tables.Sum(table => table.Rows);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { district = taken.District, takenAt = taken.TakenAt, rows, blocks = taken.Blocks, files = taken.Files.Count, backupSeconds = backup.TotalSeconds, restoreSeconds = restore.TotalSeconds }, DatabaseOptions.Json)
            : FormattableString.Invariant($"演练通过 the drill passed：{rows} 行 rows，{taken.Blocks} 个封存块 blocks，{taken.Files.Count} 份文件 files；备份 backup {backup.TotalSeconds:F1} s，恢复 restore {restore.TotalSeconds:F1} s"));
    }
}
