namespace Shuren.Browser.Tests;

/// <summary>The folder of the repository, from wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder with Shuren.slnx.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Shuren.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Shuren.slnx is not above the tests."));
}
