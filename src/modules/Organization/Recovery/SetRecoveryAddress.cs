using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.SecondFactors;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Recovery;

/// <summary>Names the address for one's own way back, against the password; a letter goes there, and what was confirmed before counts until it is answered.</summary>
internal sealed class SetRecoveryAddress(OrganizationDb organization, ConfirmPassword confirm, Postman postman, JobDesk jobs, Process process, Actor actor) : IHandler
{
    /// <returns>Done, or <c>RecoveryNotOffered</c>, <c>EmailForm</c> and what <see cref="ConfirmPassword"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(string email, string password, string address, CancellationToken ct)
    {
        if (!postman.CanLink)
            return new Refusal("RecoveryNotOffered");
        if (!MailAddress.IsValid(email.Trim()))
            return new Refusal("EmailForm", "Form.Email");
        if (await confirm.RunAsync(password, address, ct) is { } refusal)
            return refusal;
        var account = actor.AccountId!.Value; // whose password was right
        process.Begin("organization.set-recovery-address", new Ref("organization", "account", account));
        organization.RecoveryAddresses.RemoveRange(await organization.RecoveryAddresses.Where(row => row.AccountId == account && row.ConfirmedAt == null).ToListAsync(ct));
        var asked = new RecoveryAddress { AccountId = account, Email = email.Trim(), AskedAt = process.At };
        organization.RecoveryAddresses.Add(asked);
        jobs.Ask(MailLink.Kind, new LinkOrder(account, asked.Id));
        await organization.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Answers the letter: from now on the way back goes to that address, and to no other.</summary>
internal sealed class ConfirmRecoveryAddress(OrganizationDb organization, FindLink find, Process process, Actor actor) : IHandler
{
    /// <returns>Done, or <c>LinkOver</c>, also for another person's link.</returns>
    public async Task<Outcome<Done>> RunAsync(string? secret, CancellationToken ct)
    {
        if (await find.RunAsync(secret, ct) is not { ConfirmsId: { } id } link || link.AccountId != actor.AccountId)
            return new Refusal("LinkOver");
        var all = await organization.RecoveryAddresses.Where(row => row.AccountId == link.AccountId).ToListAsync(ct);
        if (all.Find(row => row.Id == id) is not { } asked)
            return new Refusal("LinkOver");
        process.Begin("organization.confirm-recovery-address", new Ref("organization", "account", link.AccountId));
        asked.Confirm(process.At);
        organization.RecoveryAddresses.RemoveRange(all.Where(row => row.Id != id));
        organization.MailedLinks.Remove(link);
        await organization.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Takes one's own address away, against the password; an administrator is the way back again.</summary>
internal sealed class RemoveRecoveryAddress(OrganizationDb organization, ConfirmPassword confirm, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(string password, string address, CancellationToken ct)
    {
        if (await confirm.RunAsync(password, address, ct) is { } refusal)
            return refusal;
        var account = actor.AccountId!.Value; // whose password was right
        process.Begin("organization.remove-recovery-address", new Ref("organization", "account", account));
        organization.RecoveryAddresses.RemoveRange(await organization.RecoveryAddresses.Where(row => row.AccountId == account).ToListAsync(ct));
        organization.MailedLinks.RemoveRange(await organization.MailedLinks.Where(row => row.AccountId == account).ToListAsync(ct));
        await organization.SaveAsync(ct);
        return new Done();
    }
}
