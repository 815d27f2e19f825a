using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.CheckRolls;

namespace Shuren.Host.Commands;

/// <summary><c>shuren check</c>: asks every rule of the rolls now and says what each finds; <c>shuren check rules FILE</c> reads a file of rules and says what is wrong with it, without a database.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (district, json, database) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database());
        var command = new Command("check", "Check the rolls of a district by rules. 按规则检查名册。") { district, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var outcome = await services.GetRequiredService<CheckRolls>().RunAsync(null, ct);
            if (!outcome.Succeeded)
                return DatabaseOptions.Refuse(services, outcome.Refusals);
            var view = await services.GetRequiredService<ReadChecks>().RunAsync(null, ct);
            Say(outcome.Value, view, parsed.GetValue(json));
            return ExitCodes.Success;
        }, ct));
        command.Subcommands.Add(Rules());
        return command;
    }

    private static Command Rules()
    {
        var file = new Argument<string>("FILE") { Description = "规则文件（YAML）。\nA file of rules (YAML)." };
        var command = new Command("rules", "Read a file of rules and say what is wrong with it; no database. 检查规则文件，不需要数据库。") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var (rules, faults) = RuleFile.Read(await File.ReadAllTextAsync(parsed.GetRequiredValue(file), ct), CheckCatalogue.Facts);
            foreach (var fault in faults)
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{fault.Line}:{fault.Column} {fault.Message.Zh}\n{fault.Line}:{fault.Column} {fault.Message.En}"));
            if (faults.Count == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules.Count} 条规则 rules"));
            return faults.Count == 0 ? ExitCodes.Success : ExitCodes.Refused;
        });
        return command;
    }

    private static void Say(Schools.Model.RollCheck check, ReadChecks.View view, bool json)
    {
        var broken = view.Rules.Where(line => line.Open > 0).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                at = check.At, check.Rules, check.Open, check.Found, check.Gone,
                broken = broken.Select(line => new { rule = line.Rule.Id, roll = line.Rule.Roll.ToString().ToLowerInvariant(), severity = line.Rule.Severity.ToString().ToLowerInvariant(), title = new { zh = line.Rule.Title.Zh, en = line.Rule.Title.En }, line.Open, line.Allowed, line.New, line.Schools }),
            }, DatabaseOptions.Json));
            return;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"规则 rules {check.Rules}，问题 open {check.Open}，新发现 new {check.Found}，已改好 mended {check.Gone}"));
        foreach (var line in broken)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Open,8}  {line.Rule.Severity,-7}  {line.Rule.Id}  {line.Rule.Title.Zh} {line.Rule.Title.En}"));
    }
}
