using System.Text.RegularExpressions;

namespace Shuren.Browser.Tests.Guide;

/// <summary>The guide's pages lead to pages and pictures that are there, in both languages.</summary>
public sealed partial class GuideTextTests
{
    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "guide");

    [Fact]
    public void Every_link_of_the_guide_leads_somewhere()
    {
        var dead = Directory.EnumerateFiles(Guide, "*.md", SearchOption.AllDirectories)
            .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups["to"].Value))))
            .Where(target => !File.Exists(target)).Select(target => Path.GetRelativePath(Guide, target)).Distinct();

        Assert.Empty(dead);
    }

    [Fact]
    public void Each_role_has_its_page_in_both_languages() =>
        Assert.Equal(Names("zh"), Names("en"));

    private static IEnumerable<string> Names(string language) =>
        Directory.EnumerateFiles(Path.Combine(Guide, language), "*.md").Select(page => Path.GetFileName(page)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\]\((?<to>[^):#]+)\)")]
    private static partial Regex Link();
}
