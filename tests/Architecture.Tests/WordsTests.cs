using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Shuren.Architecture.Tests;

/// <summary>Words live in the resource files, in both languages.</summary>
public partial class WordsTests
{
    public static TheoryData<string> Texts => [.. Repository.Files("src", "*Text.resx").Select(Repository.Relative).Order()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_the_same_keys_and_the_same_places(string path)
    {
        var chinese = Read(path);
        var english = Read(path.Replace(".resx", ".en.resx"));

        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
    }

    [Fact]
    public void A_page_says_nothing_that_is_not_in_the_resource_files()
    {
        var said = Repository.Files("src", "*.razor").Where(file => !file.EndsWith("ComponentSheet.razor", StringComparison.Ordinal) && !file.Contains("/Sheet/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => Han().IsMatch(WithoutComments(line)) && !line.Contains("lang=\"zh-CN\"", StringComparison.Ordinal)).Select(line => $"{Repository.Relative(file)}: {line.Trim()}"));

        Assert.Empty(said);
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    // A place with two words (Sentences) says a number's word, not the number: that has its place beside it in both languages.
    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Where(place => !place.Contains('|')).Distinct().Order();

    // Comments explain in the field's own words; 、 joins lists in both languages.
    private static string WithoutComments(string line) => Comment().Replace(line, "").Replace("、", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"@\*.*?\*@|@\*.*$|//.*$")]
    private static partial Regex Comment();
}
