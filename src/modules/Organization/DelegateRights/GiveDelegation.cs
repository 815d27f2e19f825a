using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.DelegateRights;

/// <summary>What is lent: a role that the giver holds, to whom, from when to when and why.</summary>
internal sealed record LentRole(Guid From, Guid To, Guid Holding, DateOnly Since, DateOnly Until, string Reason);

/// <summary>Lends one of one's own roles for a time. The security administrator may do so for somebody who is away.</summary>
internal sealed class GiveDelegation(OrganizationDb organization, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>Administrators' roles are held apart from each other and from the business; parents' concern a child of their own.</summary>
    public static readonly IReadOnlyList<string> NeverLent = [Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin, Roles.Parent];

    public async Task<Outcome<Guid>> RunAsync(LentRole lent, CancellationToken ct)
    {
        if (actor.ActsFor is not null)
            return new Refusal("DelegationNotOn");
        var own = lent.From == actor.AccountId && actor.Can(OrganizationRights.Delegate);
        if (!own && !actor.Can(OrganizationRights.ManageDelegations))
            return new Refusal("DelegationNotYours");
        var refusals = await ProblemsAsync(lent, ct);
        if (refusals.Count > 0)
            return refusals;
        var held = await organization.Holdings.AsNoTracking().FirstAsync(holding => holding.Id == lent.Holding, ct);
        var row = new Delegation
        {
            FromAccountId = lent.From, ToAccountId = lent.To, Role = held.Role, UnitId = held.UnitId, Since = lent.Since, Until = lent.Until, Reason = lent.Reason.Trim(),
        };
        process.Begin("organization.give-delegation", new Ref("organization", "delegation", row.Id), row.Reason);
        organization.Delegations.Add(row);
        await organization.SaveAsync(ct);
        return row.Id;
    }

    private async Task<List<Refusal>> ProblemsAsync(LentRole lent, CancellationToken ct)
    {
        var today = time.Today();
        var refusals = new List<Refusal>();
        var held = await organization.Holdings.AsNoTracking().FirstOrDefaultAsync(holding => holding.Id == lent.Holding && holding.AccountId == lent.From
            && holding.Since <= today && (holding.Until == null || holding.Until >= today), ct);
        if (held is null)
            refusals.Add(new("DelegationNotHeld", "Holding"));
        else if (NeverLent.Contains(held.Role))
            refusals.Add(new("DelegationNeverLent", "Holding", RoleWords.Of(held.Role)));
        if (lent.To == lent.From || !await MayHoldAsync(lent.To, today, ct))
            refusals.Add(new("DelegationToWhom", "To"));
        if (lent.Since < today)
            refusals.Add(new("DelegationSincePast", "Since"));
        if (lent.Until < lent.Since || lent.Until.DayNumber - lent.Since.DayNumber >= Delegation.LongestDays)
            refusals.Add(new("DelegationUntil", "Until", Delegation.LongestDays));
        if (string.IsNullOrWhiteSpace(lent.Reason))
            refusals.Add(new("DelegationReason", "Reason"));
        return refusals;
    }

    // Somebody who holds an office of the bureau or a school; a parent or a teacher without one stands in for nobody.
    private Task<bool> MayHoldAsync(Guid account, DateOnly today, CancellationToken ct) => organization.Accounts.AnyAsync(row => row.Id == account && row.ClosedOn == null
        && organization.Holdings.Any(holding => holding.AccountId == account && holding.Since <= today && (holding.Until == null || holding.Until >= today) && holding.Role != Roles.Parent && holding.Role != Roles.Teacher), ct);
}
