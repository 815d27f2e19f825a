using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageRights;

/// <summary>Which roles must have a second factor: what the district says, else the three administrators.</summary>
internal static class SignInDemands
{
    /// <summary>The roles, from the district's row or without one.</summary>
    public static IReadOnlyCollection<string> Of(string? row) => row?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? Roles.Administrators;
}
