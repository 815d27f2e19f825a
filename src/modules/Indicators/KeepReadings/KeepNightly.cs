using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;

namespace Shuren.Indicators.KeepReadings;

/// <summary>Makes the readings of a new day soon after it has begun, so that nobody waits for them in the morning; of days long past it keeps the last of each month.</summary>
internal sealed class KeepNightly(KeepReadings keep, IndicatorsDb indicators) : IJob
{
    public const string Kind = "indicators.keep-readings";

    /// <summary>For so many days every day is kept.</summary>
    private const int EveryDay = 62;

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var done = await keep.RunAsync(ct);
        var days = await indicators.Readings.Where(reading => reading.Day < done.Day.AddDays(-EveryDay)).Select(reading => reading.Day).Distinct().ToListAsync(ct);
        var gone = Superfluous(days).ToList();
        if (gone.Count > 0)
            await indicators.DeriveAsync(_ => indicators.Readings.Where(reading => gone.Contains(reading.Day)).ExecuteDeleteAsync(ct), ct);
        return new Sentence("ReadingsKept", $"{done.Day:yyyy-MM-dd}");
    }

    /// <summary>All days but the last of each month.</summary>
    internal static IEnumerable<DateOnly> Superfluous(IEnumerable<DateOnly> days) =>
        days.GroupBy(day => (day.Year, day.Month)).SelectMany(month => month.OrderDescending().Skip(1));
}
