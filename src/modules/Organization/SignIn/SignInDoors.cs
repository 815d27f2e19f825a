using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SignIn;

/// <summary>The way out, and the language of the screen.</summary>
internal static class SignInDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        doors.MapPost("/sign-out", SignOutAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.Use);
        doors.MapGet("/account/language", Speak).AllowAnonymous();
    }

    // Reading the form makes the antiforgery check run.
    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext http, IAntiforgery antiforgery, EndSession end)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.BadRequest();
        if (Sessions.IdOf(http) is { } session)
            await end.RunAsync(session, http.RequestAborted);
        await Sessions.EndAsync(http);
        return TypedResults.Redirect($"{http.Request.PathBase}/sign-in");
    }

    private static RedirectHttpResult Speak(HttpContext http, [FromQuery] string to)
    {
        var language = to == "en" ? "en" : "zh-CN";
        http.Response.Cookies.Append("shuren-lang", $"c={language}|uic={language}", new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true });
        return TypedResults.Redirect($"{http.Request.PathBase}/account");
    }
}
