using Shuren.PlanText.Structure;
using Shuren.PlanText.Structure.Lines;

namespace Shuren.PlanText.Scoring;

/// <summary>A reading measured against labels: precision, recall and F1 of sections, tasks and targets, with every miss and every extra.</summary>
/// <param name="Document">The labelled document.</param>
/// <param name="Sections">A section is right when its line and its title agree (marker, punctuation and white space aside).</param>
/// <param name="Tasks">A task is right when its first 14 characters (counting words aside) agree with a task labelled on the same line (or the next one, where a sentence was broken).</param>
/// <param name="Targets">A target is right when value, unit and line agree and its quote overlaps the labelled one.</param>
/// <param name="Comparators">On the right targets.</param>
/// <param name="Deadlines">On the right targets.</param>
/// <param name="Statuses">On the right targets.</param>
public sealed record PlanScore(
    string Document, Tally Sections, Tally Tasks, Tally Targets, Agreement Comparators, Agreement Deadlines, Agreement Statuses)
{
    /// <summary>Measures a reading.</summary>
    /// <param name="gold">The labels.</param>
    /// <param name="reading">What was read from the same document.</param>
    /// <param name="source">The text both point into.</param>
    public static PlanScore Of(GoldPlan gold, WorkPlanReading reading, SourceText source)
    {
        var targets = TargetMatch.Of(gold, reading, source);
        return new(gold.Document, SectionsOf(gold, reading), TasksOf(gold, reading), targets.Tally,
            targets.Agreement("comparator", pair => (pair.Found.Comparator, pair.Label.Comparator)),
            targets.Agreement("deadline", pair => (pair.Found.Deadline, pair.Label.Deadline)),
            targets.Agreement("status", pair => (StatusWord(pair.Found.Status, pair.Label.Status), pair.Label.Status)));
    }

    /// <summary>Many labels know only what is planned and what is reported; a starting point (由55%提高到60%) is then reported.</summary>
    private static string StatusWord(TargetStatus status, string? label) => status switch
    {
        TargetStatus.Target => "target",
        TargetStatus.Baseline when label == "baseline" => label,
        _ => "result",
    };

    private static Tally SectionsOf(GoldPlan gold, WorkPlanReading reading) => Pairing.Tally(
        gold.Sections, reading.Sections,
        [(label, found) => label.Line == found.Place.Line && Plain.Letters(label.Title) == Plain.Letters(found.Title)],
        label => new(label.Line, label.Marker + label.Title), found => new(found.Place.Line, found.Marker + found.Title));

    private static Tally TasksOf(GoldPlan gold, WorkPlanReading reading) => Pairing.Tally(
        gold.Tasks, reading.Tasks,
        [(label, found) => label.Line == found.Place.Line && BeginsAlike(label, found), (label, found) => Math.Abs(label.Line - found.Place.Line) == 1 && BeginsAlike(label, found)],
        label => new(label.Line, label.Prefix), found => new(found.Place.Line, found.Text));

    /// <summary>The counting before a task (一是, 1.) may be labelled or not.</summary>
    private static bool BeginsAlike(GoldTask label, PlanTask found) =>
        BeginsWith(found, Plain.NoSpace(label.Prefix))
        || (MarkerReader.Read(Passage.ToPlain(label.Prefix)) is { } marker && BeginsWith(found, Plain.NoSpace(label.Prefix[marker.Length..])));

    private static bool BeginsWith(PlanTask found, string prefix) => prefix.Length > 0 && Plain.Opening(prefix) == Plain.Opening(found.Text, prefix.Length);
}
