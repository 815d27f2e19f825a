using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.GrantRoles;

/// <summary>What waits for the administrators: roles to grant, people who have lost their password.</summary>
internal sealed class GrantTodos(OrganizationDb organization) : ITodoSource
{
    private static readonly Ref Roles = new("organization", "proposals", Guid.Empty);
    private static readonly Ref Lost = new("organization", "recovery", Guid.Empty);

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        var todos = new List<Todo>();
        Guid[] reached = [.. actor.UnitsFor(OrganizationRights.ManageRoles)];
        if (reached.Length > 0 && await organization.Proposals.CountAsync(p => reached.Contains(p.UnitId), ct) is > 0 and var waiting)
            todos.Add(new(PeopleText.TodoGrant.Filled(waiting), PeopleText.TodoGrantWhy, null, OrganizationText.UnitsAndAccounts, PeopleText.TodoGrantAct, OrganizationLinks.Grants, Roles));
        if (actor.Can(OrganizationRights.ManageAccounts) && await organization.RecoveryRequests.CountAsync(r => r.AnsweredAt == null, ct) is > 0 and var lost)
            todos.Add(new(PeopleText.TodoRecovery.Filled(lost), PeopleText.TodoRecoveryWhy, null, OrganizationText.UnitsAndAccounts, PeopleText.TodoRecoveryAct, OrganizationLinks.Accounts, Lost));
        return todos;
    }
}
