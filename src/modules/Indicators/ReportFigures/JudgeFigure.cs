using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Indicators.ReportFigures;

/// <summary>Confirms a reported figure, so that it counts, or sends it back with the reason. Who reported it does neither.</summary>
internal sealed class JudgeFigure(IndicatorsDb indicators, IndicatorScope reach, Process process) : IHandler
{
    /// <param name="figure">The figure.</param>
    /// <param name="why">Why it is sent back; null to confirm it.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>FigureNotYours</c>, <c>FigureGone</c>, <c>FigureOwn</c>, <c>FigureWhy</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid figure, string? why, CancellationToken ct)
    {
        if ((await reach.RunAsync(IndicatorsRights.Confirm, ct)).Reached is not null)
            return new Refusal("FigureNotYours");
        if (await FigureStates.Open(indicators).FirstOrDefaultAsync(row => row.Id == figure, ct) is not { } found)
            return new Refusal("FigureGone");
        if (found.ReportedById is { } reporter && reporter == process.Actor.AccountId)
            return new Refusal("FigureOwn");
        if (why is not null && why.Trim().Length is < 2 or > 500)
            return new Refusal("FigureWhy", "why");
        process.Begin(why is null ? "indicators.confirm-figure" : "indicators.send-figure-back", FigureStates.Ref(figure), why?.Trim() ?? "");
        if (why is null)
            indicators.Confirmations.Add(new FigureConfirmation { FigureId = figure, By = process.Actor.Name, At = process.At });
        else
            indicators.Rejections.Add(new FigureRejection { FigureId = figure, Why = why.Trim(), By = process.Actor.Name, At = process.At });
        await indicators.SaveAsync(ct);
        return new Done();
    }
}
