using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;

namespace Shuren.Organization.Recovery;

/// <summary>Finds the link that somebody brings, while it is good. Opening the page uses nothing up: mail programs look at links by themselves.</summary>
internal sealed class FindLink(OrganizationDb organization, Marks marks, TimeProvider time) : IHandler
{
    public async Task<MailedLink?> RunAsync(string? secret, CancellationToken ct)
    {
        if (!LinkSecret.IsOne(secret))
            return null;
        var (mark, oldest) = (marks.OfLink(secret!), time.GetUtcNow().UtcDateTime - MailedLink.Life); // it has the form of one
        return await organization.MailedLinks.FirstOrDefaultAsync(link => link.Mark == mark && link.SentAt > oldest
            && organization.Accounts.Any(account => account.Id == link.AccountId && account.Stamp == link.Stamp && account.ClosedOn == null), ct);
    }
}
