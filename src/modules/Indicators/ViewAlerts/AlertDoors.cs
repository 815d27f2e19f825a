using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Indicators.Model;
using Shuren.Indicators.SilenceAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Platform.Doors;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>An alert. Subject: the code of the indicator, or of the figure that was not reported; value: today's; against: what it was held against when it fired or began.</summary>
internal sealed record AlertItem(
    Guid Id, string Rule, AlertKind? Kind, AlertSeverity? Severity, AlertState State, string Subject, string Name, string? Pack, Guid Unit, string UnitName, DateOnly Since, DateOnly? FiredOn, DateOnly? WellSince, DateOnly? EndedOn,
    double? Value, double? Against, DateOnly? SilencedUntil)
{
    public static AlertItem Of(AlertLine line) => new(line.Alert.Id, line.Alert.Rule, line.Rule?.Kind, line.Rule?.Severity, line.Alert.State, line.Alert.Subject, line.About, line.Pack?.Id, line.Alert.UnitId, line.UnitName,
        line.Alert.Since, line.Alert.FiredOn, line.Alert.WellSince, line.Alert.EndedOn, line.Now, line.Alert.Line, line.Silence?.LastDay);
}

/// <summary>What silences an alert: how far, the last day, why.</summary>
internal sealed record SilenceRequest(SilenceScope? Scope, DateOnly? LastDay, string? Why);

/// <summary>Alerts for programs.</summary>
internal static class AlertDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var group = doors.MapApi("alerts");
        group.MapGet("/alerts", ListAsync).Door("ListAlerts", IndicatorsRights.View, "Alerts on indicators, what presses most first; state is firing (where nothing is said), pending, resolved or all.");
        group.MapPost("/alerts/{alert:guid}/silences", SilenceAsync).Door("SilenceAlert", IndicatorsRights.Silence, "Silence an alert, its indicator at every unit, or everything at its unit, until a day.");
    }

    private static async Task<Answer<Page<AlertItem>>> ListAsync(string? state, string? rule, string? pack, Guid? unit, [AsParameters] PageQuery page, ReadAlerts read, CancellationToken ct)
    {
        var filter = AlertFilters.Parse(state);
        return filter.Succeeded ? Paging.OfWhole((await read.RunAsync(filter.Value with { Rule = rule, Pack = pack, Unit = unit }, ct)).Lines, page, line => line.Alert.Id.ToString("N"), AlertItem.Of) : filter.Refusals[0];
    }

    private static async Task<MadeAnswer<Made>> SilenceAsync(Guid alert, SilenceRequest request, SilenceAlert act, CancellationToken ct) =>
        Answer.Made((await act.RunAsync(alert, request.Scope, request.LastDay, request.Why ?? "", ct)).AsMade(), _ => "/alerts");
}
