using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Shuren.Architecture.Tests;

/// <summary>Every act has words for those who read the audit, and stands in docs/processes.md.</summary>
public partial class ProcessesTests
{
    private static readonly string[] Rooms = ["Organization", "Planning", "Schools", "Indicators"];

    // What else is named in this way: rights and kinds of notices, jobs and events stand in constants of their own; doors, listeners and kinds of the search are given their names.
    private static readonly string[] NoActs = ["const string", "string Name =>", "AddListener<", "WithName(", "new SearchKind<"];

    [Fact]
    public void Every_act_has_words()
    {
        var acts = Repository.Files("src", "*.cs").SelectMany(File.ReadLines).Where(line => !NoActs.Any(other => line.Contains(other, StringComparison.Ordinal)))
            .SelectMany(line => Kinds().Matches(line)).Select(kind => kind.Groups[1].Value).Distinct().ToList();

        Assert.True(acts.Count > 90, $"Only {acts.Count} acts were found.");
        Assert.Empty(acts.Except(Rooms.SelectMany(room => Words(room, "").Keys)).Order());
    }

    [Fact]
    public void The_list_of_acts_is_the_one_in_the_docs()
    {
        var lines = Rooms.SelectMany(room => Words(room, "").Select(act => $"| `{act.Key}` | {act.Value} | {Words(room, ".en")[act.Key]} |"));

        Assert.Equal(lines.Order(), Repository.Read("docs/processes.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order());
    }

    private static Dictionary<string, string> Words(string room, string language) =>
        XDocument.Load(Path.Combine(Repository.Root, "src/modules", room, $"ActText{language}.resx")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value); // a resource file has a root

    [GeneratedRegex(@"""((?:organization|planning|platform|schools|indicators)\.[a-z-]+)""")]
    private static partial Regex Kinds();
}
