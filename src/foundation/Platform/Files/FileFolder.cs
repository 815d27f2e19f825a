namespace Shuren.Platform.Files;

/// <summary>Where files lie; each district has its own folder below it.</summary>
public sealed record FileStoreOptions(string Folder);

/// <summary>The folder of one district: contents under their hash, unfinished ones beside them, unreferenced ones apart until they go.</summary>
internal sealed class FileFolder(FileStoreOptions options, string district)
{
    private const int HashLength = 64;

    /// <summary>The district's own folder.</summary>
    public string Root { get; } = Path.Combine(options.Folder, district);

    /// <summary>Contents that no row names wait here for the end of their time.</summary>
    public string Waste => Path.Combine(Root, "waste");

    /// <summary>Where a content lies.</summary>
    public string PathOf(string hash) => Path.Combine(Root, hash[..2], hash);

    /// <summary>A name for a file that is being written.</summary>
    public string NewPart() => Path.Combine(Directory.CreateDirectory(Root).FullName, $"{Guid.CreateVersion7():N}.part");

    /// <summary>Puts a finished file in its place; from then on it is found by its hash.</summary>
    public void Keep(string part, string hash, DateTime now)
    {
        // The sweep reckons by this moment, also where the same content has lain here for long.
        File.SetLastWriteTimeUtc(part, now);
        Directory.CreateDirectory(Path.Combine(Root, hash[..2]));
        File.Move(part, PathOf(hash), overwrite: true);
    }

    /// <summary>The hashes of all contents.</summary>
    public IEnumerable<string> Contents() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root, "??").SelectMany(folder => Directory.EnumerateFiles(folder)).Select(path => Path.GetFileName(path)).Where(IsHash)
        : [];

    /// <summary>Files that were being written when a machine failed.</summary>
    public IEnumerable<string> Parts() => Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*.part") : [];

    /// <summary>Whether a name is that of a content: nothing else in the folder is ever touched.</summary>
    public static bool IsHash(string name) => name.Length == HashLength && name.All(char.IsAsciiHexDigitLower);
}
