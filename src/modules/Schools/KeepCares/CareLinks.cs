namespace Shuren.Schools.KeepCares;

/// <summary>Addresses of the forms about care, relative to the district's.</summary>
internal static class CareLinks
{
    public static string Add(Guid pupil) => $"schools/pupils/{pupil:N}/care";

    public static string End(Guid pupil, Guid care) => $"schools/pupils/{pupil:N}/cares/{care:N}/end";
}
