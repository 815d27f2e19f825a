using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Shuren.Organization.Model;

namespace Shuren.Organization.SignIn;

/// <summary>The cookie names the session and nothing else; what it may do is read anew with every request.</summary>
internal static class Sessions
{
    public static Task BeginAsync(HttpContext http, SignInSession session) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, session.AccountId.ToString()), new(ClaimTypes.Sid, session.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>The session of the request, or null.</summary>
    public static Guid? IdOf(HttpContext http) => Guid.TryParse(http.User.FindFirstValue(ClaimTypes.Sid), out var session) ? session : null;

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>Where to go after sign-in: only inside the district, never to another site.</summary>
    public static string SafeReturn(string? wanted, PathString district)
    {
        var inside = district.Add("/").Value!;
        return wanted is not null && wanted.StartsWith(inside, StringComparison.Ordinal) && !wanted.Contains("//", StringComparison.Ordinal)
            && !wanted.Contains('\\', StringComparison.Ordinal) && !wanted.Any(char.IsControl)
            ? wanted
            : inside;
    }
}
