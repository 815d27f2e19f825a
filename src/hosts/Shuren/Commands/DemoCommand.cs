using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Sample;
using Shuren.Kernel;
using Shuren.Platform.Districts;
using Shuren.Schools.Generate;

namespace Shuren.Host.Commands;

/// <summary><c>shuren demo</c>: the sample district under a code of one's choice, with rolls of a size of one's choice.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Pupils = new("--pupils") { Description = "Pupils on the rolls. 在籍学生数。", DefaultValueFactory = _ => SampleRolls.Pupils };
    private static readonly Option<int?> Schools = new("--schools") { Description = "Schools and kindergartens; default: one for 375 pupils. 学校和幼儿园数。" };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same rolls. 随机种子：相同种子生成相同名册。", DefaultValueFactory = _ => SampleRolls.Seed };
    private static readonly Option<int?> Year = new("--year") { Description = "Year in which the school year begins; default: the running one. 学年起始年份。" };

    public static Command Create()
    {
        var district = new Option<string>("--district") { Description = "Code of the new district. 新区县的代码。", DefaultValueFactory = _ => "qinghe" };
        var database = DatabaseOptions.Database();
        var command = new Command("demo", "Load the sample district 青禾县 with its running year and generated rolls; prints one-time passwords. 装入示例区县。") { district, Pupils, Schools, Seed, Year, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var house = DatabaseOptions.House(parsed.GetRequiredValue(database));
            var code = parsed.GetRequiredValue(district);
            var order = SampleRolls.Order(parsed.GetRequiredValue(Pupils), parsed.GetValue(Schools), parsed.GetRequiredValue(Seed), parsed.GetValue(Year), TimeProvider.System);
            if (GenerateDistrict.Refused(order) is { } wrong)
                return DatabaseOptions.Refuse(house, [wrong]);
            if (!DistrictCode.IsValid(code))
                return DatabaseOptions.Refuse(house, [new Refusal("DistrictCodeForm", "district", code)]);
            if (await house.GetRequiredService<DistrictDirectory>().FindAsync(code, ct) is not null)
                return DatabaseOptions.Refuse(house, [new Refusal("DistrictExists", "district", code)]);
            SampleDistrict.Print(await SampleDistrict.LoadAsync(house, code, ct), Console.Out);
            return await LoadRollsAsync(house, code, order, ct);
        });
        return command;
    }

    private static async Task<int> LoadRollsAsync(ServiceProvider house, string code, DistrictOrder order, CancellationToken ct)
    {
        var made = await SampleRolls.LoadAsync(house, code, order, new Progress<int>(percent => Console.Error.Write($"\r{percent}%")), ct);
        if (!made.Succeeded)
            return DatabaseOptions.Refuse(house, made.Refusals);
        Console.WriteLine($"学校 {made.Value.Schools}，学生 {made.Value.Pupils}，共写入 {made.Value.Rows} 行。 {made.Value.Schools} schools, {made.Value.Pupils} pupils, {made.Value.Rows} rows.");
        return ExitCodes.Success;
    }
}
