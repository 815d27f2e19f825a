using System.Security.Cryptography;

namespace Shuren.Platform.Secrets;

/// <summary>
/// The folder of what must never lie in a database or its backup: the keys of sessions and second factors, and the keys of marks.
/// Several nodes share it; it belongs to the service's account alone.
/// </summary>
public sealed class KeyFolder(string path)
{
    private const int Bytes = 32;

    /// <summary>The folder; made when it is missing.</summary>
    public DirectoryInfo Folder => Directory.CreateDirectory(path);

    /// <summary>The secret key of that name, made when it is missing: 256 bits.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    public byte[] KeyOf(string name)
    {
        var place = Path.Combine(Folder.FullName, name + ".key");
        if (!File.Exists(place))
            Make(place);
        return File.ReadAllBytes(place);
    }

    // Written aside and moved: another node never reads half a key, and the first one stands.
    private static void Make(string place)
    {
        var aside = $"{place}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
        try
        {
            File.Move(aside, place);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.Delete(aside);
        }
    }
}
