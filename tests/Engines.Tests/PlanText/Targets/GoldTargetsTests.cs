using Shuren.PlanText;
using Shuren.PlanText.Scoring;
using Shuren.PlanText.Targets;

namespace Shuren.Engines.Tests.PlanText.Targets;

/// <summary>The labelled plans, where they lie beside the repository.</summary>
public sealed class GoldTargetsTests
{
    [Fact]
    public void Nearly_every_labelled_number_is_found_and_little_else()
    {
        var folder = SharedFolder();
        Assert.SkipWhen(folder is null, "The labelled plans are not on this machine.");

        foreach (var file in Directory.GetFiles(Path.Combine(folder!, "gold"), "*.json"))
        {
            Assert.True(GoldPlan.TryParse(File.ReadAllText(file), out var gold, out var reason), reason);
            var source = SourceText.FromPlainText(File.ReadAllText(Path.Combine(folder!, "seeds", gold!.Document)));
            var score = PlanScore.Of(gold, new WorkPlanReading { Targets = TargetReader.Read(source, SimpleSentences.Of(source, gold)) }, source);

            Assert.True(score.Targets.F1 >= 0.97, $"{gold.Document}: {score.Targets.F1:F3}");
            Assert.True(score.Comparators.Rate >= 0.97 && score.Deadlines.Rate >= 0.97 && score.Statuses.Rate >= 0.97, gold.Document);
        }
    }

    private static string? SharedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Shuren.slnx")))
                continue;
            string[] places = [Path.Combine(folder.FullName, "..", "shared"), Path.Combine(folder.FullName, "..", "..", "shared")];
            return Array.Find(places, place => Directory.Exists(Path.Combine(place, "gold")));
        }
        return null;
    }
}
