namespace Shuren.Schools.KeepSchools;

/// <summary>Addresses of the forms about schools, relative to the district's.</summary>
internal static class SchoolFormLinks
{
    public static string Edit(Guid school) => $"schools/{school:N}/edit";

    public static string Change(Guid school) => $"schools/{school:N}/change";
}
