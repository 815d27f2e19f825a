using Shuren.Platform.Rights;

namespace Shuren.Planning;

/// <summary>The room's rights. Where a right is held at a section it reaches that section's tasks only.</summary>
public static class PlanningRights
{
    /// <summary>See plans and tasks.</summary>
    public const string View = "planning.view";

    /// <summary>See whole plans. Who has only <see cref="View"/> sees, in a published plan, the tasks that name a unit of the own.</summary>
    public const string ViewWhole = "planning.view-whole";

    /// <summary>Import, edit, assign and send out plans; keep meetings and the ladder.</summary>
    public const string Edit = "planning.edit";

    /// <summary>Countersign for a unit that leads tasks.</summary>
    public const string Countersign = "planning.countersign";

    /// <summary>Approve a plan.</summary>
    public const string Approve = "planning.approve";

    /// <summary>Report progress for a unit that leads or supports.</summary>
    public const string Report = "planning.report";

    /// <summary>Confirm reports of a task that one's unit leads.</summary>
    public const string Confirm = "planning.confirm";

    /// <summary>Take steps of the dispatch ladder, hold meetings.</summary>
    public const string Dispatch = "planning.dispatch";

    /// <summary>Who has them.</summary>
    internal static IReadOnlyList<RightGrant> Grants { get; } =
    [
        new(View, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Inspector),
        new(ViewWhole, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Inspector),
        new(Edit, Roles.Office),
        new(Countersign, Roles.SectionChief, Roles.Office, Roles.Principal),
        new(Approve, Roles.Director),
        new(Report, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Office),
        new(Confirm, Roles.SectionChief, Roles.Principal, Roles.Office),
        new(Dispatch, Roles.Office, Roles.Director, Roles.Deputy),
    ];
}
