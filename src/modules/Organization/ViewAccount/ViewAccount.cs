using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ViewAccount;

/// <summary>One's own roles with unit and dates: those that count today and those to come.</summary>
internal sealed class ViewAccount(OrganizationDb organization, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A role as it is held.</summary>
    public sealed record Held(string Role, string Unit, DateOnly Since, DateOnly? Until, bool Counts);

    public async Task<IReadOnlyList<Held>> RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var rows = await organization.Holdings.AsNoTracking().Where(holding => holding.AccountId == actor.AccountId && (holding.Until == null || holding.Until >= today))
            .OrderBy(holding => holding.Since).ThenBy(holding => holding.Id).ToListAsync(ct);
        var names = await units.FindAsync([.. rows.Select(row => row.UnitId).Distinct()], ct);
        return [.. rows.Select(row => new Held(row.Role, names[row.UnitId].Name, row.Since, row.Until, row.Since <= today))];
    }
}
