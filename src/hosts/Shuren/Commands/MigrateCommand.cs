using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var database = DatabaseOptions.Database();
        var command = new Command("migrate", "Bring every district's database up to date. 升级所有区县的数据库。") { database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            foreach (var (code, count) in await house.GetRequiredService<DistrictDirectory>().MigrateAsync(ct))
                Console.WriteLine($"{code}  {count}");
            return ExitCodes.Success;
        });
        return command;
    }
}
