using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.KeepFiles;
using Shuren.Platform.Files.Keeping;

namespace Shuren.Host.Commands;

/// <summary><c>shuren files verify|sweep</c>: whether every stored file is whole, and away with what nothing names.</summary>
internal static class FilesCommand
{
    public static Command Create()
    {
        var command = new Command("files", "The stored files. 文件库。");
        command.Subcommands.Add(Verify());
        command.Subcommands.Add(Sweep());
        return command;
    }

    private static Command Verify()
    {
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("verify", "Reckon the hash of every content again; says which file of which thing is changed or missing, and ends with 1 then. 核验文件。") { database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var check = await services.GetRequiredService<VerifyFiles>().RunAsync(null, ct);
            var faults = (await services.GetRequiredService<ViewFiles>().RunAsync(ct)).Faults;
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    contents = check.Contents, bytes = check.Bytes, faults = check.Faults,
                    files = faults.Select(fault => new { name = fault.File.Name, hash = fault.File.Hash, fault = fault.Kind.ToString(), owner = fault.File.Owner, thing = fault.Thing?.Name }),
                }, DatabaseOptions.Json));
            else
                foreach (var fault in faults)
                    Console.WriteLine($"{fault.Kind,-8} {fault.File.Name}  {fault.Thing?.Name ?? fault.File.Owner}  {fault.File.Hash}");
            if (!parsed.GetValue(json))
                Console.WriteLine(FormattableString.Invariant($"{check.Contents} 份内容 contents，{check.Bytes} bytes，{check.Faults} 个文件有问题 files at fault"));
            return check.Faults == 0 ? ExitCodes.Success : ExitCodes.Refused;
        }, ct));
        return command;
    }

    private static Command Sweep()
    {
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var command = new Command("sweep", "Put aside contents that nothing names, delete those whose time is over; runs every night by itself. 清理无人引用的文件。") { database, district };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var swept = await services.GetRequiredService<SweepFiles>().RunAsync(ct);
            Console.WriteLine(FormattableString.Invariant($"{swept.Aside} 份移出 put aside，{swept.Gone} 份删除 deleted，{swept.Parts} 份未传完 unfinished"));
            return ExitCodes.Success;
        }, ct));
        return command;
    }
}
