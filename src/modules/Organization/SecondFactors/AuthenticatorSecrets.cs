using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Shuren.Platform;
using Shuren.Platform.Districts;

namespace Shuren.Organization.SecondFactors;

/// <summary>Encrypts what an authenticator and the server share; the keys lie in the key folder, never in the database.</summary>
internal sealed class AuthenticatorSecrets(IDataProtectionProvider protection, CurrentDistrict district) : IHandler
{
    /// <summary>As it stands in the database.</summary>
    public string Protect(Guid account, byte[] secret) => Convert.ToBase64String(For(account).Protect(secret));

    /// <summary>As it is reckoned with.</summary>
    /// <exception cref="CryptographicException">The key folder is another one: the machine was restored without its keys.</exception>
    public byte[] Open(Guid account, string kept) => For(account).Unprotect(Convert.FromBase64String(kept));

    /// <summary>The secret on its way through the page; null when somebody touched it.</summary>
    public byte[]? OpenTyped(Guid account, string? carried)
    {
        try
        {
            return carried is { Length: > 0 } ? Open(account, carried) : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid account) => protection.CreateProtector("Shuren.Authenticator", district.Code, account.ToString("N"));
}
