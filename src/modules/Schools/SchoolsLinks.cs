namespace Shuren.Schools;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class SchoolsLinks
{
    public const string Schools = "schools";
    public const string Map = "schools/map";
    public const string Pupils = "schools/pupils";
    public const string Teachers = "schools/teachers";
    public const string Promotion = "schools/promotion";

    public static string School(Guid school) => $"schools/{school:N}";

    public static string Pupil(Guid pupil) => $"schools/pupils/{pupil:N}";

    /// <summary>Where a pupil is moved on the roll.</summary>
    public static string Move(Guid pupil) => $"schools/pupils/{pupil:N}/move";

    /// <summary>The roll of a school, or of a class of it.</summary>
    public static string PupilsOf(Guid school, Guid? taught = null) => $"{Pupils}?school={school:N}" + (taught is { } id ? $"&class={id:N}" : "");

    public static string Teacher(Guid teacher) => $"schools/teachers/{teacher:N}";

    public static string TeachersOf(Guid school) => $"{Teachers}?school={school:N}";
}
