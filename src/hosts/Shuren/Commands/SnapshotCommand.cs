using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.TakeSnapshot;

namespace Shuren.Host.Commands;

/// <summary><c>shuren snapshot</c>: the rolls frozen on a day.</summary>
internal static class SnapshotCommand
{
    public static Command Create() => new("snapshot", "Freeze the rolls of a district on a day, list what was frozen. 时点数据。") { Take(), List() };

    private static Command Take()
    {
        var (district, json, database) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database());
        var at = new Option<string>("--at") { Description = "The day, such as 2026-09-20. 时点日期。", Required = true };
        var command = new Command("take", "Write the rolls as of a day into a read-only SQLite file. 冻结某一天的名册。") { district, at, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            if (!DateOnly.TryParseExact(parsed.GetRequiredValue(at), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return DatabaseOptions.Refuse(services, [new Kernel.Refusal("SnapshotDay", "at", parsed.GetRequiredValue(at))]);
            var taken = await services.GetRequiredService<TakeSnapshot>().RunAsync(day, Folder(parsed.GetRequiredValue(database)), ct);
            if (!taken.Succeeded)
                return DatabaseOptions.Refuse(services, taken.Refusals);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { at = day, file = taken.Value.File, hash = taken.Value.Hash, bytes = taken.Value.Bytes, pupils = taken.Value.Pupils, schools = taken.Value.Schools }, DatabaseOptions.Json)
                : $"{taken.Value.File}\nsha256 {taken.Value.Hash}");
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static Command List()
    {
        var (district, json, database) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database());
        var command = new Command("list", "The snapshots that were taken, the last first. 列出时点数据。") { district, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var folder = Path.Combine(Folder(parsed.GetRequiredValue(database)), parsed.GetRequiredValue(district));
            var rows = (await services.GetRequiredService<TakeSnapshot>().ListAsync(ct)).Select(row => new { at = row.At, file = Path.Combine(folder, row.File), hash = row.Hash, bytes = row.Bytes, pupils = row.Pupils, schools = row.Schools, takenAt = row.TakenAt, by = row.By }).ToList();
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(rows, DatabaseOptions.Json));
            else
                rows.ForEach(row => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.at:yyyy-MM-dd}  {row.hash}  {row.file}")));
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static string Folder(string database) => Path.Combine(DatabaseOptions.DataFolder(database), "snapshots");
}
