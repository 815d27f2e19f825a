using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shuren.Planning.GuidePlan;
using Shuren.Platform.Districts;

namespace Shuren.Planning.RemindLate;

/// <summary>
/// Reminds in every district at seven each morning, and at once after a start: what was missed while the machine was off is made
/// up for, and the sent reminders keep it from saying anything twice.
/// </summary>
internal sealed partial class DailyReminders(DistrictDirectory districts, TimeProvider time, ILogger<DailyReminders> log) : BackgroundService
{
    private const int MostAttempts = 5;

    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>Reminds everywhere once.</summary>
    /// <returns>How many reminders were sent.</returns>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var sent = 0;
        foreach (var district in await districts.ListAsync(ct))
        {
            try
            {
                sent += await RemindAsync(district, ct);
            }
            // One district whose database is away must not silence the others; tomorrow makes up for today.
            catch (Exception exception) when (exception is DbException or DbUpdateException)
            {
                Failed(log, exception, district.Code);
            }
        }
        return sent;
    }

    /// <summary>Where another server says the same at the same moment, one of the two finds the keys taken, looks again and says what is left.</summary>
    private async Task<int> RemindAsync(DistrictCard district, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = districts.Enter(district, "reminders");
                return (await scope.ServiceProvider.GetRequiredService<RemindLate>().RunAsync(time.Today(), ct)).Count;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The site answers first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunOnceAsync(stoppingToken);
            await Task.Delay(UntilMorning(), time, stoppingToken);
        }
    }

    private TimeSpan UntilMorning()
    {
        var now = time.GetLocalNow().DateTime;
        var today = now.Date + Morning.ToTimeSpan();
        return (now < today ? today : today.AddDays(1)) - now;
    }

    [LoggerMessage(5001, LogLevel.Error, "Reminders of district {District} failed; they are sent with the next run.")]
    private static partial void Failed(ILogger log, Exception exception, string district);
}
