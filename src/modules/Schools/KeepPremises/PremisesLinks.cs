namespace Shuren.Schools.KeepPremises;

/// <summary>Addresses of rooms and premises, relative to the district's.</summary>
internal static class PremisesLinks
{
    public const string Rooms = "schools/rooms";

    public static string RoomsOf(Guid school) => $"{Rooms}?school={school:N}";

    public static string New(Guid? school = null) => $"{Rooms}/new" + (school is { } id ? $"?school={id:N}" : "");

    public static string Room(Guid room) => $"{Rooms}/{room:N}";

    public static string End(Guid room) => $"{Rooms}/{room:N}/end";

    public static string Premises(Guid school) => $"schools/{school:N}/premises";
}
