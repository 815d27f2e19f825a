namespace Shuren.Engines.Tests.PlanText.Sources;

/// <summary>Real documents beside the repository, for those who have them; the repository itself holds none.</summary>
internal static class SharedFiles
{
    internal static string Root { get; } = FindRoot();

    internal static IEnumerable<string> Seeds()
    {
        var folder = Path.Combine(Root, "..", "shared", "seeds");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.txt").Order() : [];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shuren.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository: no Shuren.slnx above.");
        return folder.FullName;
    }
}
