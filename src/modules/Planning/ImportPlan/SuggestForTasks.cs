using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.PlanText.Suggestions;

namespace Shuren.Planning.ImportPlan;

/// <summary>
/// Suggests lead, supporting units, date and mechanism for new tasks, each with its reason: by what the document says, by the duties of
/// the units, by who led similar tasks before. It is asked for tasks that nobody has touched, and never again.
/// </summary>
internal sealed class SuggestForTasks(PlanningDb planning, IUnitDirectory units) : IHandler
{
    /// <summary>Earlier tasks that are compared: some ten years of a bureau.</summary>
    private const int MostPast = 2000;

    /// <summary>Writes the suggestions into the rows.</summary>
    /// <param name="tasks">New tasks with what was read.</param>
    /// <param name="sections">Titles of their sections.</param>
    /// <param name="lastYear">The last year of the plan: its end is the date of a task without one.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The supporting units, as rows to be added.</returns>
    public async Task<IReadOnlyList<TaskSupport>> RunAsync(IReadOnlyList<TaskRow> tasks, IReadOnlyList<PlanSection> sections, int lastYear, CancellationToken ct)
    {
        var bureau = new BureauUnits(await units.AllAsync(ct));
        var advisor = new UnitSuggestion(bureau.Profiles, await PastAsync(bureau, ct));
        var titles = sections.ToDictionary(section => section.Id, section => section.Title);
        var supports = new List<TaskSupport>();
        foreach (var task in tasks)
        {
            var advice = advisor.Suggest(task.Read.Text, task.Row.SectionId is { } section ? titles[section] : "");
            SetLead(task, advice, bureau);
            SetDue(task, lastYear);
            task.Row.Mechanism = MechanismSuggestion.Suggest(task.Read.Text).Select(found => found.Mechanism.Id).FirstOrDefault() ?? "";
            supports.AddRange(SupportsOf(task, advice, bureau).Select(unit => new TaskSupport { TaskId = task.Row.Id, UnitId = unit }));
        }
        return supports;
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

    private static void SetDue(TaskRow task, int lastYear)
    {
        var due = DueSuggestion.Suggest(task.Read, lastYear);
        (task.Row.DueOn, task.Row.DueReason) = (due.Date, due.Reason);
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
