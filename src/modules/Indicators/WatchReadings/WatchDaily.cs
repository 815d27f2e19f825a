using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;

namespace Shuren.Indicators.WatchReadings;

/// <summary>Looks each morning before work begins at the readings of the day. What it did before it finds done: only days are kept.</summary>
internal sealed class WatchDaily(KeepReadings.KeepReadings keep, FollowAlerts follow) : IJob
{
    public const string Kind = "indicators.watch-readings";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var done = await follow.RunAsync((await keep.RunAsync(ct)).Day, ct);
        return new Sentence("AlertsFollowed", $"{done.Firing}", $"{done.Fired}", $"{done.Ended}");
    }
}
