using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;

namespace Shuren.Organization.ManageUnits;

/// <summary>The organisation tree with how many people hold roles at each unit.</summary>
internal sealed class ViewUnits(OrganizationDb organization, IUnitDirectory units) : IHandler
{
    /// <summary>A line of the tree.</summary>
    public sealed record Row(UnitCard Unit, int Depth, int People);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct)
    {
        var people = await organization.Holdings.AsNoTracking().Where(holding => holding.Until == null)
            .GroupBy(holding => holding.UnitId).Select(unit => new { unit.Key, Count = unit.Select(holding => holding.AccountId).Distinct().Count() })
            .ToDictionaryAsync(unit => unit.Key, unit => unit.Count, ct);
        var depths = new Dictionary<Guid, int>();
        var rows = new List<Row>();
        foreach (var unit in await units.AllAsync(ct))
        {
            var depth = depths[unit.Id] = unit.Parent is { } parent ? depths.GetValueOrDefault(parent) + 1 : 0;
            rows.Add(new(unit, depth, people.GetValueOrDefault(unit.Id)));
        }
        return rows;
    }
}
