using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.SecondFactors;

/// <summary>What an account has beside its password.</summary>
internal sealed class FindSecondFactors(OrganizationDb organization) : IHandler
{
    /// <param name="AuthenticatorSince">When the authenticator was tied, in UTC; null for none.</param>
    /// <param name="Passkeys">Keys on devices.</param>
    /// <param name="CodesLeft">Recovery codes that have not been used.</param>
    public sealed record Factors(DateTime? AuthenticatorSince, IReadOnlyList<Passkey> Passkeys, int CodesLeft)
    {
        public bool IsNone => AuthenticatorSince is null && Passkeys.Count == 0;
    }

    public async Task<Factors> RunAsync(Guid account, CancellationToken ct) => new(
        await organization.Authenticators.Where(a => a.AccountId == account).Select(a => (DateTime?)a.AddedAt).FirstOrDefaultAsync(ct),
        await organization.Passkeys.AsNoTracking().Where(p => p.AccountId == account).OrderBy(p => p.Id).ToListAsync(ct),
        await organization.RecoveryCodes.CountAsync(code => code.AccountId == account && code.UsedAt == null, ct));
}
