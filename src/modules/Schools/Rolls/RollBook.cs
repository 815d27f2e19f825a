using System.Text;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.Rolls;

/// <summary>The descriptions of the rolls and the code tables, as they are shipped with the room.</summary>
internal static class RollBook
{
    /// <summary>The code tables (JY/T 1001, GB/T 2261, 3304, 4658, 4762, 33782; where no official list is at hand, our own).</summary>
    public static CodeTables Codes { get; } = ReadCodes();

    public static RollSheet Schools { get; } = Sheet("schools");
    public static RollSheet Classes { get; } = Sheet("classes");
    public static RollSheet Rooms { get; } = Sheet("rooms");
    public static RollSheet Teachers { get; } = Sheet("teachers");
    public static RollSheet Pupils { get; } = Sheet("pupils");

    /// <summary>In the order in which an empty district is filled.</summary>
    public static IReadOnlyList<RollSheet> All { get; } = [Schools, Classes, Rooms, Teachers, Pupils];

    private static RollSheet Sheet(string name)
    {
        using var text = new StreamReader(Resource(name + ".yaml"), Encoding.UTF8);
        return RollSheet.Parse(name, text.ReadToEnd());
    }

    private static CodeTables ReadCodes()
    {
        using var csv = Resource("codes.csv");
        return CodeTables.Read(csv);
    }

    private static Stream Resource(string file) => typeof(RollBook).Assembly.GetManifestResourceStream($"Shuren.Schools.Rolls.{file}")!; // embedded by the project
}
