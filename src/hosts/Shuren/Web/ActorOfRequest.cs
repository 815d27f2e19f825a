using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Shuren.Host.Web.Api;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web;

/// <summary>Fills the actor from the session before anything asks for rights; a session whose account or password changed is over.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    private const string PasswordPage = "/account/password";
    private const string SecondFactorPage = "/account/second-factor";

    public async Task InvokeAsync(HttpContext http, CurrentDistrict district, Actor actor, IServiceProvider services)
    {
        if (district.IsKnown && !TokenOfRequest.IsApi(http) && http.User.Identity?.IsAuthenticated == true && !http.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal))
        {
            // Another district's session is over here: it stands in that district's database only.
            var state = Guid.TryParse(http.User.FindFirstValue(ClaimTypes.Sid), out var session)
                ? await services.GetRequiredService<IActorLoader>().LoadSessionAsync(session, actor, http.RequestAborted)
                : SessionState.Over;
            if (state == SessionState.Over)
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
                await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            }
            else if (FirstPage(state) is { } first && !IsOpenBefore(http.Request.Path, first))
            {
                http.Response.Redirect($"{http.Request.PathBase}{first}");
                return;
            }
        }
        await next(http);
    }

    /// <summary>What has to be done before anything else.</summary>
    private static string? FirstPage(SessionState state) => state switch
    {
        SessionState.MustChangePassword => PasswordPage,
        SessionState.MustAddSecondFactor => SecondFactorPage,
        _ => null,
    };

    private static bool IsOpenBefore(PathString path, string first) =>
        path.StartsWithSegments(first, StringComparison.Ordinal) || path.StartsWithSegments("/sign-out", StringComparison.Ordinal);
}
