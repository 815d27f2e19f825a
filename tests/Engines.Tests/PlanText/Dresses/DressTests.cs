using Shuren.Engines.Tests.PlanText.Sources;
using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Dresses;

/// <summary>
/// The same plan in another dress has the same tasks and targets. What is expected comes from the plan itself, not from labels
/// and not from the reader; only the quantities are those that the reader finds in the plan's sentences one by one.
/// A plan that was read otherwise is kept in the output folder, PlanText/Dresses.
/// </summary>
public sealed class DressTests
{
    private const int Plans = 12;

    public static TheoryData<string> Numberings() => [.. Numbering.All.Select(n => n.Name)];

    public static TheoryData<string> Cloths() => [.. Cloth.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Numberings))]
    public async Task Another_numbering_changes_nothing(string name)
    {
        var numbering = Numbering.All.Single(n => n.Name == name);
        await AssertSame(Enumerable.Range(0, Plans).Select(seed => (seed, numbering, Cloth.Plain)));
    }

    [Theory]
    [MemberData(nameof(Cloths))]
    public async Task Another_paper_changes_nothing(string name)
    {
        var cloth = Cloth.All.Single(c => c.Name == name);
        await AssertSame(Enumerable.Range(100, Plans).Select(seed => (seed, Numbering.All[seed / 2 % 4], cloth)));
    }

    private static async Task AssertSame(IEnumerable<(int Seed, Numbering Numbering, Cloth Cloth)> dressed)
    {
        var report = new List<string>();
        foreach (var (seed, numbering, cloth) in dressed)
        {
            var difference = await Difference(seed, numbering, cloth);
            if (difference.Count > 0)
                report.AddRange(difference.Prepend($"plan {seed}, {numbering.Name}, {cloth.Name}"));
        }

        Assert.True(report.Count == 0, string.Join('\n', report));
    }

    /// <summary>What was read and does not stand in the plan (+), and what stands there and was not read (-).</summary>
    internal static async Task<IReadOnlyList<string>> Difference(int seed, Numbering numbering, Cloth cloth)
    {
        var plan = BarePlan.Of(seed);
        var file = cloth.Cut([.. numbering.Write(plan)]);
        var reading = PlanReader.Read(await Reading.Text(file, cloth.Name));
        List<string> differences =
        [
            .. Differ("heading", plan.Headings(), reading.Sections.Select(s => s.Title)),
            .. Differ("task", plan.Sentences(), reading.Tasks.Select(t => t.Text)),
            .. Differ("target", plan.Sentences().SelectMany(Quantities), reading.Targets.Select(Words)),
        ];
        if (differences.Count > 0)
            await Keep(file, $"{seed} {numbering.Name} {cloth.Name}");
        return differences;
    }

    private static Task Keep(byte[] file, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "PlanText", "Dresses"));
        return File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file);
    }

    private static IEnumerable<string> Differ(string kind, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var left = expected.Select(Tight).ToList();
        var extra = found.Select(Tight).Where(words => !left.Remove(words)).ToList();
        return [.. left.Select(words => $"- {kind} {words}"), .. extra.Select(words => $"+ {kind} {words}")];
    }

    private static IEnumerable<string> Quantities(string sentence) =>
        PlanReader.Read(SourceText.FromPlainText($"2026年工作要点\n一、重点任务\n{sentence}")).Targets.Select(Words);

    private static string Words(PlanTarget target) => $"{target.Value} {target.Unit} {target.Comparator}";

    private static string Tight(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
}
