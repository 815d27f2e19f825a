using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization.SecondFactors;

/// <summary>
/// Shows our accounts and passkeys to ASP.NET Core Identity's passkey handler, which reads them through a user manager. It only reads:
/// what changes is written by <see cref="AddPasskey"/> and <see cref="UsePasskey"/>, in a process with its audit.
/// </summary>
internal sealed class PasskeyStore(OrganizationDb organization) : IUserPasskeyStore<Account>
{
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await organization.Accounts.FirstOrDefaultAsync(account => account.Id == id && account.ClosedOn == null, cancellationToken) : null;

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var name = normalizedUserName.ToLowerInvariant();
        return await organization.Accounts.FirstOrDefaultAsync(account => account.SignInName == name && account.ClosedOn == null, cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await organization.Passkeys.AsNoTracking().Where(key => key.AccountId == user.Id).ToListAsync(cancellationToken)).Select(Shown)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var wanted = Base64Url.EncodeToString(credentialId);
        return await organization.Accounts.FirstOrDefaultAsync(account => organization.Passkeys.Any(key => key.CredentialKey == wanted && key.AccountId == account.Id), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var wanted = Base64Url.EncodeToString(credentialId);
        return await organization.Passkeys.AsNoTracking().FirstOrDefaultAsync(key => key.AccountId == user.Id && key.CredentialKey == wanted, cancellationToken) is { } found ? Shown(found) : null;
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The scope owns the database.
    }

    private static UserPasskeyInfo Shown(Passkey key) => new(
        Base64Url.DecodeFromChars(key.CredentialKey), Convert.FromBase64String(key.PublicKey), key.AddedAt, (uint)key.Uses,
        key.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, [], []);

    private static NotSupportedException ReadsOnly() => new("Accounts and passkeys are written by the room's own acts.");
}
