namespace Shuren.Rooms.Tests.Ui;

/// <summary>Where the sources stand: the folder with the solution, above the test's own.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Shuren.slnx"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Shuren.slnx above the tests"));
}
