using Shuren.Platform.Rights;

namespace Shuren.Schools;

/// <summary>The room's rights. Held at a school they reach that school; held at the bureau or a section of it they reach every school.</summary>
public static class SchoolsRights
{
    /// <summary>See schools, classes, rooms and the counts of the rolls.</summary>
    public const string View = "schools.view";

    /// <summary>See lists and pages of pupils, masked.</summary>
    public const string ViewPupils = "schools.view-pupils";

    /// <summary>See lists and pages of teachers, masked.</summary>
    public const string ViewTeachers = "schools.view-teachers";

    /// <summary>See ID numbers, telephone numbers and addresses in full, with a purpose.</summary>
    public const string SeeIdentity = "schools.see-identity";

    /// <summary>See why a child needs care, with a purpose.</summary>
    public const string SeeCare = "schools.see-care";

    /// <summary>Enter and end why a child needs care.</summary>
    public const string KeepCare = "schools.keep-care";

    /// <summary>See records of teachers' ethics, with a purpose.</summary>
    public const string SeeEthics = "schools.see-ethics";

    /// <summary>Keep the ledger of who stays away (控辍保学): enter, visit, report; names are masked.</summary>
    public const string KeepDropOuts = "schools.keep-drop-outs";

    /// <summary>See names and words of that ledger, with a purpose.</summary>
    public const string SeeDropOuts = "schools.see-drop-outs";

    /// <summary>Change the rolls of a school: pupils, teachers, classes, rooms.</summary>
    public const string Edit = "schools.edit";

    /// <summary>Change schools themselves and what concerns several of them: promotion, hand-over.</summary>
    public const string Manage = "schools.manage";

    /// <summary>Who has them.</summary>
    internal static IReadOnlyList<RightGrant> Grants { get; } =
    [
        new(View, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Inspector),
        new(ViewPupils, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff),
        new(ViewTeachers, Roles.Director, Roles.Deputy, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff),
        new(SeeIdentity, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff),
        new(SeeCare, Roles.SectionChief, Roles.Principal),
        new(KeepCare, Roles.SectionChief, Roles.Principal),
        new(SeeEthics, Roles.Director, Roles.SectionChief, Roles.Principal),
        new(KeepDropOuts, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff),
        new(SeeDropOuts, Roles.SectionChief, Roles.Principal),
        new(Edit, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff),
        new(Manage, Roles.SectionChief),
    ];
}
