using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;

namespace Shuren.Organization.Answers;

/// <summary>Answers what other rooms ask about units, today's and those of any day; two queries, whatever the number of units.</summary>
internal sealed class UnitDirectory(OrganizationDb organization, TimeProvider time) : IUnitDirectory
{
    private readonly Dictionary<DateOnly, IReadOnlyList<UnitCard>> asked = [];

    private DateOnly Today => time.Today();

    public Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken ct) => AsOfAsync(Today, ct);

    public async Task<IReadOnlyList<UnitCard>> AsOfAsync(DateOnly day, CancellationToken ct)
    {
        if (asked.TryGetValue(day, out var known))
            return known;
        var spans = organization.UnitSpans;
        // A unit whose history is not kept yet has always been as its row says.
        var units = from unit in organization.Units
                    from span in spans.Where(span => span.UnitId == unit.Id && span.Since <= day && (span.Until == null || span.Until > day)).DefaultIfEmpty()
                    where span != null || (unit.ClosedOn == null && !spans.Any(any => any.UnitId == unit.Id))
                    select new Dated(unit, span);
        return asked[day] = InTreeOrder(await CardsAsync(units, ct));
    }

    public async Task<IReadOnlyDictionary<Guid, UnitCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, UnitCard>();
        var today = Today;
        var units = from unit in organization.Units
                    where ids.Contains(unit.Id)
                    from span in organization.UnitSpans.Where(span => span.UnitId == unit.Id && span.Since <= today && (span.Until == null || span.Until > today)).DefaultIfEmpty()
                    select new Dated(unit, span);
        return (await CardsAsync(units, ct)).ToDictionary(unit => unit.Id);
    }

    private async Task<List<UnitCard>> CardsAsync(IQueryable<Dated> units, CancellationToken ct)
    {
        var duties = (await organization.Duties.AsNoTracking().OrderBy(duty => duty.Position).ToListAsync(ct)).ToLookup(duty => duty.UnitId, duty => duty.Phrase);
        var rows = await units.AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new UnitCard(row.Unit.Id, row.Span?.Name ?? row.Unit.Name, row.Span?.ShortName ?? row.Unit.ShortName, row.Unit.Kind,
            row.Span is { } span ? span.ParentId : row.Unit.ParentId, row.Unit.Position, [.. duties[row.Unit.Id]]))];
    }

    private static List<UnitCard> InTreeOrder(List<UnitCard> cards)
    {
        var open = cards.Select(card => card.Id).ToHashSet();
        // What stands below nothing that is open stands at the top: nothing is lost from sight.
        var children = cards.ToLookup(card => card.Parent is { } parent && open.Contains(parent) ? parent : (Guid?)null);
        var ordered = new List<UnitCard>(cards.Count);
        var waiting = new Stack<UnitCard>(Siblings(null).Reverse());
        while (waiting.TryPop(out var card))
        {
            ordered.Add(card);
            foreach (var child in Siblings(card.Id).Reverse())
                waiting.Push(child);
        }
        return ordered;

        IEnumerable<UnitCard> Siblings(Guid? parent) => children[parent].OrderBy(card => card.Order).ThenBy(card => card.Id);
    }

    private sealed record Dated(Unit Unit, UnitSpan? Span);
}
