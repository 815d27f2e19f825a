using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.EditReading;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.SetMilestones;
using Shuren.Platform.Districts;

namespace Shuren.Host.Sample;

/// <summary>
/// The running year of the sample district: the plan of the current year goes through the same acts that people use, from the import
/// to progress reports, so that a newcomer finds work that is done, going on and late.
/// </summary>
internal sealed class SampleYear(DistrictDirectory districts, DistrictCard district, TimeProvider time)
{
    private const string WrittenFor = "2026";
    private const string Clerk = "周晓岚";

    /// <summary>Of the tasks whose day has passed every fourth stays open, so that there is something late to see.</summary>
    private const int LateEvery = 4;

    private readonly DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>Imports, assigns, publishes and reports.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var plan = (await ActAsync<ImportPlan, ImportedPlan>(Clerk, import => import.RunAsync(PlanDocument.OfText(Text()), new(PlanKind.Own), ct))).Plan;
        await AssignWhatIsOpenAsync(plan, ct);
        await ActAsync<FinishReview, Done>(Clerk, review => review.RunAsync(plan, ct));
        await PublishAsync(plan, ct);
        await ReportAsync(plan, ct);
    }

    /// <summary>The plan of the year at hand: the sample text was written for one year and holds for any.</summary>
    private string Text()
    {
        using var stream = typeof(SampleYear).Assembly.GetManifestResourceStream("plan.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace(WrittenFor, today.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // Where no words of the duties fit, the office itself leads.
    private async Task AssignWhatIsOpenAsync(Guid plan, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, Clerk);
        var office = (await scope.ServiceProvider.GetRequiredService<IUnitDirectory>().AllAsync(ct)).First(unit => unit.Name == "办公室").Id;
        var tasks = await scope.ServiceProvider.GetRequiredService<PlanningDb>().Tasks.AsNoTracking().Where(task => task.PlanId == plan).ToListAsync(ct);
        var open = tasks.Where(task => task.LeadUnitId is null || task.DueOn is null)
            .Select(task => new Assignment(task.Id, task.LeadUnitId ?? office, null, task.DueOn ?? new(today.Year, 12, 31))).ToList();
        await scope.ServiceProvider.GetRequiredService<AssignTasks>().RunAsync(plan, open, ct);
    }

    private async Task PublishAsync(Guid plan, CancellationToken ct)
    {
        await ActAsync<SendToCountersign, Done>(Clerk, send => send.RunAsync(plan, 0, ct));
        foreach (var lead in (await TasksAsync(plan, ct)).Select(task => task.LeadUnitId!.Value).Distinct())
            await ActAsync<CountersignPlan, Done>("科室负责人", sign => sign.RunAsync(plan, lead, ct));
        await ActAsync<ApprovePlan, Done>("沈立群", approve => approve.RunAsync(plan, ct));
        await ActAsync<PublishPlan, Done>(Clerk, publish => publish.RunAsync(plan, ct));
    }

    private async Task ReportAsync(Guid plan, CancellationToken ct)
    {
        var targets = (await TargetsAsync(plan, ct)).ToLookup(target => target.TaskId);
        var passed = 0;
        foreach (var (task, place) in (await TasksAsync(plan, ct)).Select((task, place) => (task, place)))
        {
            var share = ShareOf(task, staysOpen: task.DueOn < today && ++passed % LateEvery == 0);
            if (share <= 0)
                continue;
            if (place % 5 == 0)
                await ActAsync<SetMilestones, Done>("邱雪梅", set => set.RunAsync(task.Id, MilestonesOf(task), ct));
            var said = new ProgressSaid(task.Id, (int)(share * 100), share >= 1 ? "按方案完成，材料已归档。" : $"按计划推进，已完成约{share:P0}，下一步抓紧剩余部分。")
            {
                On = task.DueOn < today ? task.DueOn : today,
                Values = targets[task.Id].Where(target => target.Value is not null).ToDictionary(target => target.Id, target => ValueAt(target, share)),
            };
            await ActAsync<ReportProgress, Guid>("科室负责人", report => report.RunAsync(said, [], ct));
        }
    }

    /// <summary>How much of a task is done: all of most that are due, the elapsed part of the others, nothing before March.</summary>
    private double ShareOf(WorkTask task, bool staysOpen)
    {
        var due = task.DueOn ?? new(today.Year, 12, 31);
        if (due < today)
            return staysOpen ? 0.6 : 1;
        var elapsed = (today.DayNumber - new DateOnly(today.Year, 2, 20).DayNumber) / (double)Math.Max(1, due.DayNumber - new DateOnly(today.Year, 2, 20).DayNumber);
        return Math.Floor(Math.Clamp(elapsed, 0, 0.95) * 20) / 20;
    }

    private static double ValueAt(Target target, double share) => target.Unit == "%"
        ? Math.Round(target.Value!.Value - (1 - share) * 4, 1)
        : Math.Round(target.Value!.Value * share);

    private IReadOnlyList<MilestoneLine> MilestonesOf(WorkTask task)
    {
        var due = task.DueOn ?? new(today.Year, 12, 31);
        var first = new DateOnly(today.Year, 3, 31);
        return [new(null, first < due ? first : due, "印发实施方案", first < today), new(null, due, "完成并总结", false)];
    }

    private async Task<T> ActAsync<THandler, T>(string who, Func<THandler, Task<Outcome<T>>> act) where THandler : notnull
    {
        await using var scope = districts.Enter(district, who);
        var outcome = await act(scope.ServiceProvider.GetRequiredService<THandler>());
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{typeof(THandler).Name}: {outcome.Refusals[0].Code}");
    }

    private async Task<List<WorkTask>> TasksAsync(Guid plan, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, Clerk);
        return await scope.ServiceProvider.GetRequiredService<PlanningDb>().Tasks.AsNoTracking().Where(task => task.PlanId == plan && task.DroppedAt == null).OrderBy(task => task.Position).ToListAsync(ct);
    }

    private async Task<List<Target>> TargetsAsync(Guid plan, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, Clerk);
        return await scope.ServiceProvider.GetRequiredService<PlanningDb>().Targets.AsNoTracking().Where(target => target.PlanId == plan && target.DroppedAt == null).ToListAsync(ct);
    }
}
