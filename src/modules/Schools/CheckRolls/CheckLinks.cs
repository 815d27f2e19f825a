namespace Shuren.Schools.CheckRolls;

/// <summary>Addresses of the checks of the rolls, relative to the district's.</summary>
internal static class CheckLinks
{
    public const string Checks = "schools/checks";

    /// <summary>The findings of a rule, or of a rule at a school.</summary>
    public static string Findings(string rule, Guid? school = null) => $"schools/checks/{rule}" + (school is { } id ? $"?school={id:N}" : "");

    /// <summary>The rules at one school.</summary>
    public static string Of(Guid school) => $"{Checks}?school={school:N}";

    /// <summary>Where a finding is accepted as an exception.</summary>
    public static string Allow(Guid finding) => $"schools/checks/findings/{finding:N}/allow";

    /// <summary>Where the row is looked at and mended.</summary>
    public static string Row(RuleRoll roll, Guid row, Guid school) => roll switch
    {
        RuleRoll.Pupils => SchoolsLinks.Pupil(row),
        RuleRoll.Teachers => SchoolsLinks.Teacher(row),
        RuleRoll.Classes => KeepClasses.ClassLinks.Class(row),
        RuleRoll.Schools or RuleRoll.Rooms => SchoolsLinks.School(school),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
