using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.PlanText.Dates;
using Shuren.PlanText.Suggestions;

namespace Shuren.Planning.ImportPlan;

/// <summary>Rows that were suggested for new tasks.</summary>
internal sealed record Suggested(IReadOnlyList<TaskSupport> Supports, IReadOnlyList<Milestone> Milestones);

/// <summary>
/// Suggests lead, supporting units, date, dated steps and mechanism for new tasks, each with its reason: by what the document says, by the duties of
/// the units, by who led similar tasks before. It is asked for tasks that nobody has touched, and never again.
/// </summary>
internal sealed class SuggestForTasks(PlanningDb planning, IUnitDirectory units) : IHandler
{
    /// <summary>Earlier tasks that are compared: some ten years of a bureau.</summary>
    private const int MostPast = 2000;

    /// <summary>Writes the suggestions into the rows.</summary>
    /// <param name="tasks">New tasks with what was read.</param>
    /// <param name="sections">Titles of their sections.</param>
    /// <param name="years">First and last year of the plan: the end of the last is the date of a task without one.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The supporting units and the dated steps, as rows to be added.</returns>
    public async Task<Suggested> RunAsync(IReadOnlyList<TaskRow> tasks, IReadOnlyList<PlanSection> sections, (int First, int Last) years, CancellationToken ct)
    {
        var bureau = new BureauUnits(await units.AllAsync(ct));
        var advisor = new UnitSuggestion(bureau.Profiles, await PastAsync(bureau, ct));
        var byId = sections.ToDictionary(section => section.Id);
        var (supports, milestones) = (new List<TaskSupport>(), new List<Milestone>());
        foreach (var task in tasks)
        {
            var advice = advisor.Suggest(task.Read.Text, task.Row.SectionId is { } section ? byId[section].Title : "");
            SetLead(task, advice, bureau);
            SetDue(task, YearOfSection.Of(task.Row.SectionId, byId, years), years.Last);
            milestones.AddRange(StepsOf(task, byId, years));
            task.Row.Mechanism = MechanismSuggestion.Suggest(task.Read.Text).Select(found => found.Mechanism.Id).FirstOrDefault() ?? "";
            supports.AddRange(SupportsOf(task, advice, bureau).Select(unit => new TaskSupport { TaskId = task.Row.Id, UnitId = unit }));
        }
        return new(supports, milestones);
    }

    /// <summary>The document's own word first; else the best unit; two that are as good as each other are left to people.</summary>
    private static void SetLead(TaskRow task, UnitAdvice advice, BureauUnits bureau)
    {
        var row = task.Row;
        if (task.Read.Lead is { Length: > 0 } said)
        {
            row.LeadUnitId = bureau.Named(said).Cast<Guid?>().FirstOrDefault();
            row.LeadReason = Sentences.Filled(row.LeadUnitId is null ? ImportText.LeadSaidUnknown : ImportText.LeadSaid, said);
            return;
        }
        var leads = advice.Leads;
        row.LeadUnitId = leads.Count == 1 ? bureau.Id(leads[0].Unit) : null;
        row.LeadReason = leads.Count switch
        {
            0 => "",
            1 => leads[0].Reason,
            _ => Sentences.Filled(ImportText.LeadsTie, string.Join(ImportText.ListComma, leads.Select(lead => lead.Unit)), leads[0].Reason),
        };
    }

    /// <summary>The document's own date; under a heading of one year, words without a year mean that one, and no words its end.</summary>
    private static void SetDue(TaskRow task, (PlanSection Section, int Year)? under, int lastYear)
    {
        var due = DueSuggestion.Suggest(task.Read, lastYear);
        (task.Row.DueOn, task.Row.DueReason) = (due.Date, due.Reason);
        if (under is not var (section, year) || task.Read.Due is { } words && words.Contains("20", StringComparison.Ordinal))
            return;
        var day = DueWords.Find(task.Read.Due ?? task.Read.Text, year) is { LastDay: { } last } && last.Year == year ? last : new DateOnly(year, 12, 31);
        (task.Row.DueOn, task.Row.DueReason) = (day, Sentences.Filled(ImportText.DueOfSection, section.Title, Ui.Wording.FullDay(day)));
    }

    /// <summary>Several dates in one sentence: the last is the task's own. A date that the document gives outside the sentence bounds them all.</summary>
    private static IEnumerable<Milestone> StepsOf(TaskRow task, Dictionary<Guid, PlanSection> sections, (int First, int Last) years)
    {
        var own = YearOfSection.Of(task.Row.SectionId, sections, years) is { } under ? (under.Year, under.Year) : years;
        var steps = DatedSteps.Of(task.Read.Text, own);
        if (steps.Count == 0)
            return [];
        var isSaidInside = task.Read.Due is not { } words || task.Read.Text.Contains(words, StringComparison.Ordinal);
        if (isSaidInside && steps[^1].Day != task.Row.DueOn)
            (task.Row.DueOn, task.Row.DueReason) = (steps[^1].Day, Sentences.Filled(ImportText.DueOfSteps, steps.Count, Ui.Wording.FullDay(steps[^1].Day)));
        return steps.Where(step => step.Day <= task.Row.DueOn).Select(step => new Milestone { TaskId = task.Row.Id, DueOn = step.Day, Title = step.Title });
    }

    private static IEnumerable<Guid> SupportsOf(TaskRow task, UnitAdvice advice, BureauUnits bureau)
    {
        var said = task.Read.Support.SelectMany(bureau.Named);
        var alsoLeads = task.Read.Lead is { } lead ? bureau.Named(lead).Skip(1) : [];
        var suggested = task.Read.Support.Count > 0 ? [] : advice.Support.Select(unit => bureau.Id(unit.Unit));
        return alsoLeads.Concat(said).Concat(suggested).Where(unit => unit != task.Row.LeadUnitId).Distinct();
    }

    private async Task<List<PastTask>> PastAsync(BureauUnits bureau, CancellationToken ct)
    {
        var past = await planning.Tasks.AsNoTracking()
            .Where(task => task.LeadUnitId != null && task.LeadIsSet && task.DroppedAt == null && planning.Plans.Any(plan => plan.Id == task.PlanId && plan.Kind == PlanKind.Own))
            .OrderByDescending(task => task.Id).Take(MostPast)
            .Select(task => new { task.Text, Lead = task.LeadUnitId!.Value, Support = planning.Supports.Where(support => support.TaskId == task.Id).Select(support => support.UnitId).ToList() })
            .ToListAsync(ct);
        return [.. past.Where(task => bureau.Knows(task.Lead)).Select(task => new PastTask(task.Text, bureau.Name(task.Lead), [.. task.Support.Where(bureau.Knows).Select(bureau.Name)]))];
    }
}
