using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Shuren.Organization.Model;

namespace Shuren.Organization.SignIn;

/// <summary>A session is a cookie that names the account and its stamp; rights are read anew with every request.</summary>
internal static class Sessions
{
    public static Task BeginAsync(HttpContext http, Account account) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Sid, account.Stamp.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>Where to go after sign-in: only inside the district, never to another site.</summary>
    public static string SafeReturn(string? wanted, PathString district)
    {
        var inside = district.Add("/").Value!;
        return wanted is not null && wanted.StartsWith(inside, StringComparison.Ordinal) && !wanted.Contains("//", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal)
            ? wanted
            : inside;
    }
}
