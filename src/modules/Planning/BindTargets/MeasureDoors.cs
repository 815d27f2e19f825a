using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Indicators;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Doors;

namespace Shuren.Planning.BindTargets;

/// <summary>What measures a target: the indicator's code and unit (none: the district), its value in the target's unit, what was reported, and what is suggested where none is bound.</summary>
internal sealed record MeasureAnswer(
    Guid Target, string? Indicator, string? IndicatorName, Guid? Unit, string? BoundBy, DateTime? BoundAt, double? Value, DateOnly? ValueOn, string? Trouble, double? Reported, DateOnly? ReportedOn, double? Difference, DateOnly? By, double? Expected, GoalOutlook? Outlook, IReadOnlyList<MeasureOffer> Suggestions);

/// <summary>A suggested indicator: how near it is (0 to 1), why, by what its value is multiplied, and its value in the target's unit.</summary>
internal sealed record MeasureOffer(string Indicator, string Name, double Score, string Reason, decimal Factor, double? Value, string? Trouble);

/// <summary>Which indicator shall measure the target.</summary>
internal sealed record MeasureRequest(
    [property: Description("The indicator's code.")] string? Indicator = null,
    [property: Description("The school or group whose value it is; none for the district.")] Guid? Unit = null);

/// <summary>Bindings of targets to indicators for programs.</summary>
internal static class MeasureDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("targets");
        api.MapGet("/targets/{target:guid}/measure", ReadAsync).Door("ReadMeasure", PlanningRights.View, "What measures a target, and what is suggested; the ETag is the target's version.");
        api.MapPut("/targets/{target:guid}/measure", BindAsync).Door("BindTarget", PlanningRights.Edit, "Binds a target to an indicator, or to another.").Expects<Target>("target", required: true);
        api.MapPost("/targets/{target:guid}/measure/unbind", UnbindAsync).Door("UnbindTarget", PlanningRights.Edit, "Unbinds a target: what units report counts again.").Expects<Target>("target");
    }

    private static async Task<Answer<MeasureAnswer>> ReadAsync(Guid target, ViewMeasure look, RefusalWords words, CancellationToken ct) => await look.RunAsync(target, ct) is { } view
        ? Answer.Of(new MeasureAnswer(target, view.Binding?.Indicator, view.Target.Computed?.Name, view.Binding?.UnitId, view.Binding?.By, view.Binding?.At, view.Target.Computed?.Value?.Value, view.Target.Computed?.Value?.On,
            view.Target.Computed?.Trouble is { } trouble ? words.Of(trouble) : null, view.Target.Reported?.Value, view.Target.Reported?.On, view.Target.Computed?.Difference(view.Target.Reported), view.Outlook?.By, view.Outlook?.Expected, view.Outlook?.Outlook,
            [.. view.Advices.Select(advice => new MeasureOffer(advice.Indicator.Code, advice.Indicator.Name, advice.Advice.Score, MeasureWords.Reason(advice, view.Target), advice.Advice.Fit.Factor,
                view.Values.GetValueOrDefault(advice.Indicator.Code)?.Value, advice.Trouble is { } why ? words.Of(why) : null))]), view.Target.Version)
        : Answer.Nothing<MeasureAnswer>();

    private static async Task<DoneAnswer> BindAsync(Guid target, MeasureRequest request, BindTarget bind, CancellationToken ct) => await bind.RunAsync(target, request.Indicator ?? "", request.Unit, ct);

    private static async Task<DoneAnswer> UnbindAsync(Guid target, UnbindTarget unbind, CancellationToken ct) => await unbind.RunAsync(target, ct);
}
