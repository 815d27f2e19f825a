using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren district move</c>: into another folder or PostgreSQL, checked to the last row.</summary>
internal static class DistrictMoveCommand
{
    public static Command Create()
    {
        var code = DistrictArchiveCommand.Code();
        var to = new Option<string>("--to") { Description = "The other database: a folder or a PostgreSQL connection string. 迁往哪个数据库。", Required = true };
        var data = new Option<string?>("--to-data") { Description = "Where files lie there; for PostgreSQL a folder of its own. 对方的数据文件夹。" };
        var backup = new Option<FileInfo?>("--backup") { Description = "Where the backup is written; default: moves/CODE.backup in the data folder. 备份文件。" };
        var (by, why, database, json) = (DistrictArchiveCommand.By(), DistrictArchiveCommand.Why(), DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("move", "Move a district into another database; repeat it when it was broken off. 迁移区县。") { code, to, data, backup, by, why, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (here, there) = (parsed.GetRequiredValue(database), parsed.GetRequiredValue(to));
            var dataHere = Path.GetFullPath(DatabaseOptions.DataFolder(here));
            var dataThere = Path.GetFullPath(parsed.GetValue(data) ?? DatabaseOptions.DataFolder(there));
            await using var source = DatabaseOptions.House(here);
            if (dataHere == dataThere)
                return DatabaseOptions.Refuse(source, [new Refusal("MoveSameFiles", "to-data", dataThere)]);
            await using var target = DatabaseOptions.House(there, Path.Combine(dataThere, "files"));
            var file = parsed.GetValue(backup)?.FullName ?? Path.Combine(dataHere, "moves", parsed.GetRequiredValue(code) + ".backup");
            var moved = await source.GetRequiredService<MoveDistrict>().RunAsync(new(parsed.GetRequiredValue(code), parsed.GetRequiredValue(by), parsed.GetRequiredValue(why), file), target, ct);
            if (!moved.Succeeded)
                return DatabaseOptions.Refuse(source, moved.Refusals);
            var rows = moved.Value.Tables.Sum(table => table.Rows);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { district = moved.Value.District, to = target.GetRequiredService<INamespaces>().Place, tables = moved.Value.Tables.Count, rows, blocks = moved.Value.Blocks, chainHash = moved.Value.ChainHash, files = moved.Value.Files.Count, backup = file }, DatabaseOptions.Json)
                : FormattableString.Invariant($"{moved.Value.District} → {target.GetRequiredService<INamespaces>().Place}  {moved.Value.Tables.Count} 张表 tables，{rows} 行 rows，{moved.Value.Blocks} 个封存块 blocks，{moved.Value.Files.Count} 份文件 files"));
            return ExitCodes.Success;
        });
        return command;
    }
}
