namespace Shuren.Organization;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class OrganizationLinks
{
    public const string Units = "organization/units";
    public const string Accounts = "organization/accounts";
    public const string Account = "account";
    public const string Delegations = "account/delegations";
    public const string AllDelegations = "organization/delegations";
    public const string Audit = "organization/audit";
}
