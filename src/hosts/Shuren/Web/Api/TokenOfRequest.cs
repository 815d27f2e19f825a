using System.Security.Claims;
using Shuren.Platform.Districts;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web.Api;

/// <summary>
/// Lets a program in by its token (RFC 6750) and counts its requests. A cookie signs nobody in here, so no other site can make a browser act through the API.
/// </summary>
internal sealed class TokenOfRequest(RequestDelegate next, ApiRates rates)
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether the request is the API's; the district has been taken off its path.</summary>
    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(ApiDoors.Root, StringComparison.Ordinal);

    public async Task InvokeAsync(HttpContext http, CurrentDistrict district, Actor actor, IServiceProvider services)
    {
        if (!IsApi(http))
        {
            await next(http);
            return;
        }
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var sent = http.Request.Headers.Authorization.ToString();
        if (district.IsKnown && sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            if (await services.GetRequiredService<ITokenDoor>().OpenAsync(sent[Bearer.Length..].Trim(), Writes(http.Request), http.RequestAborted))
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.AccountId.ToString()!)], "token"));
            else if (rates.FailureRefused(http, address) is { } tooMany)
            {
                await Problem.WriteAsync(http, StatusCodes.Status429TooManyRequests, tooMany);
                return;
            }
        }
        if (rates.Refused(http, http.User.Identity?.IsAuthenticated == true ? $"{district.Code}/{actor.AccountId}" : address) is { } refusal)
        {
            await Problem.WriteAsync(http, StatusCodes.Status429TooManyRequests, refusal);
            return;
        }
        // What a repeated post is known by is its whole content: it is read twice.
        if (http.Request.Headers.ContainsKey("Idempotency-Key") && !http.Request.HasFormContentType)
            http.Request.EnableBuffering();
        await next(http);
    }

    private static bool Writes(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
}
