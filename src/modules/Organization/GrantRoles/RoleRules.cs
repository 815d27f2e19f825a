using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.GrantRoles;

/// <summary>A role that somebody shall hold.</summary>
/// <param name="Account">Who.</param>
/// <param name="Role">One of <see cref="Roles.All"/>.</param>
/// <param name="Unit">Where.</param>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day; null while no end is known.</param>
internal sealed record RoleWish(Guid Account, string Role, Guid Unit, DateOnly Since, DateOnly? Until);

/// <summary>What holds for every role that is proposed or granted.</summary>
internal sealed class RoleRules(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    /// <summary>Why somebody cannot hold that role, or null.</summary>
    public async Task<Refusal?> RefusalOfAsync(RoleWish wish, CancellationToken ct)
    {
        if (!Roles.All.Contains(wish.Role))
            return new("RoleUnknown", "role", wish.Role, string.Join(", ", Roles.All));
        if (!await organization.Units.AnyAsync(unit => unit.Id == wish.Unit && unit.ClosedOn == null, ct))
            return new("UnitUnknown", "unit", wish.Unit.ToString("D"));
        if (wish.Until < wish.Since)
            return new("RoleEndsBefore", "until");
        if (wish.Account == actor.AccountId)
            return new("NotOneself");
        var overlapping = await organization.Holdings.AsNoTracking()
            .Where(h => h.AccountId == wish.Account && (h.Until == null || h.Until >= wish.Since) && (wish.Until == null || h.Since <= wish.Until))
            .Select(h => new { h.Role, h.UnitId }).ToListAsync(ct);
        if (overlapping.Exists(held => held.Role == wish.Role && held.UnitId == wish.Unit))
            return new("RoleHeldAlready", "role");
        // 三员分立.
        return Roles.Administrators.Contains(wish.Role) && overlapping.Exists(held => held.Role != wish.Role && Roles.Administrators.Contains(held.Role))
            ? new Refusal("AdministratorsSeparate", "role")
            : null;
    }

    /// <summary>Adds the holding, or the proposal of it; saved with the act.</summary>
    public void Add(RoleWish wish, bool grant)
    {
        if (grant)
            organization.Holdings.Add(new() { AccountId = wish.Account, Role = wish.Role, UnitId = wish.Unit, Since = wish.Since, Until = wish.Until });
        else
            organization.Proposals.Add(new() { AccountId = wish.Account, Role = wish.Role, UnitId = wish.Unit, Since = wish.Since, Until = wish.Until, By = actor.Name, At = process.At });
    }

    /// <summary>An open unit by id, name or short name.</summary>
    public async Task<Unit?> FindUnitAsync(string unit, CancellationToken ct)
    {
        var id = Guid.TryParse(unit, out var parsed) ? parsed : Guid.Empty;
        return await organization.Units.AsNoTracking().Where(u => u.ClosedOn == null && (u.Id == id || u.Name == unit || u.ShortName == unit))
            .OrderBy(u => u.Position).FirstOrDefaultAsync(ct);
    }
}
