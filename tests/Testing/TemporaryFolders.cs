namespace Shuren.Testing;

/// <summary>Folders for what tests write. All of a run lie in one, which goes when the process ends; what a killed run leaves, <c>./test</c> removes.</summary>
public static class TemporaryFolders
{
    private static readonly Lazy<string> Root = new(Begin);

    /// <summary>A new empty folder.</summary>
    /// <param name="what">What lies in it, for whoever looks while a test runs.</param>
    public static string New(string what) => Directory.CreateDirectory(Path.Combine(Root.Value, $"{what}-{Guid.CreateVersion7():N}")).FullName;

    private static string Begin()
    {
        var root = Directory.CreateTempSubdirectory("shuren-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (IOException)
            {
                // A site that a failed test left running still writes; the next start of the machine empties the folder.
            }
        };
        return root;
    }
}
