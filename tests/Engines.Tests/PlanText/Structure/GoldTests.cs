using System.Text.Json;
using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure;

/// <summary>Reads published plans whose headings and tasks were labelled by hand; they lie beside the repository.</summary>
public sealed class GoldTests
{
    private const double Least = 0.90;

    public static TheoryData<string> Labels()
    {
        var folder = GoldFolder();
        return folder is null ? [""] : [.. Directory.GetFiles(folder, "*.json").Select(f => Path.GetFileName(f)!)];
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Labelled_plans_are_read_as_people_read_them(string name)
    {
        Assert.SkipWhen(name.Length == 0, "The folder ../shared/gold is not beside the repository.");
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldFolder()!, name)));
        var text = File.ReadAllText(Path.Combine(GoldFolder()!, "..", "seeds", gold.RootElement.GetProperty("document").GetString()!));

        var reading = PlanReader.Read(SourceText.FromPlainText(text));

        var sections = Score(gold.RootElement.GetProperty("sections"), "title", [.. reading.Sections.Select(s => (s.Place.Line, s.Title))],
            static (label, mine) => label.Line == mine.Line && Letters(label.Words) == Letters(mine.Words));
        var tasks = Score(gold.RootElement.GetProperty("tasks"), "prefix", [.. reading.Tasks.Select(t => (t.Place.Line, t.Text))],
            static (label, mine) => Math.Abs(label.Line - mine.Line) <= 1 && Plain(mine.Words).StartsWith(Plain(label.Words), StringComparison.Ordinal));
        Assert.True(sections.F1 >= Least, $"Sections {sections.F1:0.000} < {Least}: {sections.Misses}");
        Assert.True(tasks.F1 >= Least, $"Tasks {tasks.F1:0.000} < {Least}: {tasks.Misses}");
    }

    private static (double F1, string Misses) Score(
        JsonElement labels, string words, List<(int Line, string Words)> mine, Func<(int Line, string Words), (int Line, string Words), bool> agree)
    {
        var open = labels.EnumerateArray().Select(l => (Line: l.GetProperty("line").GetInt32(), Words: l.GetProperty(words).GetString()!)).ToList();
        var (all, right) = (open.Count + mine.Count, 0);
        foreach (var piece in mine)
        {
            if (open.FindIndex(label => agree(label, piece)) is >= 0 and var at)
            {
                open.RemoveAt(at);
                right++;
            }
        }

        return (all == 0 ? 1 : 2.0 * right / all, string.Join(" | ", open.Select(o => $"{o.Line}: {o.Words}")));
    }

    private static string Letters(string words) => string.Concat(Plain(words).Where(char.IsLetterOrDigit));

    private static string Plain(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));

    private static string? GoldFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Shuren.slnx")))
            folder = folder.Parent;
        // A working copy may lie one folder deeper than the repository itself.
        return new[] { folder?.Parent, folder?.Parent?.Parent }.Where(f => f is not null).Select(f => Path.Combine(f!.FullName, "shared", "gold")).FirstOrDefault(Directory.Exists);
    }
}
