namespace Shuren.Schools.KeepClasses;

/// <summary>Addresses of classes, relative to the district's.</summary>
internal static class ClassLinks
{
    public const string Classes = "schools/classes";

    public static string Of(Guid school) => $"{Classes}?school={school:N}";

    public static string Class(Guid taught) => $"schools/classes/{taught:N}";

    public static string New(Guid? school = null) => "schools/classes/new" + (school is { } id ? $"?school={id:N}" : "");

    public static string End(Guid taught) => $"schools/classes/{taught:N}/end";
}
