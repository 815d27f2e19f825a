using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Formulas.Sql;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ReadReadings;

/// <summary>Values of indicators for units: today's as they are kept, of any other day as the rolls say now that it was then.</summary>
internal sealed class AskValues(IndicatorsDb indicators, KeepReadings.KeepReadings keep, PackBook book, IndicatorScope reach, TimeProvider time) : IHandler
{
    /// <summary>A value, or that there is none.</summary>
    public sealed record Answer(Indicator Indicator, Pack Pack, UnitCard Unit, double? Numerator, double? Denominator, double? Value, decimal? Target, bool? Met);

    /// <param name="pack">Only of this pack.</param>
    /// <param name="unit">Only for this unit, by id, name or short name; null for all that the actor sees.</param>
    /// <param name="at">As of; null for today.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>A row for each indicator that has a meaning for the unit, or <c>PackUnknown</c>, <c>UnitUnknown</c>, <c>ValuesFuture</c>.</returns>
    public async Task<Outcome<IReadOnlyList<Answer>>> RunAsync(string? pack, string? unit, DateOnly? at, CancellationToken ct)
    {
        var (seen, today) = (await reach.RunAsync(IndicatorsRights.View, ct), time.Today());
        var packs = book.All.Where(one => pack is null || one.Id == pack).ToList();
        if (packs.Count == 0)
            return new Refusal("PackUnknown", "pack", pack!, string.Join(", ", book.All.Select(one => one.Id))); // there are packs, so one was asked for
        var units = Units(seen, unit);
        if (units.Count == 0)
            return new Refusal("UnitUnknown", "unit", unit ?? "");
        if (at > today)
            return new Refusal("ValuesFuture", "at", at);
        var day = at ?? today;
        var found = day == today ? await KeptAsync(units, ct) : await ReckonedAsync(packs, units, day, ct);
        return packs.SelectMany(one => one.Indicators.Select(indicator => (one, indicator))).SelectMany(pair => units.Where(card => pair.indicator.Fits(card)).Select(card =>
        {
            var (numerator, denominator, value) = found.GetValueOrDefault((pair.indicator.Code, card.Id));
            return new Answer(pair.indicator, pair.one, card, numerator, denominator, value, pair.indicator.Goal?.Low.On(day), pair.indicator.Goal?.IsMet(value, day));
        })).ToList();
    }

    /// <summary>The units that are meant.</summary>
    internal static List<UnitCard> Units(IndicatorScope.View seen, string? unit) =>
        [.. seen.All.Values.Where(card => Levels.Of(card.Kind) is not null && seen.Sees(card.Id))
            .Where(card => string.IsNullOrEmpty(unit) || card.Name == unit || card.ShortName == unit || Guid.TryParse(unit, out var id) && card.Id == id)];

    private async Task<Dictionary<(string, Guid), (double?, double?, double?)>> KeptAsync(List<UnitCard> units, CancellationToken ct)
    {
        var day = (await keep.RunAsync(ct)).Day;
        var ids = units.Select(card => card.Id).ToList();
        return await indicators.Readings.AsNoTracking().Where(reading => reading.Day == day && ids.Contains(reading.UnitId))
            .ToDictionaryAsync(reading => (reading.Indicator, reading.UnitId), reading => (reading.Numerator, reading.Denominator, (double?)reading.Value), ct);
    }

    private async Task<Dictionary<(string, Guid), (double?, double?, double?)>> ReckonedAsync(IEnumerable<Pack> packs, List<UnitCard> units, DateOnly day, CancellationToken ct)
    {
        var connection = await indicators.OpenAsync(ct);
        var question = new Question([day], [.. units.Select(card => card.Id)]);
        var found = new Dictionary<(string, Guid), (double?, double?, double?)>();
        foreach (var indicator in packs.SelectMany(pack => pack.Indicators))
        {
            await using var command = WindowQuery.Command(connection, indicator.Formula.ToSql(connection is SqliteConnection ? SqlDialect.Sqlite : SqlDialect.PostgreSql, question));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                found[(indicator.Code, reader.GetGuid(0))] = (WindowQuery.Number(reader, 2), WindowQuery.Number(reader, 3), WindowQuery.Number(reader, 4));
        }
        return found;
    }
}
