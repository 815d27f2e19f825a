namespace Shuren.Rooms.Tests.Planning;

/// <summary>Documents of real bureaus, which are no part of the repository: ../shared/seeds beside it.</summary>
internal static class PublishedPlans
{
    public static IReadOnlyList<string> Files()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Shuren.slnx")))
            folder = folder.Parent;
        var seeds = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "seeds") : "";
        return Directory.Exists(seeds) ? [.. Directory.EnumerateFiles(seeds, "*.txt").Order(StringComparer.Ordinal)] : [];
    }
}
