using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web;

/// <summary>Fills the actor from the session before anything asks for rights; a session whose account or password changed is over.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    private const string PasswordPage = "/account/password";

    public async Task InvokeAsync(HttpContext http, CurrentDistrict district, Actor actor, IServiceProvider services)
    {
        if (district.IsKnown && http.User.Identity?.IsAuthenticated == true && !http.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal))
        {
            var account = Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
            var stamp = Guid.Parse(http.User.FindFirstValue(ClaimTypes.Sid)!);
            // Another district's cookie never gets here: its path is that district's.
            var state = await services.GetRequiredService<IActorLoader>().LoadAsync(account, stamp, actor, http.RequestAborted);
            if (state == SessionState.Over)
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
                await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            }
            else if (state == SessionState.MustChangePassword && !IsAllowedWithOneTimePassword(http.Request.Path))
            {
                http.Response.Redirect($"{http.Request.PathBase}{PasswordPage}");
                return;
            }
        }
        await next(http);
    }

    private static bool IsAllowedWithOneTimePassword(PathString path) =>
        path.StartsWithSegments(PasswordPage, StringComparison.Ordinal) || path.StartsWithSegments("/sign-out", StringComparison.Ordinal);
}
