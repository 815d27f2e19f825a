using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Exchange;
using Shuren.Schools.ImportRolls;
using Shuren.Schools.Rolls;

namespace Shuren.Host.Commands;

/// <summary><c>shuren import ROLL FILE</c>, <c>shuren imports list</c> and <c>shuren imports undo ID</c>: rolls from workbooks.</summary>
internal static class ImportCommand
{
    private const int MostShown = 20;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var roll = new Argument<string>("ROLL") { Description = "schools, classes, rooms, teachers, pupils. 学校、班级、用房、教职工、学生。" };
        var file = new Argument<string>("FILE") { Description = "名册文件：.xlsx .xls .csv。\nA workbook or .csv." };
        var dry = new Option<bool>("--dry-run") { Description = "Look only; nothing is written. 只检查，不写入。" };
        var strict = new Option<bool>("--strict") { Description = "Write nothing if one row is refused. 有一行不合要求就全部不写入。" };
        var errors = new Option<string?>("--errors") { Description = "Write the file once more with a column that says what is wrong (.xlsx). 把问题逐行写进一份工作簿。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("import", "Import a roll: only differences are written. 导入名册，只写入有变化的内容。") { roll, file, dry, strict, errors, database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), services => RunAsync(
            services, (parsed.GetRequiredValue(roll), parsed.GetRequiredValue(file), parsed.GetValue(errors)), (parsed.GetValue(dry), parsed.GetValue(strict)), parsed.GetValue(json), ct), ct));
        return command;
    }

    /// <summary>What was imported, and the way back.</summary>
    public static Command History()
    {
        var command = new Command("imports", "What was imported. 导入记录。");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Undo());
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, (string Roll, string Path, string? Errors) named, (bool Dry, bool Strict) how, bool json, CancellationToken ct)
    {
        if (!File.Exists(named.Path))
        {
            await Console.Error.WriteLineAsync($"找不到文件 {named.Path}，请检查文件名。\nThere is no file {named.Path}; check its name.");
            return ExitCodes.Refused;
        }
        await using var content = File.OpenRead(named.Path);
        var outcome = await services.GetRequiredService<ImportRoll>().RunAsync(new(named.Roll, content, Path.GetFileName(named.Path), how.Dry) { IsStrict = how.Strict }, ct, SayHowFar());
        if (!outcome.Succeeded)
            return DatabaseOptions.Refuse(services, outcome.Refusals);
        var result = outcome.Value;
        var words = services.GetRequiredService<ProblemWords>();
        if (named.Errors is { } path)
        {
            await using var workbook = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            ErrorWorkbook.Write(workbook, content, named.Path, (result.Sheet.Index, result.HeadRow, result.Problems), words);
        }
        Say(result, words, json);
        return ExitCodes.Success;
    }

    /// <summary>A line to standard error every few seconds, for who waits; nothing where it is over before.</summary>
    private static Action<int> SayHowFar()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return rows =>
        {
            if (watch.Elapsed < BetweenLines)
                return;
            watch.Restart();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已读取{rows}行…… {rows} rows read"));
        };
    }

    private static void Say(ImportResult result, ProblemWords words, bool json)
    {
        if (json)
        {
            var said = result.Problems.ToLookup(problem => problem.IsWarning, problem => new { problem.Row, problem.Column, Reason = words.Reason(problem), Mend = words.Mend(problem) });
            Console.WriteLine(JsonSerializer.Serialize(new { result.Read, result.Added, result.Changed, result.Unchanged, result.Refused, Errors = said[false], Warnings = said[true], result.Import }, DatabaseOptions.Json));
            return;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"读取 read {result.Read}，新增 added {result.Added}，变更 changed {result.Changed}，不变 unchanged {result.Unchanged}，退回 refused {result.Refused}，请核对 look at {result.Warned}"));
        foreach (var problem in result.Problems.Take(MostShown))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem.Row,6}  {problem.Column}  {words.Reason(problem)} {words.Mend(problem)}"));
        if (result.Problems.Count > MostShown)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"…… {result.Problems.Count - MostShown}"));
    }

    private static Command List()
    {
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("list", "The last imports, the newest first. 最近的导入。") { database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var history = await services.GetRequiredService<ImportDesk>().HistoryAsync(100, broughtBy: null, ct);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(history.Select(one => new { one.Import.Id, one.Import.Roll, one.Import.FileName, one.Import.By, one.Import.At, one.Import.Read, one.Import.Added, one.Import.Changed, one.Import.Unchanged, one.Import.Refused, UndoneAt = one.Undo?.At }), DatabaseOptions.Json));
            else
                foreach (var (import, undo) in history)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Id}  {import.At:yyyy-MM-dd HH:mm}  {import.Roll,-9} +{import.Added} ~{import.Changed} ={import.Unchanged} !{import.Refused}  {import.FileName}{(undo is null ? "" : "  已撤销 undone")}"));
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static Command Undo()
    {
        var id = new Argument<Guid>("ID") { Description = "The import's id, as import --json gave it. 导入编号。" };
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var command = new Command("undo", "Take an import back as a whole. 整体撤销一次导入。") { id, database, district };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var outcome = await services.GetRequiredService<UndoImport>().RunAsync(parsed.GetRequiredValue(id), "schools.undo-import", ct);
            if (!outcome.Succeeded)
                return DatabaseOptions.Refuse(services, outcome.Refusals);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已撤销 taken back: {outcome.Value}"));
            return ExitCodes.Success;
        }, ct));
        return command;
    }
}
