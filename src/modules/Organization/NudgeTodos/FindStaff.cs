using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.ShareTodos;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.NudgeTodos;

/// <summary>Whom one may nudge: those who work for a unit that the right reaches, without oneself; in the order of the tree. Two queries.</summary>
internal sealed class FindStaff(OrganizationDb organization, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    public async Task<IReadOnlyList<Colleague>> RunAsync(CancellationToken ct)
    {
        var (today, reached) = (time.Today(), actor.UnitsFor(OrganizationRights.NudgeUnit).ToArray());
        var held = await (
            from holding in organization.Holdings.AsNoTracking().On(today)
            join account in organization.Accounts.AsNoTracking() on holding.AccountId equals account.Id
            where reached.Contains(holding.UnitId) && account.ClosedOn == null && account.Id != actor.AccountId && FindColleagues.Working.Contains(holding.Role)
            select new { account.Id, account.Name, holding.UnitId }).ToListAsync(ct);
        var tree = await units.AllAsync(ct);
        var people = held.ToLookup(row => row.Id);
        var places = held.Select(row => row.UnitId).ToHashSet();
        return
        [
            .. tree.Where(unit => places.Contains(unit.Id)).SelectMany(unit => held.Where(row => row.UnitId == unit.Id).OrderBy(row => row.Name, StringComparer.CurrentCulture)).Select(row => row.Id).Distinct()
                .Select(person => new Colleague(person, people[person].First().Name, [.. people[person].Select(row => row.UnitId).Distinct()],
                    string.Join('、', tree.Where(unit => people[person].Any(row => row.UnitId == unit.Id)).Select(unit => unit.Name)))),
        ];
    }
}
