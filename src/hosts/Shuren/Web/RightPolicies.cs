using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web;

/// <summary>Makes a policy of every right that a page or door names.</summary>
internal sealed class RightPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(NeedsAttribute.Prefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new RightRequirement(policyName[NeedsAttribute.Prefix.Length..])).Build()
            : await base.GetPolicyAsync(policyName);
}

/// <summary>The right that is asked for.</summary>
internal sealed record RightRequirement(string Right) : IAuthorizationRequirement;

/// <summary>Asks the actor.</summary>
internal sealed class RightHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (accessor.HttpContext?.RequestServices.GetRequiredService<Actor>().Can(requirement.Right) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
