namespace Shuren.Platform.Rights;

/// <summary>The roles of a bureau. A role is held at a unit and reaches that unit and all below it.</summary>
public static class Roles
{
    /// <summary>局长: decides and approves.</summary>
    public const string Director = "director";

    /// <summary>副局长: leads a field.</summary>
    public const string Deputy = "deputy";

    /// <summary>办公室: runs the plan.</summary>
    public const string Office = "office";

    /// <summary>科长.</summary>
    public const string SectionChief = "section-chief";

    /// <summary>科员.</summary>
    public const string SectionStaff = "section-staff";

    /// <summary>校长、园长.</summary>
    public const string Principal = "principal";

    /// <summary>学校经办人.</summary>
    public const string SchoolStaff = "school-staff";

    /// <summary>督学.</summary>
    public const string Inspector = "inspector";

    /// <summary>教师.</summary>
    public const string Teacher = "teacher";

    /// <summary>家长.</summary>
    public const string Parent = "parent";

    /// <summary>系统管理员: units, accounts, settings; sees no content.</summary>
    public const string SystemAdmin = "system-admin";

    /// <summary>安全管理员: grants roles.</summary>
    public const string SecurityAdmin = "security-admin";

    /// <summary>审计管理员: reads the audit.</summary>
    public const string AuditAdmin = "audit-admin";

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Director, Deputy, Office, SectionChief, SectionStaff, Principal, SchoolStaff, Inspector, Teacher, Parent,
        SystemAdmin, SecurityAdmin, AuditAdmin,
    ];

    /// <summary>The three separated administrators (三员): nobody holds two of them, and none gets a right of another or of content.</summary>
    public static IReadOnlyList<string> Administrators { get; } = [SystemAdmin, SecurityAdmin, AuditAdmin];
}

/// <summary>A right and the roles that have it.</summary>
/// <param name="Right">Room and act, such as <c>planning.publish</c>.</param>
/// <param name="Roles">The roles that have it, each at the unit where it is held.</param>
public sealed record RightGrant(string Right, params string[] Roles)
{
    /// <summary>True for a right on which the separation of the administrators rests: no district gives it to other roles or takes it away.</summary>
    public bool IsFixed { get; init; }
}
