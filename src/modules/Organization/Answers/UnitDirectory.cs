using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Organization.Model;

namespace Shuren.Organization.Answers;

/// <summary>Answers what other rooms ask about units; two queries, whatever the number of units.</summary>
internal sealed class UnitDirectory(OrganizationDb organization) : IUnitDirectory
{
    private IReadOnlyList<UnitCard>? all;

    public async Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken ct) =>
        all ??= InTreeOrder(await CardsAsync(organization.Units.Where(unit => unit.ClosedOn == null), ct));

    public async Task<IReadOnlyDictionary<Guid, UnitCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? new Dictionary<Guid, UnitCard>() : (await CardsAsync(organization.Units.Where(unit => ids.Contains(unit.Id)), ct)).ToDictionary(unit => unit.Id);

    private async Task<List<UnitCard>> CardsAsync(IQueryable<Unit> units, CancellationToken ct)
    {
        var duties = (await organization.Duties.AsNoTracking().OrderBy(duty => duty.Position).ToListAsync(ct)).ToLookup(duty => duty.UnitId, duty => duty.Phrase);
        var rows = await units.AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(unit => new UnitCard(unit.Id, unit.Name, unit.ShortName, unit.Kind, unit.ParentId, unit.Position, [.. duties[unit.Id]]))];
    }

    private static List<UnitCard> InTreeOrder(List<UnitCard> cards)
    {
        var children = cards.ToLookup(card => card.Parent);
        var ordered = new List<UnitCard>(cards.Count);
        var open = new Stack<UnitCard>(Siblings(null).Reverse());
        while (open.TryPop(out var card))
        {
            ordered.Add(card);
            foreach (var child in Siblings(card.Id).Reverse())
                open.Push(child);
        }
        return ordered;

        IEnumerable<UnitCard> Siblings(Guid? parent) => children[parent].OrderBy(card => card.Order).ThenBy(card => card.Id);
    }
}
