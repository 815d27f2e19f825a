using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Indicators.SilenceAlerts;

/// <summary>How far a silence reaches.</summary>
internal enum SilenceScope
{
    /// <summary>Only the alert from which it was made, and the same when it comes again.</summary>
    This,

    /// <summary>Every rule about that indicator or figure, at every unit.</summary>
    Subject,

    /// <summary>Everything at that unit.</summary>
    Unit,
}

/// <summary>Silences alerts until a day, with the reason. Only the bureau does: a school that silenced its own would close the matter by saying so.</summary>
internal sealed class SilenceAlert(IndicatorsDb indicators, IndicatorScope reach, Process process, TimeProvider time) : IHandler
{
    /// <summary>The longest silence in days; what is to be silent for longer is a matter of the rule.</summary>
    public const int MostDays = 180;

    /// <param name="id">The alert.</param>
    /// <param name="scope">How far it reaches; null where nothing was chosen.</param>
    /// <param name="lastDay">The last day.</param>
    /// <param name="why">The reason.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The id of the silence, or <c>SilenceNotYours</c>, <c>AlertUnknown</c>, <c>AlertEnded</c>, <c>SilenceScope</c>, <c>SilenceDay</c>, <c>SilenceWhy</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid id, SilenceScope? scope, DateOnly? lastDay, string why, CancellationToken ct)
    {
        if ((await reach.RunAsync(IndicatorsRights.Silence, ct)).Reached is not null)
            return new Refusal("SilenceNotYours");
        if (await indicators.Alerts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } alert)
            return new Refusal("AlertUnknown");
        if (alert.State == AlertState.Resolved)
            return new Refusal("AlertEnded");
        var (today, wrong) = (time.Today(), new List<Refusal>());
        if (scope is null)
            wrong.Add(new("SilenceScope", "scope"));
        if (lastDay is not { } last || last < today || last > today.AddDays(MostDays))
            wrong.Add(new("SilenceDay", "lastDay", MostDays));
        if (why.Trim().Length is < 2 or > 500)
            wrong.Add(new("SilenceWhy", "why"));
        if (wrong.Count > 0)
            return wrong;
        var silence = new AlertSilence
        {
            Rule = scope == SilenceScope.This ? alert.Rule : null, Subject = scope == SilenceScope.Unit ? null : alert.Subject, UnitId = scope == SilenceScope.Subject ? null : alert.UnitId,
            FirstDay = today, LastDay = lastDay!.Value, Why = why.Trim(), ById = process.Actor.AccountId, By = process.Actor.Name, At = process.At, // asked above
        };
        process.Begin("indicators.silence-alert", AlertRefs.Alert(id), why.Trim());
        indicators.AlertSilences.Add(silence);
        await indicators.SaveAsync(ct);
        return silence.Id;
    }
}

/// <summary>Ends a silence before its last day; what still fires is told again on the next working morning.</summary>
internal sealed class LiftSilence(IndicatorsDb indicators, IndicatorScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>SilenceNotYours</c>, <c>SilenceNotFound</c>, <c>SilenceEnded</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if ((await reach.RunAsync(IndicatorsRights.Silence, ct)).Reached is not null)
            return new Refusal("SilenceNotYours");
        if (await indicators.AlertSilences.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } silence)
            return new Refusal("SilenceNotFound");
        if (silence.LastDay < time.Today() || await indicators.SilenceLifts.AnyAsync(row => row.SilenceId == id, ct))
            return new Refusal("SilenceEnded");
        process.Begin("indicators.lift-silence", AlertRefs.Silence(id));
        indicators.SilenceLifts.Add(new SilenceLift { SilenceId = id, On = time.Today(), By = process.Actor.Name, At = process.At });
        await indicators.SaveAsync(ct);
        return new Done();
    }
}
