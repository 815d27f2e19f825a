using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.ListPlans;

namespace Shuren.Host.Commands;

/// <summary><c>shuren plan import|list</c>: work plans of a district.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var command = new Command("plan", "Work plans of a district. 区县的工作要点。");
        command.Subcommands.Add(Import());
        command.Subcommands.Add(List());
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "工作要点文件：.docx .pdf .txt .md .html。\nThe work plan to import." };
        var kind = new Option<string>("--kind") { Description = "own 本局（默认），superior 上级，reference 参考。", DefaultValueFactory = _ => "own" };
        var part = new Option<string?>("--part") { Description = "District whose part is taken, where the document holds several; default: the whole text. 只导入某个区县的部分。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("import", "Import a work plan: tasks, targets, suggested leads and dates. 导入工作要点。") { file, kind, part, database, district, json };
        command.SetAction((parsed, ct) =>
        {
            var choices = (parsed.GetRequiredValue(kind), parsed.GetValue(part));
            var path = parsed.GetRequiredValue(file);
            return DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), services => ImportAsync(services, path, choices, parsed.GetValue(json), ct), ct);
        });
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string path, (string Kind, string? Part) choices, bool json, CancellationToken ct)
    {
        var kind = PlanKinds.Parse(choices.Kind);
        if (!kind.Succeeded)
            return DatabaseOptions.Refuse(services, kind.Refusals);
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"找不到文件 {path}，请检查文件名。\nThere is no file {path}; check its name.");
            return ExitCodes.Refused;
        }
        await using var content = File.OpenRead(path);
        var imported = await services.GetRequiredService<ImportPlan>().RunAsync(PlanDocument.OfFile(content, path), new(kind.Value, choices.Part), ct);
        if (!imported.Succeeded)
            return DatabaseOptions.Refuse(services, imported.Refusals);
        var plan = imported.Value;
        Console.WriteLine(json
            ? JsonSerializer.Serialize(plan, DatabaseOptions.Json)
            : string.Create(CultureInfo.InvariantCulture, $"{plan.Plan}  {plan.Tasks} 项任务 tasks，{plan.Targets} 个目标 targets，{plan.Sections} 个部分 sections"));
        return ExitCodes.Success;
    }

    private static Command List()
    {
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("list", "All plans with state and counts. 列出工作要点。") { database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(
            parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), services => ListAsync(services, parsed.GetValue(json), ct), ct));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, bool json, CancellationToken ct)
    {
        var plans = await services.GetRequiredService<ListPlans>().RunAsync(ct);
        if (!plans.Succeeded)
            return DatabaseOptions.Refuse(services, plans.Refusals);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(plans.Value.Select(Printed), DatabaseOptions.Json));
        else
            foreach (var plan in plans.Value)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Plan}  {plan.Year}  {plan.State,-14} {plan.Tasks,4} {plan.Targets,4}  {plan.Title}"));
        return ExitCodes.Success;
    }

    private static object Printed(ListedPlan plan) => new
    {
        plan.Plan, plan.Title, Kind = PlanKinds.WordOf(plan.Kind), plan.District, plan.Year, plan.EndYear, State = plan.State.ToString().ToLowerInvariant(), plan.Reviewed, plan.ImportedAt,
        plan.Sections, plan.Tasks, plan.Targets,
    };
}
