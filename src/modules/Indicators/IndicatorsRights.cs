using Shuren.Platform.Rights;

namespace Shuren.Indicators;

/// <summary>The room's rights. Held at a school they reach that school; held at the bureau or a section of it they reach every school. The district's own values are seen by all who see any.</summary>
public static class IndicatorsRights
{
    /// <summary>See indicators and their values.</summary>
    public const string View = "indicators.view";

    /// <summary>Report figures that no roll has.</summary>
    public const string Report = "indicators.report";

    /// <summary>Confirm what somebody else reported, or send it back.</summary>
    public const string Confirm = "indicators.confirm";

    /// <summary>Silence alerts until a day: for the bureau, a school does not silence its own.</summary>
    public const string Silence = "indicators.silence";

    /// <summary>Who has them.</summary>
    internal static IReadOnlyList<RightGrant> Grants { get; } =
    [
        new(View, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff, Roles.Inspector),
        new(Report, Roles.SectionChief, Roles.SectionStaff),
        new(Confirm, Roles.Office, Roles.SectionChief),
        new(Silence, Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief),
    ];
}
