using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;

namespace Shuren.Organization.ManageUnits;

/// <summary>The organisation tree of a day with how many people hold roles at each unit.</summary>
internal sealed class ViewUnits(OrganizationDb organization, IUnitDirectory units) : IHandler
{
    /// <summary>A line of the tree.</summary>
    public sealed record Row(UnitCard Unit, int Depth, int People);

    /// <param name="day">The day that is asked for.</param>
    /// <param name="find">Part of a name; empty for the whole tree. What is found keeps its place under those above it.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(DateOnly day, string find, CancellationToken ct)
    {
        var people = await organization.Holdings.AsNoTracking().Where(holding => holding.Since <= day && (holding.Until == null || holding.Until >= day))
            .GroupBy(holding => holding.UnitId).Select(unit => new { unit.Key, Count = unit.Select(holding => holding.AccountId).Distinct().Count() })
            .ToDictionaryAsync(unit => unit.Key, unit => unit.Count, ct);
        var depths = new Dictionary<Guid, int>();
        var rows = new List<Row>();
        foreach (var unit in await units.AsOfAsync(day, ct))
        {
            var depth = depths[unit.Id] = unit.Parent is { } parent ? depths.GetValueOrDefault(parent, -1) + 1 : 0;
            rows.Add(new(unit, depth, people.GetValueOrDefault(unit.Id)));
        }
        return find.Trim() is { Length: > 0 } words ? Found(rows, words) : rows;
    }

    private static List<Row> Found(List<Row> rows, string words)
    {
        var byId = rows.ToDictionary(row => row.Unit.Id);
        var shown = new HashSet<Guid>();
        foreach (var row in rows.Where(row => row.Unit.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Unit.ShortName.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            for (var step = row; step is not null && shown.Add(step.Unit.Id);)
                step = step.Unit.Parent is { } parent ? byId.GetValueOrDefault(parent) : null;
        }
        return rows.FindAll(row => shown.Contains(row.Unit.Id));
    }
}
