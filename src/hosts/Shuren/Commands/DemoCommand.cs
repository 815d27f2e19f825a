using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Sample;
using Shuren.Kernel;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren demo</c>: the sample district under a code of one's choice.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var district = new Option<string>("--district") { Description = "Code of the new district. 新区县的代码。", DefaultValueFactory = _ => "qinghe" };
        var database = DatabaseOptions.Database();
        var command = new Command("demo", "Load the sample district 青禾县 with its running year; prints one-time passwords. 装入示例区县。") { district, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            var code = parsed.GetRequiredValue(district);
            if (!DistrictCode.IsValid(code))
                return DatabaseOptions.Refuse(house, [new Refusal("DistrictCodeForm", "district", code)]);
            if (await house.GetRequiredService<DistrictDirectory>().FindAsync(code, ct) is not null)
                return DatabaseOptions.Refuse(house, [new Refusal("DistrictExists", "district", code)]);
            SampleDistrict.Print(await SampleDistrict.LoadAsync(house, code, ct), Console.Out);
            return ExitCodes.Success;
        });
        return command;
    }
}
