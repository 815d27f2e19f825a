using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Platform;

namespace Shuren.Indicators.WatchReadings;

/// <summary>Takes the alerts a day further by what the rules see in the kept readings: begins, fires, ends them, and has people told. Twice on a day is as good as once.</summary>
internal sealed class FollowAlerts(IndicatorsDb indicators, AlertBook book, IUnitDirectory units, FindCalendar find, SeeReadings see, TellOfAlerts tell) : IHandler
{
    /// <summary>What came of it.</summary>
    /// <param name="Fired">Alerts that began to fire.</param>
    /// <param name="Ended">Alerts that ended.</param>
    /// <param name="Firing">Alerts that fire now.</param>
    public sealed record Followed(int Fired, int Ended, int Firing);

    /// <param name="day">The day; its readings are kept.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="DbUpdateException">Another node did the same at this moment: nothing was written, the caller looks again.</exception>
    public async Task<Followed> RunAsync(DateOnly day, CancellationToken ct)
    {
        var all = await units.AllAsync(ct);
        var open = await indicators.Alerts.Where(alert => alert.EndedOn == null).ToListAsync(ct);
        var calendar = await find.RunAsync(open.Select(alert => alert.Since).Append(day).Min(), day, ct);
        var sights = await see.RunAsync(day, all, ct);
        var days = book.Rules.ToDictionary(rule => rule.Code, rule => new AlertDays(rule, calendar));
        foreach (var alert in open.Where(alert => !Goes(alert, sights, days, day)))
            indicators.Alerts.Remove(alert);
        foreach (var (key, sight) in sights.Where(pair => pair.Value.Finding == Finding.Bad).ExceptBy(open.Select(AlertKey.Of), pair => pair.Key))
        {
            var alert = new Alert { Rule = key.Rule, Subject = key.Subject, UnitId = key.Unit, Since = day };
            alert.Take(sight, day, days[key.Rule]);
            indicators.Alerts.Add(alert);
            open.Add(alert);
        }
        var firing = open.FindAll(alert => alert.State == AlertState.Firing);
        await tell.RunAsync(firing, days, all, day, ct);
        await indicators.SaveAsync(ct);
        return new(firing.Count(alert => alert.FiredOn == day), open.Count(alert => alert.EndedOn == day && alert.FiredOn is not null), firing.Count);
    }

    /// <returns>False where nothing is left of it.</returns>
    private bool Goes(Alert alert, Dictionary<AlertKey, Sight> sights, Dictionary<string, AlertDays> days, DateOnly day)
    {
        if (sights.TryGetValue(AlertKey.Of(alert), out var sight))
            return alert.Take(sight, day, days[alert.Rule]);
        // A rule that looks away leaves everything as it is.
        return book.Find(alert.Rule)?.Pause?.Contains(day) == true || alert.Vanish(day);
    }
}
