using System.Globalization;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.KeepGroups;

/// <summary>The names of the kinds as shown: resource keys <c>GroupKind_Area</c> and so on.</summary>
internal static class GroupKindWords
{
    public static string Of(SchoolGroupKind kind) => StructureText.ResourceManager.GetString("GroupKind_" + kind, CultureInfo.CurrentUICulture) ?? kind.ToString();
}
