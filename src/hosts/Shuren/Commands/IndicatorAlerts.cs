using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.ViewAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;

namespace Shuren.Host.Commands;

/// <summary><c>shuren indicator alerts</c>: what the rules see.</summary>
internal static class IndicatorAlerts
{
    public static Command Create()
    {
        var (district, json, database) = (DatabaseOptions.District(), DatabaseOptions.AsJson(), DatabaseOptions.Database());
        var state = new Option<string>("--state") { Description = "firing (where nothing is said), pending, resolved or all. 状态。", HelpName = "S" };
        var now = new Option<bool>("--now") { Description = "Look first, as each morning's job does. 先按规则看一遍。" };
        var command = new Command("alerts", "Alerts on indicators. 指标预警。") { district, state, now, json, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var filter = AlertFilters.Parse(parsed.GetValue(state));
            if (!filter.Succeeded)
                return DatabaseOptions.Refuse(services, filter.Refusals);
            if (parsed.GetValue(now))
                await services.GetRequiredService<FollowAlerts>().RunAsync((await services.GetRequiredService<KeepReadings>().RunAsync(ct)).Day, ct);
            Say((await services.GetRequiredService<ReadAlerts>().RunAsync(filter.Value, ct)).Lines, services.GetRequiredService<TimeProvider>().Today(), parsed.GetValue(json));
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static void Say(IReadOnlyList<AlertLine> lines, DateOnly today, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(lines.Select(line => new
            {
                alert = line.Alert.Id, rule = line.Alert.Rule, severity = line.Rule?.Severity.ToString().ToLowerInvariant(), state = line.Alert.State.ToString().ToLowerInvariant(), subject = line.Alert.Subject, pack = line.Pack?.Id,
                unit = line.Alert.UnitId, unitName = line.UnitName, value = line.Now, against = line.Alert.Line, since = line.Alert.Since, firedOn = line.Alert.FiredOn, endedOn = line.Alert.EndedOn, silencedUntil = line.Silence?.LastDay,
            }), DatabaseOptions.Json));
            return;
        }
        foreach (var line in lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Alert.State,-8}  {line.Rule?.Severity,-7}  {line.Alert.Since:yyyy-MM-dd}  {line.Alert.Rule,-15}  {line.Alert.Subject,-22}  {AlertWords.Now(line),14}  {AlertWords.Against(line, today)}  {line.UnitName}"));
    }
}
