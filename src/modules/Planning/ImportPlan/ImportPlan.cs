using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Thread;
using Shuren.PlanText;

namespace Shuren.Planning.ImportPlan;

/// <summary>What an import gave: the new plan and its counts, those of <c>shuren read</c>.</summary>
internal sealed record ImportedPlan(Guid Plan, int Tasks, int Targets, int Sections);

/// <summary>How a document is taken.</summary>
/// <param name="Kind">Whose plan it is.</param>
/// <param name="Part">The district whose part is taken; null for the whole text.</param>
/// <param name="MustChoosePart">True where a person waits who can choose: a text with several districts is then refused until one is chosen.</param>
internal sealed record ImportChoices(PlanKind Kind, string? Part = null, bool MustChoosePart = false);

/// <summary>From a document to a plan in draft, with everything that was read and suggested, in one transaction.</summary>
internal sealed class ImportPlan(
    PlanningDb planning, SuggestForTasks suggest, FileStore files, ThreadReader thread, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>The choice that stands for the whole text.</summary>
    public const string AllParts = "*";

    /// <returns>
    /// The plan, or: <c>NotYours</c>; what <see cref="DocumentReader"/> refuses; <c>SeveralDistricts</c> and <c>PartUnknown</c>, whose last
    /// argument is the list of the districts; what <see cref="FileStore"/> refuses.
    /// </returns>
    public async Task<Outcome<ImportedPlan>> RunAsync(PlanDocument document, ImportChoices choices, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit))
            return new Refusal("NotYours");
        var found = await DocumentReader.ReadAsync(document, ct);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (RefusePart(found.Value.Reading, choices) is { } refusal)
            return refusal;
        var part = choices.Part is null or AllParts ? null : choices.Part;
        var reading = part is null ? found.Value.Reading : DistrictPart.Of(found.Value.Reading, part);
        var plan = PlanOf(reading, choices.Kind, part, found.Value.Source);
        process.Begin("planning.import-plan", new Ref("planning", "plan", plan.Id));
        var source = await KeepSourceAsync(document, found.Value.Source, plan.Id, ct);
        if (!source.Succeeded)
            return source.Refusals.ToList();
        var rows = new PlanRows(plan.Id, reading);
        planning.Plans.Add(plan);
        planning.Sources.Add(source.Value);
        var suggested = await suggest.RunAsync(rows.Tasks, rows.Sections, (plan.Year, plan.EndYear), ct);
        planning.Supports.AddRange(suggested.Supports);
        planning.Milestones.AddRange(suggested.Milestones);
        planning.Sections.AddRange(rows.Sections);
        planning.Tasks.AddRange(rows.Tasks.Select(task => task.Row));
        planning.Targets.AddRange(rows.Targets);
        Tie(plan, source.Value, rows);
        await planning.SaveAsync(ct);
        return new ImportedPlan(plan.Id, rows.Tasks.Count, rows.Targets.Count, rows.Sections.Count);
    }

    private static Refusal? RefusePart(WorkPlanReading reading, ImportChoices choices)
    {
        var districts = string.Join(ImportText.ListComma, reading.Districts);
        return choices.Part switch
        {
            null when choices.MustChoosePart && reading.Districts.Count > 1 => new("SeveralDistricts", nameof(ImportForm.Part), reading.Districts.Count, districts, reading.Districts),
            null or AllParts => null,
            var part when reading.Districts.Contains(part) && DistrictPart.Of(reading, part).Tasks.Count > 0 => null,
            var part => new("PartUnknown", nameof(ImportForm.Part), part, districts, reading.Districts),
        };
    }

    private WorkPlan PlanOf(WorkPlanReading reading, PlanKind kind, string? part, SourceText source)
    {
        var year = reading.Year ?? time.GetLocalNow().Year;
        var name = reading.Title ?? source.Title ?? Path.GetFileNameWithoutExtension(source.FileName);
        var title = string.IsNullOrWhiteSpace(name) ? Sentences.Filled(ImportText.UntitledPlan, year) : name.Trim();
        return new WorkPlan
        {
            Kind = kind, Title = part is null || title.Contains(part, StringComparison.Ordinal) ? title : Sentences.Filled(ImportText.PartTitle, title, part), Bureau = reading.Bureau ?? "",
            District = part ?? (reading.Districts.Count == 1 ? reading.Districts[0] : null), Year = year, EndYear = Math.Max(year, reading.EndYear ?? year), DocumentDate = reading.Published,
            Framework = string.Join('\n', reading.Framework), ImportedAt = process.At,
        };
    }

    private async Task<Outcome<PlanSource>> KeepSourceAsync(PlanDocument document, SourceText text, Guid plan, CancellationToken ct)
    {
        var kept = document.Kept;
        if (kept is null && document.Content is { } content)
        {
            content.Position = 0;
            var file = await files.AddAsync(content, document.FileName, new Ref("planning", "plan", plan), FileUse.Document, ct);
            if (!file.Succeeded)
                return file.Refusals.ToList();
            kept = file.Value.Id;
        }
        return new PlanSource { PlanId = plan, Edition = 1, FileName = text.FileName, FileId = kept, Text = text.Text, PageStarts = PageStarts.Of(text), At = process.At };
    }

    /// <summary>Clause → plan and clause → task: every page of a task can show the words it came from.</summary>
    private void Tie(WorkPlan plan, PlanSource source, PlanRows rows)
    {
        var clause = new Ref("planning", "plansource", source.Id);
        thread.Tie(clause, plan.Title, ThreadRelation.Derives, new Ref("planning", "plan", plan.Id), plan.Title);
        foreach (var task in rows.Tasks)
            thread.Tie(clause, task.Row.Text, ThreadRelation.Derives, new Ref("planning", "task", task.Row.Id), task.Row.Title);
    }
}
