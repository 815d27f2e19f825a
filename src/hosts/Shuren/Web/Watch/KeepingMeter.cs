using System.Diagnostics.Metrics;
using Shuren.Host.Keeping;

namespace Shuren.Host.Web.Watch;

/// <summary>The age of the last backup and of the last good drill of each district, for the alarm that somebody should set on them.</summary>
internal sealed class KeepingMeter : IDisposable
{
    private readonly Meter meter = new("Shuren");

    public KeepingMeter(string dataFolder, TimeProvider time)
    {
        meter.CreateObservableGauge<double>("shuren.backup.age", () => Ages(dataFolder, time, kept => kept.BackupAt), "s", "Age of the last backup.");
        meter.CreateObservableGauge<double>("shuren.drill.age", () => Ages(dataFolder, time, kept => kept.DrillAt), "s", "Age of the last good drill.");
    }

    public void Dispose() => meter.Dispose();

    private static List<Measurement<double>> Ages(string dataFolder, TimeProvider time, Func<KeepingLog.Kept, DateTime?> when) =>
        [.. new KeepingLog(dataFolder).Read().Where(one => when(one.Value) is not null)
            .Select(one => new Measurement<double>((time.GetUtcNow().UtcDateTime - when(one.Value)!.Value).TotalSeconds, new KeyValuePair<string, object?>("district", one.Key)))];
}
