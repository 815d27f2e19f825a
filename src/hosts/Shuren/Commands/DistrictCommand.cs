using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ManageUnits;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren district add|list|archive|reopen|move|delete|verify-deletion</c>.</summary>
internal static class DistrictCommand
{
    public static Command Create()
    {
        var command = new Command("district", "Districts: one database namespace each. 区县。");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(List());
        command.Subcommands.Add(DistrictArchiveCommand.Archive());
        command.Subcommands.Add(DistrictArchiveCommand.Reopen());
        command.Subcommands.Add(DistrictMoveCommand.Create());
        command.Subcommands.Add(DistrictDeleteCommand.Delete());
        command.Subcommands.Add(DistrictDeleteCommand.Verify());
        return command;
    }

    private static Command Add()
    {
        var code = new Argument<string>("CODE") { Description = "2-40 lower-case letters, digits, underscores; part of the address. 代码，例如qinghe。" };
        var name = new Option<string>("--name") { Description = "Name as shown, such as 青禾县. 名称。", Required = true };
        var (database, json) = (DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("add", "Add a district with its bureau and the standard sections. 添加区县，并建立教育局和常设科室。") { code, name, database, json };
        command.SetAction((parsed, ct) => AddAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(code), parsed.GetRequiredValue(name), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> AddAsync(string database, string code, string name, bool json, CancellationToken ct)
    {
        await using var house = DatabaseOptions.House(database);
        var districts = house.GetRequiredService<DistrictDirectory>();
        var added = await districts.AddAsync(code, name, "shuren", ct);
        if (!added.Succeeded)
            return DatabaseOptions.Refuse(house, added.Refusals);
        await using var scope = districts.Enter(added.Value, "shuren");
        await scope.ServiceProvider.GetRequiredService<FoundBureau>().RunAsync(name.Trim(), ct);
        Console.WriteLine(json ? JsonSerializer.Serialize(new { code, name = added.Value.Name }, DatabaseOptions.Json) : $"{code}  {added.Value.Name}");
        return ExitCodes.Success;
    }

    private static Command List()
    {
        var (database, json) = (DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("list", "All districts. 列出区县。") { database, json };
        command.SetAction((parsed, ct) => ListAsync(parsed.GetRequiredValue(database), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> ListAsync(string database, bool json, CancellationToken ct)
    {
        await using var house = DatabaseOptions.House(database);
        var list = await house.GetRequiredService<DistrictDirectory>().ListAsync(ct);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(list.Select(district => new { district.Code, district.Name, state = StateOf(district), since = district.Archive?.Since, why = district.Archive?.Why, movesTo = district.Archive?.MovesTo }), DatabaseOptions.Json));
        else
            foreach (var district in list)
                Console.WriteLine($"{district.Code}  {district.Name}{(district.Archive is { } archive ? FormattableString.Invariant($"  [{StateOf(district)} {archive.Since:yyyy-MM-dd}] {archive.MovesTo ?? archive.Why}") : "")}");
        return ExitCodes.Success;
    }

    private static string StateOf(DistrictCard district) => district.Archive switch
    {
        null => "open",
        { HasMoved: true } => "moved",
        { MovesTo: not null } => "moving",
        _ => "archived",
    };
}
