using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SignIn;

/// <summary>Ends a session of one's own; with the right to manage accounts or roles also another person's.</summary>
internal sealed class EndSession(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid session, CancellationToken ct)
    {
        var found = await organization.Sessions.FirstOrDefaultAsync(row => row.Id == session, ct);
        if (found is null || (found.AccountId != actor.AccountId && !MayEndOthers))
            return new Refusal("NotYours");
        process.Begin("organization.end-session", new Ref("organization", "account", found.AccountId));
        found.End(process.At);
        await organization.SaveAsync(ct);
        return new Done();
    }

    /// <summary>Ends all sessions of an account but the one at hand.</summary>
    public async Task<Outcome<int>> AllOfAsync(Guid account, Guid? keep, CancellationToken ct)
    {
        if (account != actor.AccountId && !MayEndOthers)
            return new Refusal("NotYours");
        var open = await organization.Sessions.Where(row => row.AccountId == account && row.EndedAt == null && row.Id != keep).ToListAsync(ct);
        process.Begin("organization.end-session", new Ref("organization", "account", account));
        open.ForEach(row => row.End(process.At));
        await organization.SaveAsync(ct);
        return open.Count;
    }

    private bool MayEndOthers => actor.Can(OrganizationRights.ManageAccounts) || actor.Can(OrganizationRights.ManageRoles);
}
