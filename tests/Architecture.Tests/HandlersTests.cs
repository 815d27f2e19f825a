using System.Text.RegularExpressions;

namespace Shuren.Architecture.Tests;

/// <summary>Who may is asked in the handler: a page, a door and a command come to the same answer.</summary>
public partial class HandlersTests
{
    /// <summary>Acts that ask for no right, each with its reason.</summary>
    private static readonly Dictionary<string, string> AskNoRight = new()
    {
        ["SignIn"] = "the way in: there is no actor yet",
        ["BeginSession"] = "the way in: called when all has been shown",
        ["UsePasskey"] = "the way in by a passkey",
        ["ProveSecondFactor"] = "the second step of the way in",
        ["AskForRecovery"] = "the way back in",
        ["RecoverByLink"] = "the way back in: the link is the key",
        ["FoundBureau"] = "a district is founded by a command; no page calls it",
        ["WritePlanStep"] = "writes what SendToCountersign and the other steps have checked",
        ["RemindLate"] = "a job of the house",
        ["TellOfTask"] = "a listener of the house",
        ["TellOfPlan"] = "a listener of the house",
        ["SweepRuns"] = "a job of the house",
        ["SweepUploads"] = "a job of the house",
        ["SendDigests"] = "a job of the house",
        ["RestoreBackup"] = "a command",
        ["ArchiveDistrict"] = "a command",
        ["GenerateDistrict"] = "a command; the sample of a fresh house",
        ["TakeSnapshot"] = "a command",
        ["JobDesk"] = "OrderJob asks",
        ["ImportDesk"] = "ImportRoll asks: each row stands in a school that the actor reaches",
        ["UndoImport"] = "UndoRoll asks, or a command",
    };

    [Fact]
    public void Every_act_asks_who_may_or_is_about_the_actor_itself_or_says_why_not()
    {
        var acts = Repository.Files("src", "*.cs").SelectMany(file => ActsIn(File.ReadAllText(file))).ToList();
        var open = acts.Where(act => !Guard().IsMatch(act.Text)).Select(act => act.Name).ToHashSet();

        Assert.True(acts.Count > 80, $"Only {acts.Count} acts were found.");
        Assert.Empty(open.Except(AskNoRight.Keys));
        Assert.Empty(AskNoRight.Keys.Except(open));
    }

    // A class with the text up to the next one; only those that begin an act.
    private static IEnumerable<(string Name, string Text)> ActsIn(string file)
    {
        var classes = Class().Matches(file);
        return classes.Select((match, at) => (match.Groups[1].Value, file[match.Index..(at + 1 < classes.Count ? classes[at + 1].Index : file.Length)])).Where(act => Begins().IsMatch(act.Item2));
    }

    [GeneratedRegex(@"^(?:internal|public) (?:sealed |static |partial )*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"\bprocess\.Begin\(")]
    private static partial Regex Begins();

    // A right in a scope; what is the actor's own; or a handler that opens the thing only for who may.
    [GeneratedRegex(@"\b[aA]ctor\.(Can|CanFor|UnitsFor)\(|\bactor\.AccountId\b|\breach\.RunAsync\(|\bscope\.FindAsync\(|\bUnitRules\.May\(|\bOpenReading\b|\bComparePlan\b")]
    private static partial Regex Guard();
}
