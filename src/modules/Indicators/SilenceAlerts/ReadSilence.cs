using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.SilenceAlerts;

/// <summary>A silence that still holds, for who may end it.</summary>
internal sealed class ReadSilence(IndicatorsDb indicators, IndicatorScope reach, TimeProvider time) : IHandler
{
    /// <returns>Null where there is none, or it has ended, or it is not the actor's to end.</returns>
    public async Task<AlertSilence?> RunAsync(Guid id, CancellationToken ct) => (await reach.RunAsync(IndicatorsRights.Silence, ct)).Reached is not null ? null
        : await indicators.AlertSilences.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.LastDay >= time.Today() && !indicators.SilenceLifts.Any(lift => lift.SilenceId == id), ct);
}
