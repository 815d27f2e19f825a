using System.Globalization;

namespace Shuren.Organization;

/// <summary>The names of the roles as shown: resource keys <c>Role_director</c> and so on.</summary>
internal static class RoleWords
{
    public static string Of(string role) =>
        OrganizationText.ResourceManager.GetString("Role_" + role.Replace('-', '_'), CultureInfo.CurrentUICulture) ?? role;
}
