using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;

namespace Shuren.Organization.Recovery;

/// <summary>What a letter is for.</summary>
/// <param name="Account">Whose; empty where a name that nobody has was typed: the work is the same.</param>
/// <param name="Confirms">The address that it shall confirm; null for a way back to the address that is confirmed.</param>
internal sealed record LinkOrder(Guid Account, Guid? Confirms);

/// <summary>
/// Sends a link by mail, as a job: the page that asked for it has answered by then, so its time tells nothing. The secret is made here and stands in the letter
/// alone; whoever reads the database cannot use it.
/// </summary>
internal sealed class MailLink(OrganizationDb organization, Marks marks, Postman postman, TimeProvider time) : IJob
{
    public const string Kind = "organization.mail-link";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var order = run.Arguments<LinkOrder>();
        var to = await organization.RecoveryAddresses.AsNoTracking()
            .Where(row => row.AccountId == order.Account && (order.Confirms == null ? row.ConfirmedAt != null : row.Id == order.Confirms)).OrderByDescending(row => row.ConfirmedAt).FirstOrDefaultAsync(ct);
        var account = await organization.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == order.Account && row.ClosedOn == null, ct);
        if (to is null || account is null || !postman.CanLink)
            return new Sentence("LinkNotMailed");
        var secret = LinkSecret.New();
        // An earlier one of the same purpose is good no more: a mailbox holds at most one.
        organization.MailedLinks.RemoveRange(await organization.MailedLinks.Where(row => row.AccountId == account.Id && (order.Confirms == null) == (row.ConfirmsId == null)).ToListAsync(ct));
        var link = new MailedLink { AccountId = account.Id, Stamp = account.Stamp, ConfirmsId = order.Confirms, Mark = marks.OfLink(secret), SentAt = time.GetUtcNow().UtcDateTime };
        organization.MailedLinks.Add(link);
        await organization.SaveAsync(ct);
        var (title, page) = order.Confirms is null ? ("RecoverTitle", OrganizationLinks.Recover) : ("ConfirmTitle", OrganizationLinks.ConfirmRecovery);
        var language = await postman.LanguageOfAsync(account.Id, ct);
        var sent = await postman.WriteAsync(new(link.Id, to.Email, language, new(title, account.SignInName), new("LinkIsGood", $"{MailedLink.Life.TotalMinutes}"), $"{page}?Link={secret}"), ct);
        return sent.Succeeded ? new Sentence("LinkMailed") : sent.Refusals[0];
    }
}
