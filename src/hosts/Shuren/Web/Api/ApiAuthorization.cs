using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Host.Web.Api;

/// <summary>A program that may not is told so with a status; a person is led to the sign-in or to the page that says so.</summary>
internal sealed class ApiAuthorization : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler pages = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !TokenOfRequest.IsApi(context))
            return pages.HandleAsync(next, context, policy, authorizeResult);
        if (context.User.Identity?.IsAuthenticated == true)
            return Problem.WriteAsync(context, StatusCodes.Status403Forbidden, new Refusal("RightMissing", "", string.Join(", ", policy.Requirements.OfType<RightRequirement>().Select(need => need.Right))));
        // One answer whether there was no token, an unknown, an ended or a revoked one.
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"shuren\"";
        return Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, new Refusal("TokenNeeded"));
    }
}
