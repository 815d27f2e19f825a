using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Explain;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ReadReadings;

/// <summary>One indicator for one unit: its value, what it is a quotient of, the schools behind it in the order in which they pull it down, and how it went.</summary>
internal sealed class ReadIndicator(IndicatorsDb indicators, KeepReadings.KeepReadings keep, PackBook book, IndicatorScope reach) : IHandler
{
    /// <summary>A school behind the value.</summary>
    /// <param name="School">The school.</param>
    /// <param name="Standing">Its own value.</param>
    /// <param name="Short">How far it is from the goal; null where there is none.</param>
    /// <param name="Pull">By so much it lifts (above 0) or lowers the value of the whole; null where the value is no quotient over schools.</param>
    public sealed record SchoolLine(UnitCard School, IndicatorStanding Standing, double? Short, double? Pull);

    /// <summary>The value of a past day.</summary>
    public sealed record Past(DateOnly Day, double Value);

    /// <summary>What is shown.</summary>
    public sealed record View(Pack Pack, Indicator Indicator, UnitCard Unit, UnitCard District, DateOnly Day, IndicatorStanding Standing, IReadOnlyList<SchoolLine> Schools, IReadOnlyList<Past> History);

    /// <param name="code">The indicator.</param>
    /// <param name="unit">For this unit; null for the actor's own.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null where there is no such indicator, or no such unit for this actor.</returns>
    public async Task<View?> RunAsync(string code, Guid? unit, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        var own = unit is { } id ? seen.All.GetValueOrDefault(id) : seen.Own;
        if (book.Find(code) is not { } found || own is null || !seen.Sees(own.Id))
            return null;
        var (pack, indicator) = found;
        var day = (await keep.RunAsync(ct)).Day;
        var readings = await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && reading.Indicator == indicator.Code).ToDictionaryAsync(reading => reading.UnitId, ct);
        var history = await indicators.Readings.AsNoTracking().Where(reading => reading.Indicator == indicator.Code && reading.UnitId == own.Id).OrderBy(reading => reading.Day).Select(reading => new Past(reading.Day, reading.Value)).ToListAsync(ct);
        var standing = IndicatorStanding.Of(indicator, readings.GetValueOrDefault(own.Id), day);
        return new(pack, indicator, own, seen.District, day, standing, Schools(indicator, readings, seen, own, day), history);
    }

    private static List<SchoolLine> Schools(Indicator indicator, Dictionary<Guid, Model.Reading> readings, IndicatorScope.View seen, UnitCard whole, DateOnly day)
    {
        if (!indicator.Levels.Contains(Level.School) || whole.Kind != UnitKind.Bureau)
            return [];
        List<UnitCard> schools = [.. seen.Schools.Where(school => readings.ContainsKey(school.Id))];
        var pulls = readings.TryGetValue(whole.Id, out var all)
            ? Explanation.Pulls(ReadingOf(all), schools.ToDictionary(school => school.Id, school => ReadingOf(readings[school.Id])), indicator.Direction != Direction.Down).ToDictionary(pull => pull.Unit, pull => pull.Pull)
            : [];
        var sign = indicator.Direction == Direction.Down ? -1 : 1;
        return [.. schools.Select(school => new SchoolLine(school, IndicatorStanding.Of(indicator, readings[school.Id], day), indicator.Goal?.Short(readings[school.Id].Value, day), pulls.TryGetValue(school.Id, out var pull) ? pull : null))
            .OrderBy(line => line.Standing.Met ?? true).ThenBy(line => sign * (line.Pull ?? 0)).ThenBy(line => line.School.Name, StringComparer.Ordinal)];
    }

    private static Reading ReadingOf(Model.Reading reading) => new(reading.Numerator, reading.Denominator, reading.Value);
}
