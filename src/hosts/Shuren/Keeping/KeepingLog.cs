using System.Text.Json;
using Shuren.Host.Commands;

namespace Shuren.Host.Keeping;

/// <summary>
/// When each district was last backed up and when a drill last proved that a backup can be restored. It lies in the data folder,
/// not in the database: it is about the machine, and it must be readable when the database is not.
/// </summary>
internal sealed class KeepingLog(string dataFolder)
{
    private readonly string path = Path.Combine(dataFolder, "keeping.json");

    /// <summary>What is known of a district.</summary>
    public sealed record Kept(DateTime? BackupAt, DateTime? DrillAt, double? RestoreSeconds, long? CheckpointNumber, string? CheckpointHash)
    {
        public static Kept Nothing { get; } = new(null, null, null, null, null);
    }

    /// <summary>All districts that were ever kept.</summary>
    public IReadOnlyDictionary<string, Kept> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Kept>>(File.ReadAllText(path), DatabaseOptions.Json) ?? [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return new Dictionary<string, Kept>();
        }
    }

    /// <summary>Notes what was done.</summary>
    public void Note(string district, Func<Kept, Kept> change)
    {
        var all = new Dictionary<string, Kept>(Read());
        all[district] = change(all.GetValueOrDefault(district, Kept.Nothing));
        Directory.CreateDirectory(dataFolder);
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(all, DatabaseOptions.Json));
        File.Move(path + ".part", path, overwrite: true);
    }
}
