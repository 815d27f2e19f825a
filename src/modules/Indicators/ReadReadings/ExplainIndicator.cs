using System.Globalization;
using Microsoft.Data.Sqlite;
using Shuren.Contracts.Organization;
using Shuren.Formulas.Explain;
using Shuren.Formulas.Sql;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ReadReadings;

/// <summary>What stands behind a value: the formula in words, and for each count or sum in it how many rows it took and which.</summary>
internal sealed class ExplainIndicator(IndicatorsDb indicators, PackBook book, IndicatorScope reach, TimeProvider time) : IHandler
{
    /// <summary>The rows of a count or sum.</summary>
    /// <param name="IsDenominator">On which side of the quotient it stands.</param>
    /// <param name="Zh">The count or sum in words.</param>
    /// <param name="En">The same in English.</param>
    /// <param name="Fact">Whose rows: pupils, teachers.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Ids">The first of them, by id.</param>
    public sealed record Rows(bool IsDenominator, string Zh, string En, string Fact, long Count, IReadOnlyList<Guid> Ids);

    /// <summary>What is explained.</summary>
    public sealed record View(Pack Pack, Indicator Indicator, UnitCard Unit, DateOnly Day, IReadOnlyList<Rows> Rows);

    /// <param name="code">The indicator.</param>
    /// <param name="unit">By id, name or short name; null for the district.</param>
    /// <param name="at">As of; null for today.</param>
    /// <param name="most">So many ids of each at most.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The rows, or <c>IndicatorUnknown</c>, <c>UnitUnknown</c>, <c>ValuesFuture</c>.</returns>
    public async Task<Outcome<View>> RunAsync(string code, string? unit, DateOnly? at, int most, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.View, ct);
        if (book.Find(code) is not { } found)
            return new Refusal("IndicatorUnknown", "code", code);
        var card = string.IsNullOrEmpty(unit) ? seen.District : AskValues.Units(seen, unit).FirstOrDefault();
        if (card is null)
            return new Refusal("UnitUnknown", "unit", unit!); // empty was taken for the district
        var day = at ?? time.Today();
        if (day > time.Today())
            return new Refusal("ValuesFuture", "at", day);
        var connection = await indicators.OpenAsync(ct);
        var dialect = connection is SqliteConnection ? SqlDialect.Sqlite : SqlDialect.PostgreSql;
        var rows = new List<Rows>();
        foreach (var behind in Explanation.Rows(found.Indicator.Formula, dialect, card.Id, day, int.MaxValue))
        {
            await using var command = WindowQuery.Command(connection, behind.Query);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var (count, ids) = (0L, new List<Guid>());
            while (await reader.ReadAsync(ct))
            {
                if (count++ < most)
                    ids.Add(reader.GetGuid(0));
            }
            rows.Add(new(behind.IsDenominator, behind.Words.Chinese, behind.Words.English, behind.Fact.English, count, ids));
        }
        return new View(found.Pack, found.Indicator, card, day, rows);
    }
}
