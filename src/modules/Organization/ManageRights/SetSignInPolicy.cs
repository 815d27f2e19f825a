using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageRights;

/// <summary>Says which roles must have a second factor in this district.</summary>
internal sealed class SetSignInPolicy(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(IReadOnlyCollection<string> roles, string reason, CancellationToken ct)
    {
        if (!actor.IsSystem && !actor.Can(OrganizationRights.ManageRights))
            return new Refusal("NotYours");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("ReasonMissing", "reason");
        var row = await organization.SignInPolicies.FirstOrDefaultAsync(ct);
        var said = string.Join(',', Roles.All.Where(roles.Contains));
        process.Begin("organization.set-sign-in-policy", null, reason.Trim());
        if (row is null)
            organization.SignInPolicies.Add(new() { SecondFactorRoles = said });
        else
            row.SecondFactorRoles = said;
        await organization.SaveAsync(ct);
        return new Done();
    }

    /// <summary>The roles that must.</summary>
    public async Task<IReadOnlyCollection<string>> ReadAsync(CancellationToken ct) =>
        SignInDemands.Of(await organization.SignInPolicies.Select(policy => policy.SecondFactorRoles).FirstOrDefaultAsync(ct));
}
