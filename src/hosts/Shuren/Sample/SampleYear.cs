using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.EditReading;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;

namespace Shuren.Host.Sample;

/// <summary>
/// The running year of the sample district: plans go through the same acts that people use, from the import to progress, pressure and a
/// meeting, each on its own day up to today, so that a newcomer finds work that is done, going on, behind and late.
/// </summary>
internal sealed class SampleYear(SampleActs acts)
{
    private const string Clerk = "周晓岚";
    private const string Director = "沈立群";
    private const string Chiefs = "科室负责人";

    /// <summary>What happens on which day; what lies ahead of today has not happened.</summary>
    private readonly List<(DateOnly Day, Func<CancellationToken, Task> Act)> diary = [];

    /// <summary>Writes the year.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        acts.Clock.GoTo(Day(2, 9));
        var city = await ImportAsync("city.txt", PlanKind.Superior, ct);
        acts.Clock.GoTo(Day(2, 12));
        var plan = await ImportAsync("plan.txt", PlanKind.Own, ct);
        await AnswerAsync(plan, city, ct);
        await SignAsync(plan, Day(2, 16), ct);
        acts.Clock.GoTo(Day(2, 19));
        await acts.DoAsync<ApprovePlan, Done>(Director, approve => approve.RunAsync(plan, ct));
        acts.Clock.GoTo(Day(2, 20));
        await acts.DoAsync<PublishPlan, Done>(Clerk, publish => publish.RunAsync(plan, ct));

        var tasks = await acts.TasksAsync(plan, ct);
        new SampleProgress(acts, plan, tasks).Plan(diary);
        new SamplePressure(acts, plan, await acts.UnitsAsync(ct)).Plan(diary);
        // Three years ahead: signed by all leads, it waits for the director.
        var years = Guid.Empty;
        diary.Add((acts.Today.AddDays(-12), async token => years = await ImportAsync("three-years.txt", PlanKind.Own, token)));
        diary.Add((acts.Today.AddDays(-8), token => SignAsync(years, acts.Today.AddDays(-8), token)));
        foreach (var (day, act) in diary.Where(entry => entry.Day <= acts.Today).OrderBy(entry => entry.Day).ToList())
        {
            acts.Clock.GoTo(day);
            await act(ct);
        }
    }

    private DateOnly Day(int month, int day) => new(acts.Today.Year, month, day);

    /// <summary>Reads a document, gives every task its lead, person and date, and says that the reading stands.</summary>
    private async Task<Guid> ImportAsync(string name, PlanKind kind, CancellationToken ct)
    {
        var plan = (await acts.DoAsync<ImportPlan, ImportedPlan>(Clerk, import => import.RunAsync(PlanDocument.OfText(Text(name)), new(kind), ct))).Plan;
        if (kind == PlanKind.Own)
        {
            // Where no words of the duties fit, the office itself leads.
            var office = (await acts.UnitsAsync(ct)).First(unit => unit.Name == "办公室").Id;
            List<Assignment> assignments = [.. (await acts.TasksAsync(plan, ct)).Select(task => new Assignment(task.Id, task.LeadUnitId ?? office, null, task.DueOn ?? Day(12, 31), ChiefAnswers: true))];
            await acts.DoAsync<AssignTasks, int>(Clerk, assign => assign.RunAsync(plan, assignments, ct));
        }
        await acts.DoAsync<FinishReview, Done>(Clerk, review => review.RunAsync(plan, ct));
        return plan;
    }

    /// <summary>The county's kindergartens answer the city's.</summary>
    private async Task AnswerAsync(Guid plan, Guid city, CancellationToken ct)
    {
        if ((await acts.TasksAsync(city, ct)).Find(task => task.Text.Contains("公办", StringComparison.Ordinal)) is not { } above
            || (await acts.TasksAsync(plan, ct)).Find(task => task.Text.Contains("公办幼儿园", StringComparison.Ordinal)) is not { } task)
            return;
        var supports = await acts.LookAsync(db => db.Supports.Where(support => support.TaskId == task.Id).Select(support => support.UnitId).ToListAsync(ct));
        await acts.DoAsync<AmendTask, Done>(Clerk, amend => amend.RunAsync(task.Id, TaskWording.Of(task, supports) with { Answers = above.Id }, "", null, ct));
    }

    private async Task SignAsync(Guid plan, DateOnly from, CancellationToken ct)
    {
        acts.Clock.GoTo(from);
        await acts.DoAsync<SendToCountersign, Done>(Clerk, send => send.RunAsync(plan, 0, ct));
        foreach (var (place, lead) in (await acts.TasksAsync(plan, ct)).Select(task => task.LeadUnitId!.Value).Distinct().Index()) // every task was given one
        {
            acts.Clock.GoTo(from.AddDays(place / 4));
            await acts.DoAsync<CountersignPlan, Done>(Chiefs, sign => sign.RunAsync(plan, lead, ct));
        }
    }

    /// <summary>The sample texts were written for one year and hold for any.</summary>
    private string Text(string name)
    {
        using var stream = typeof(SampleYear).Assembly.GetManifestResourceStream(name)!; // embedded by the project
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        foreach (var year in (int[])[2028, 2027, 2026])
            text = text.Replace(year.ToString(CultureInfo.InvariantCulture), (acts.Today.Year + year - 2026).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }
}
