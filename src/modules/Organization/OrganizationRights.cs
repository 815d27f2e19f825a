using Shuren.Platform.Districts.Above;
using Shuren.Platform.Rights;

namespace Shuren.Organization;

/// <summary>The room's rights.</summary>
public static class OrganizationRights
{
    /// <summary>Sign in at all: the to-do list and one's own account.</summary>
    public const string Use = "organization.use";

    /// <summary>See the tree and the people of a unit.</summary>
    public const string View = "organization.view";

    /// <summary>Change units and their duties.</summary>
    public const string ManageUnits = "organization.manage-units";

    /// <summary>Add and close accounts, give one-time passwords, propose roles.</summary>
    public const string ManageAccounts = "organization.manage-accounts";

    /// <summary>Enter holidays, make-up days and local days; set terms.</summary>
    public const string ManageCalendar = "organization.manage-calendar";

    /// <summary>Lend a role of one's own for a time.</summary>
    public const string Delegate = "organization.delegate";

    /// <summary>See all delegations, lend for somebody who is away, take back.</summary>
    public const string ManageDelegations = "organization.manage-delegations";

    /// <summary>See background jobs, cancel them and start them again.</summary>
    public const string WatchJobs = "organization.watch-jobs";

    /// <summary>See how much room files take and whether they are whole; set the limits. No content of them.</summary>
    public const string ManageFiles = "organization.manage-files";

    /// <summary>See open requests about to-dos of others, and nudge those who have not answered.</summary>
    public const string NudgeAll = "organization.nudge-all";

    /// <summary>See what waits for people of the units that it reaches, and nudge them.</summary>
    public const string NudgeUnit = "organization.nudge-unit";

    /// <summary>Grant and end roles, take lost second factors away.</summary>
    public const string ManageRoles = "organization.manage-roles";

    /// <summary>Open the page on which the roles of a person are proposed or granted; which of the two depends on the rights to manage.</summary>
    public const string ChangeRoles = "organization.change-roles";

    /// <summary>See which role has which right.</summary>
    public const string ViewRights = "organization.view-rights";

    /// <summary>Change which role has which right, and what sign-in demands.</summary>
    public const string ManageRights = "organization.manage-rights";

    /// <summary>See telephone numbers and mail addresses in full, with a purpose.</summary>
    public const string SeeContacts = "organization.see-contacts";

    /// <summary>Make access tokens and use the API with them.</summary>
    public const string UseTokens = "organization.use-tokens";

    /// <summary>Read the audit.</summary>
    public const string ReadAudit = "organization.read-audit";

    /// <summary>Who has them.</summary>
    internal static IReadOnlyList<RightGrant> Grants { get; } =
    [
        new(Use, [.. Roles.All]) { IsFixed = true },
        new(View, Roles.Director, Roles.Deputy, Roles.Office, Roles.SystemAdmin, Roles.SecurityAdmin, Roles.Principal),
        new(ManageUnits, Roles.Office, Roles.SystemAdmin),
        new(ManageCalendar, Roles.Office, Roles.SystemAdmin),
        new(Delegate, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Inspector),
        new(ManageDelegations, Roles.SecurityAdmin),
        new(NudgeAll, Roles.Director, Roles.Deputy, Roles.Office),
        new(NudgeUnit, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.Principal),
        new(WatchJobs, Roles.Office, Roles.SystemAdmin),
        new(ManageFiles, Roles.SystemAdmin),
        new(ManageAccounts, Roles.SystemAdmin) { IsFixed = true },
        new(ManageRoles, Roles.SecurityAdmin) { IsFixed = true },
        new(ChangeRoles, Roles.SystemAdmin, Roles.SecurityAdmin) { IsFixed = true },
        new(ViewRights, Roles.Director, Roles.SecurityAdmin, Roles.AuditAdmin),
        new(ManageRights, Roles.SecurityAdmin) { IsFixed = true },
        new(SeeContacts, Roles.Office, Roles.SystemAdmin),
        new(AboveRights.Grant, Roles.Director, Roles.Office),
        new(AboveRights.ViewBelow, Roles.Director, Roles.Deputy, Roles.Office),
        new(UseTokens, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Inspector,
            Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin),
        new(ReadAudit, Roles.Director, Roles.AuditAdmin) { IsFixed = true },
    ];
}
