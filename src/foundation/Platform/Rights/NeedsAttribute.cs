using Microsoft.AspNetCore.Authorization;

namespace Shuren.Platform.Rights;

/// <summary>Names the right that a page or a door demands. A page or door without it does not pass the wall test.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string right) : AuthorizeAttribute(Prefix + right)
{
    /// <summary>The prefix by which the host knows a policy that is a right.</summary>
    public const string Prefix = "right:";

    /// <summary>The right.</summary>
    public string Right { get; } = right;
}
