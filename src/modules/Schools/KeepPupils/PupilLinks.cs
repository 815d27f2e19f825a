namespace Shuren.Schools.KeepPupils;

/// <summary>Addresses of the forms about pupils, relative to the district's.</summary>
internal static class PupilLinks
{
    public static string New(Guid? school = null) => "schools/pupils/new" + (school is { } id ? $"?school={id:N}" : "");

    public static string Edit(Guid pupil) => $"schools/pupils/{pupil:N}/edit";

    public static string Place(Guid pupil) => $"schools/pupils/{pupil:N}/place";

    public static string Family(Guid pupil, Guid? guardian = null) => $"schools/pupils/{pupil:N}/family" + (guardian is { } id ? $"?guardian={id:N}" : "");

    public static string Remove(Guid pupil, Guid guardian) => $"schools/pupils/{pupil:N}/guardians/{guardian:N}/remove";
}
