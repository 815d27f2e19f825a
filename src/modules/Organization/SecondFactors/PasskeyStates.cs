using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Shuren.Platform;
using Shuren.Platform.Districts;

namespace Shuren.Organization.SecondFactors;

/// <summary>The challenge on its way through the page: encrypted, for five minutes and one district.</summary>
internal sealed class PasskeyStates(IDataProtectionProvider protection, CurrentDistrict district) : IHandler
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("Shuren.Passkey", district.Code).ToTimeLimitedDataProtector();

    public string Carry(string? state) => Protector.Protect(state ?? "", Lasts);

    /// <returns>The state, or null when it is too old or was touched.</returns>
    public string? Read(string? carried)
    {
        try
        {
            return carried is { Length: > 0 } ? Protector.Unprotect(carried) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
