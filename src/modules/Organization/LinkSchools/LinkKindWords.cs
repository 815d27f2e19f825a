using System.Globalization;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.LinkSchools;

/// <summary>The names of the kinds as shown: resource keys <c>LinkKind_Leader</c> and so on.</summary>
internal static class LinkKindWords
{
    public static string Of(SchoolLinkKind kind) => StructureText.ResourceManager.GetString("LinkKind_" + kind, CultureInfo.CurrentUICulture) ?? kind.ToString();
}
