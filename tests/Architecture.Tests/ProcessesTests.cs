using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Shuren.Architecture.Tests;

/// <summary>Every act has words for those who read the audit, and stands in docs/processes.md.</summary>
public partial class ProcessesTests
{
    private static readonly string[] Rooms = ["Organization", "Planning"];

    [Fact]
    public void Every_act_has_words()
    {
        var begun = Repository.Files("src", "*.cs").SelectMany(file => Begins().Matches(File.ReadAllText(file)).SelectMany(begin => Kinds().Matches(begin.Value)).Select(kind => kind.Groups[1].Value)).Distinct();

        Assert.Empty(begun.Except(Rooms.SelectMany(room => Words(room, "").Keys)).Order());
    }

    [Fact]
    public void The_list_of_acts_is_the_one_in_the_docs()
    {
        var lines = Rooms.SelectMany(room => Words(room, "").Select(act => $"| `{act.Key}` | {act.Value} | {Words(room, ".en")[act.Key]} |"));

        Assert.Equal(lines.Order(), Repository.Read("docs/processes.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order());
    }

    private static Dictionary<string, string> Words(string room, string language) =>
        XDocument.Load(Path.Combine(Repository.Root, "src/modules", room, $"ActText{language}.resx")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value); // a resource file has a root

    // The first argument, which may choose between two acts.
    [GeneratedRegex(@"\.Begin\([^;]*?""[a-z]+\.[a-z-]+""[^;]*;")]
    private static partial Regex Begins();

    [GeneratedRegex(@"""((?:organization|planning|platform)\.[a-z-]+)""")]
    private static partial Regex Kinds();
}
