namespace Shuren.Schools.KeepTeachers;

/// <summary>Addresses of the forms about teachers, relative to the district's.</summary>
internal static class TeacherLinks
{
    public static string New(Guid? school = null) => "schools/teachers/new" + (school is { } id ? $"?school={id:N}" : "");

    public static string Edit(Guid teacher) => $"schools/teachers/{teacher:N}/edit";

    public static string Post(Guid teacher) => $"schools/teachers/{teacher:N}/post";

    public static string Standing(Guid teacher) => $"schools/teachers/{teacher:N}/standing";

    public static string Move(Guid teacher) => $"schools/teachers/{teacher:N}/move";
}
