using System.Globalization;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.ManageUnits;

/// <summary>The names of the kinds as shown: resource keys <c>Kind_School</c> and so on.</summary>
internal static class UnitKindWords
{
    public static string Of(UnitKind kind) => OrganizationText.ResourceManager.GetString("Kind_" + kind, CultureInfo.CurrentUICulture) ?? kind.ToString();
}
