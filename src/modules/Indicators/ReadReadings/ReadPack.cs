using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ReadReadings;

/// <summary>A pack as it stands today: each indicator for a unit and for the district, how many schools meet it, and the verdict.</summary>
internal sealed class ReadPack(IndicatorsDb indicators, KeepReadings.KeepReadings keep, PackBook book, IndicatorScope reach, TimeProvider time) : IHandler
{
    /// <summary>An indicator in the list.</summary>
    /// <param name="Indicator">What is measured.</param>
    /// <param name="Own">At the unit asked for.</param>
    /// <param name="District">In the district.</param>
    /// <param name="SchoolsMet">How many of the schools with a value meet it; of those that the actor sees.</param>
    /// <param name="SchoolsShort">How many do not.</param>
    public sealed record Line(Indicator Indicator, IndicatorStanding Own, IndicatorStanding District, int SchoolsMet, int SchoolsShort);

    /// <summary>What is shown.</summary>
    public sealed record View(Pack Pack, IReadOnlyList<Pack> Packs, UnitCard Unit, UnitCard District, DateOnly Day, DateTime KeptAt, IReadOnlyList<Line> Lines, Verdict? Verdict)
    {
        public bool IsDistrict => Unit.Id == District.Id;
    }

    /// <param name="pack">Its id; null for the first.</param>
    /// <param name="unit">For this unit; null for the actor's own.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null where there is no such pack, or no such unit for this actor.</returns>
    public async Task<View?> RunAsync(string? pack, Guid? unit, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        var own = unit is { } id ? seen.All.GetValueOrDefault(id) : seen.Own;
        if (book.All.FirstOrDefault(one => pack is null || one.Id == pack) is not { } found || own is null || !seen.Sees(own.Id))
            return null;
        var day = (await keep.RunAsync(ct)).Day;
        var codes = found.Indicators.Select(indicator => indicator.Code).ToList();
        var schools = seen.Schools.Select(school => school.Id).ToHashSet();
        var readings = await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && codes.Contains(reading.Indicator)).ToListAsync(ct);
        var byUnit = readings.ToLookup(reading => reading.UnitId);
        var (here, district) = (byUnit[own.Id].ToDictionary(reading => reading.Indicator), byUnit[seen.District.Id].ToDictionary(reading => reading.Indicator));
        var atSchools = readings.Where(reading => schools.Contains(reading.UnitId)).ToLookup(reading => reading.Indicator);
        var kept = await indicators.Marks.AsNoTracking().Select(mark => (DateTime?)mark.At).FirstOrDefaultAsync(ct);
        return new(found, book.All, own, seen.District, day, (kept ?? DateTime.UnixEpoch).ToLocal(time),
            [.. found.Indicators.Where(indicator => indicator.Fits(own)).Select(indicator => LineOf(indicator, here, district, atSchools[indicator.Code], day))],
            found.HasVerdict ? Verdict.Of(found, district, day) : null);
    }

    private static Line LineOf(Indicator indicator, Dictionary<string, Reading> here, Dictionary<string, Reading> district, IEnumerable<Reading> schools, DateOnly day)
    {
        var met = indicator.Goal is { } goal && indicator.Levels.Contains(Level.School) ? schools.Select(reading => goal.IsMet(reading.Value, day)).ToList() : [];
        return new(indicator, IndicatorStanding.Of(indicator, here.GetValueOrDefault(indicator.Code), day), IndicatorStanding.Of(indicator, district.GetValueOrDefault(indicator.Code), day),
            met.Count(one => one == true), met.Count(one => one == false));
    }
}
