using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Formulas;
using Shuren.Formulas.Explain;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ReadReadings;
using Shuren.Kernel;

namespace Shuren.Host.Commands;

/// <summary><c>shuren indicator</c>: what is measured, the values, and what stands behind one.</summary>
internal static class IndicatorCommand
{
    private const int MostIds = 1_000;

    public static Command Create() => new("indicator", "List indicators, ask their values, explain one, list alerts. 指标。") { List(), Value(), Explain(), IndicatorAlerts.Create() };

    private static Command List()
    {
        var (district, json, database, pack) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database(), Pack());
        var command = new Command("list", "The indicators of all packs. 列出指标。") { district, pack, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), services =>
        {
            var only = parsed.GetValue(pack);
            var rows = services.GetRequiredService<PackBook>().All.Where(one => only is null || one.Id == only).SelectMany(one => one.Indicators.Select(indicator => Described(one, indicator))).ToList();
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(rows, DatabaseOptions.Json));
            else
                services.GetRequiredService<PackBook>().All.Where(one => only is null || one.Id == only).SelectMany(one => one.Indicators).ToList().ForEach(indicator => Console.WriteLine($"{indicator.Code,-22}  {indicator.Name.Zh}  {indicator.Name.En}"));
            return Task.FromResult(ExitCodes.Success);
        }, ct));
        return command;
    }

    private static Command Value()
    {
        var (district, json, database, pack, unit, at) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database(), Pack(), Unit(), At());
        var command = new Command("value", "The values of indicators for units, today or on a day. 指标数值。") { district, pack, unit, at, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            if (!IsDay(parsed.GetValue(at), out var day))
                return DatabaseOptions.Refuse(services, [new Refusal("ValuesDay", "at", parsed.GetValue(at)!)]); // no text is no day asked for
            var asked = await services.GetRequiredService<AskValues>().RunAsync(parsed.GetValue(pack), parsed.GetValue(unit), day, ct);
            if (!asked.Succeeded)
                return DatabaseOptions.Refuse(services, asked.Refusals);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(asked.Value.Select(row => new
                {
                    indicator = row.Indicator.Code, unit = row.Unit.Id, unitName = row.Unit.Name, numerator = row.Numerator, denominator = row.Denominator, value = row.Value, target = row.Target, met = row.Met,
                }), DatabaseOptions.Json));
                return ExitCodes.Success;
            }
            foreach (var row in asked.Value.Where(row => row.Value is not null))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Indicator.Code,-22}  {row.Value,14:0.######}  {(row.Met switch { true => "✓", false => "✗", null => " " })}  {row.Unit.ShortName}"));
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static Command Explain()
    {
        var (district, json, database, unit, at) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database(), Unit(), At());
        var code = new Argument<string>("CODE") { Description = "The indicator's code. 指标代码。" };
        var command = new Command("explain", "The formula in words and the rows behind a value. 解释一个数值。") { code, district, unit, at, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            if (!IsDay(parsed.GetValue(at), out var day))
                return DatabaseOptions.Refuse(services, [new Refusal("ValuesDay", "at", parsed.GetValue(at)!)]); // no text is no day asked for
            var explained = await services.GetRequiredService<ExplainIndicator>().RunAsync(parsed.GetRequiredValue(code), parsed.GetValue(unit), day, MostIds, ct);
            if (!explained.Succeeded)
                return DatabaseOptions.Refuse(services, explained.Refusals);
            var value = (await services.GetRequiredService<AskValues>().RunAsync(explained.Value.Pack.Id, explained.Value.Unit.Id.ToString(), day, ct)).Value.FirstOrDefault(row => row.Indicator.Code == explained.Value.Indicator.Code);
            // Who pulls a value down is kept for today only.
            var schools = day is null ? (await services.GetRequiredService<ReadIndicator>().RunAsync(explained.Value.Indicator.Code, explained.Value.Unit.Id, ct))?.Schools ?? [] : [];
            Say(explained.Value, value, schools, parsed.GetValue(json));
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static void Say(ExplainIndicator.View view, AskValues.Answer? value, IReadOnlyList<ReadIndicator.SchoolLine> schools, bool json)
    {
        var indicator = view.Indicator;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                indicator = indicator.Code, unit = view.Unit.Id, unitName = view.Unit.Name, day = view.Day,
                words = new { zh = Explanation.InWords(indicator.Formula, Language.Chinese), en = Explanation.InWords(indicator.Formula, Language.English) },
                formula = new { zh = indicator.Formula.Print(Language.Chinese), en = indicator.Formula.Print(Language.English) },
                numerator = value?.Numerator, denominator = value?.Denominator, value = value?.Value,
                rows = view.Rows.Select(rows => new { side = rows.IsDenominator ? "denominator" : "numerator", words = new { zh = rows.Zh, en = rows.En }, fact = rows.Fact, count = rows.Count, ids = rows.Ids }),
                pulledDownBy = schools.Where(line => line.Pull is not null).Select(line => new { unit = line.School.Id, unitName = line.School.Name, value = line.Standing.Reading?.Value, pull = line.Pull, met = line.Standing.Met }),
            }, DatabaseOptions.Json));
            return;
        }
        Console.WriteLine($"{indicator.Name.Zh}  {indicator.Name.En}\n{view.Unit.Name}  {view.Day:yyyy-MM-dd}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value?.Numerator} / {value?.Denominator} = {value?.Value}"));
        Console.WriteLine($"{Explanation.InWords(indicator.Formula, Language.Chinese)}\n{Explanation.InWords(indicator.Formula, Language.English)}");
        foreach (var rows in view.Rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count,10}  {rows.Fact}  {rows.Zh}"));
    }

    private static object Described(Pack pack, Indicator indicator) => new
    {
        code = indicator.Code, names = new { zh = indicator.Name.Zh, en = indicator.Name.En }, formula = new { zh = indicator.Formula.Print(Language.Chinese), en = indicator.Formula.Print(Language.English) },
        unit = new { zh = indicator.Formula.Unit(Language.Chinese), en = indicator.Formula.Unit(Language.English) }, direction = indicator.Direction.ToString().ToLowerInvariant(), pack = pack.Id, item = indicator.Item,
        basis = indicator.Basis.ToString().ToLowerInvariant(), levels = indicator.Levels.Select(level => level.ToString().ToLowerInvariant()), decimals = indicator.Decimals,
    };

    private static Option<string> Pack() => new("--pack") { Description = "Only of this pack, such as balanced. 指标体系。", HelpName = "P" };

    private static Option<string> Unit() => new("--unit") { Description = "A unit by name or id. 单位名称或编号。", HelpName = "U" };

    private static Option<string> At() => new("--at") { Description = "As of a day, such as 2026-09-20; today where it is missing. 日期，不写为今天。", HelpName = "DATE" };

    /// <summary>Whether a text is a day; no text is no day asked for.</summary>
    private static bool IsDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        var found = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = read;
        return found;
    }
}
