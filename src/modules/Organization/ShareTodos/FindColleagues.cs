using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Organization.Answers;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ShareTodos;

/// <summary>Somebody who can be asked.</summary>
internal sealed record Colleague(Guid Id, string Name, IReadOnlyList<Guid> Units, string UnitNames);

/// <summary>
/// Whom one may ask: to sign or say something, everybody who works for the bureau or its schools; to do it, those of one's own units and of
/// those below, who may do the same. Parents and oneself are never asked.
/// </summary>
internal sealed class FindColleagues(OrganizationDb organization, IUnitDirectory units, Actor actor) : IHandler
{
    internal static readonly string[] Working = [.. Roles.All.Except([Roles.Parent, Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin])];

    public async Task<IReadOnlyList<Colleague>> RunAsync(TodoRequestKind kind, CancellationToken ct)
    {
        var all = await units.AllAsync(ct);
        var names = all.ToDictionary(unit => unit.Id, unit => unit.Name);
        var holdings = from holding in organization.Holdings.AsNoTracking()
            join account in organization.Accounts.AsNoTracking() on holding.AccountId equals account.Id
            where holding.Until == null && account.ClosedOn == null && account.Id != actor.AccountId && Working.Contains(holding.Role)
            select new { account.Id, account.Name, holding.UnitId };
        if (kind == TodoRequestKind.Handover)
        {
            var below = UnitTree.Below(all);
            var reached = actor.Units.SelectMany(unit => below(unit)).Distinct().ToArray();
            holdings = holdings.Where(row => reached.Contains(row.UnitId));
        }
        return [.. (await holdings.ToListAsync(ct)).GroupBy(row => (row.Id, row.Name))
            .Select(person => new Colleague(person.Key.Id, person.Key.Name, [.. person.Select(row => row.UnitId).Distinct()], string.Join('、', person.Select(row => names.GetValueOrDefault(row.UnitId, "")).Distinct())))
            .OrderBy(person => person.UnitNames, StringComparer.CurrentCulture).ThenBy(person => person.Name, StringComparer.CurrentCulture)];
    }
}
