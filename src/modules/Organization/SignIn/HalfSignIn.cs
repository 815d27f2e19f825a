using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Districts;

namespace Shuren.Organization.SignIn;

/// <summary>Between password and second factor: an encrypted cookie of five minutes that says whose password was right. It opens no page.</summary>
internal sealed class HalfSignIn(IDataProtectionProvider protection, CurrentDistrict district) : IHandler
{
    private const string Cookie = "shuren-half";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("Shuren.HalfSignIn", district.Code).ToTimeLimitedDataProtector();

    /// <summary>Notes whose password was right.</summary>
    public void Begin(HttpContext http, Account account) => http.Response.Cookies.Append(Cookie, Protector.Protect($"{account.Id:N}{account.Stamp:N}", Lasts), Options(http));

    /// <summary>Whose password was right, with the stamp of that moment; null when nobody's was, or too long ago.</summary>
    public (Guid Account, Guid Stamp)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept)
            return null;
        try
        {
            var words = Protector.Unprotect(kept);
            return (Guid.Parse(words[..32]), Guid.Parse(words[32..]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets it.</summary>
    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = http.Request.PathBase.Add("/sign-in"), IsEssential = true,
    };
}
