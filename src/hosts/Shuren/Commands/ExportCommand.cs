using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.ExportRolls;

namespace Shuren.Host.Commands;

/// <summary><c>shuren export ROLL -o FILE</c>: a roll as it stands today.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var roll = new Argument<string>("ROLL") { Description = "schools, classes, rooms, teachers, pupils. 学校、班级、用房、教职工、学生。" };
        var output = new Option<string>("--output", "-o") { Description = "FILE.csv or FILE.xlsx. 输出文件。", Required = true };
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var command = new Command("export", "Export a roll, every column of it. 导出名册的全部列。") { roll, output, database, district };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(
            parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), services => RunAsync(services, parsed.GetRequiredValue(roll), parsed.GetRequiredValue(output), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string roll, string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        var outcome = await services.GetRequiredService<ExportRoll>().RunAsync(roll, path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase), file, ct);
        if (!outcome.Succeeded)
            return DatabaseOptions.Refuse(services, outcome.Refusals);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Value} 行 rows → {path}"));
        return ExitCodes.Success;
    }
}
