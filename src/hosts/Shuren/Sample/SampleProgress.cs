using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.ConfirmReport;
using Shuren.Planning.EditInExcel.Progress;
using Shuren.Planning.EditInExcel.Targets;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.SetMilestones;

namespace Shuren.Host.Sample;

/// <summary>Progress month by month; some tasks stay open past their day, some fall behind, one falls silent.</summary>
internal sealed class SampleProgress(SampleActs acts, Guid plan, IReadOnlyList<WorkTask> tasks)
{
    /// <summary>Of the tasks whose day has passed every second stays open, so that there is something late to see.</summary>
    private const int LateEvery = 2;

    /// <summary>Of the others every seventh falls behind its time.</summary>
    private const int BehindEvery = 7;

    /// <summary>The task that came forward: nobody has finished it yet.</summary>
    private Guid amended;

    private readonly DateOnly start = new(acts.Today.Year, 2, 20);

    private HashSet<Guid> StaysOpen { get; } = [.. tasks.Where(task => task.DueOn < acts.Today).Where((_, place) => place % LateEvery == LateEvery - 1).Select(task => task.Id)];

    private HashSet<Guid> FallsBehind { get; } = [.. tasks.Where(task => task.DueOn >= acts.Today).Where((_, place) => place % BehindEvery == BehindEvery - 1).Select(task => task.Id)];

    public void Plan(List<(DateOnly Day, Func<CancellationToken, Task> Act)> diary)
    {
        diary.Add((start.AddDays(5), SetMilestonesAsync));
        for (var month = 2; month <= 12; month++)
        {
            var day = new DateOnly(acts.Today.Year, month, 26);
            diary.Add((day, ct => ReportAsync(day, ct)));
            if (month % 3 == 0)
                diary.Add((day, ct => ReportValuesAsync(day, ct)));
        }
        diary.Add((acts.Today.AddDays(-1), ct => ReportValuesAsync(acts.Today.AddDays(-1), ct)));
        diary.Add((acts.Today.AddDays(-6), ct => HelpAsync(0, returned: true, ct)));
        diary.Add((acts.Today.AddDays(-3), ct => HelpAsync(1, returned: false, ct)));
        diary.Add((acts.Today.AddDays(-9), AmendAsync));
        diary.Add((acts.Today.AddDays(-4), AskAsync));
    }

    /// <summary>Each fifth task has two steps, the first of which is done.</summary>
    private async Task SetMilestonesAsync(CancellationToken ct)
    {
        var first = new DateOnly(acts.Today.Year, 3, 31);
        foreach (var task in tasks.Where((task, place) => place % 5 == 0 && task.DueOn > first))
        {
            var standing = await acts.LookAsync(db => db.Milestones.AsNoTracking().Where(step => step.TaskId == task.Id).Select(step => new MilestoneLine(step.Id, step.DueOn, step.Title, false)).ToListAsync(ct));
            await acts.DoAsync<SetMilestones, Done>("邱雪梅", set => set.RunAsync(task.Id, [new(null, first, "印发实施方案", first < acts.Today), .. standing, new(null, task.DueOn, "完成并总结", false)], ct));
        }
    }

    private async Task ReportAsync(DateOnly day, CancellationToken ct)
    {
        var open = (await acts.TasksAsync(plan, ct)).Where(task => task.DoneOn is null && task.LeadUnitId is not null && task.Origin == TaskOrigin.Document && task.Id != amended && !IsSilent(task, day));
        List<ProgressChange> reports = [.. open.Select(task => (task, percent: PercentOf(task, day))).Select(row => new ProgressChange(row.task.Id, row.task.LeadUnitId!.Value, row.percent, WordsOf(row.percent), day))]; // filtered above
        await acts.DoAsync<ApplyProgressSheet, int>("科室负责人", apply => apply.RunAsync(plan, reports, ct));
    }

    // One that is behind has said nothing for two months.
    private bool IsSilent(WorkTask task, DateOnly day) => task.Id == FallsBehind.FirstOrDefault() && day > acts.Today.AddDays(-75);

    /// <summary>All of it when the day comes before the next report, the elapsed part before; what stays open stops at 60, what falls behind goes half as fast.</summary>
    private int PercentOf(WorkTask task, DateOnly day)
    {
        var due = task.DueOn ?? new(acts.Today.Year, 12, 31);
        if (due <= day.AddDays(31) && !StaysOpen.Contains(task.Id))
            return 100;
        var elapsed = Math.Clamp((day.DayNumber - start.DayNumber) / (double)Math.Max(1, due.DayNumber - start.DayNumber), 0, 0.95);
        var done = (int)(elapsed * (FallsBehind.Contains(task.Id) ? 50 : 100)) / 5 * 5;
        return StaysOpen.Contains(task.Id) ? Math.Min(done, 60) : done;
    }

    private static string WordsOf(int percent) => percent switch { 100 => "按方案完成，材料已归档。", 0 => "已部署到位，正在起草实施方案。", _ => $"按计划推进，已完成约{percent}%，下一步抓紧剩余部分。" };

    private async Task ReportValuesAsync(DateOnly day, CancellationToken ct)
    {
        var targets = await acts.LookAsync(db => db.Targets.AsNoTracking().Where(target => target.PlanId == plan && target.DroppedAt == null && target.Status == PlanText.TargetStatus.Target && target.Value != null && target.TaskId != null).ToListAsync(ct));
        var shares = tasks.ToDictionary(task => task.Id, task => PercentOf(task, day) / 100.0);
        List<TargetChange> values =
        [
            .. targets.Where(target => shares.GetValueOrDefault(target.TaskId!.Value) > 0).Select(target => new TargetChange( // asked for above
                target.Id, target.Version, target.Indicator, target.Value, target.UpperValue, target.Unit, target.Baseline, new(ValueAt(target, shares[target.TaskId!.Value]), day, "")))
        ];
        await acts.DoAsync<ApplyTargetSheet, int>("周晓岚", apply => apply.RunAsync(plan, values, "", ct));
    }

    private static double ValueAt(Target target, double share) => target.Unit == "%" ? Math.Round(target.Value!.Value - (1 - share) * 4, 1) : Math.Round(target.Value!.Value * share); // only targets with a number

    /// <summary>A unit that helps reports on its part: it waits for the lead, or has come back.</summary>
    private async Task HelpAsync(int place, bool returned, CancellationToken ct)
    {
        var units = await acts.UnitsAsync(ct);
        var basic = units.First(unit => unit.Name == "基础教育科").Id;
        var helped = await acts.LookAsync(db => db.Tasks.AsNoTracking().Where(task => task.PlanId == plan && task.DroppedAt == null && task.DoneOn == null && task.LeadUnitId == basic)
            .OrderBy(task => task.Position).Select(task => new { task.Id, Unit = db.Supports.Where(support => support.TaskId == task.Id).Select(support => (Guid?)support.UnitId).FirstOrDefault() }).Where(task => task.Unit != null).ToListAsync(ct));
        if (helped.ElementAtOrDefault(place) is not { Unit: { } unit } found)
            return;
        var report = await acts.DoAsync<ReportProgress, Guid>("配合科室经办人", act => act.RunAsync(new(found.Id, 50, "我科承担的部分已完成一半，资金已下达，正在组织验收。") { Unit = unit }, [], ct));
        if (returned)
            await acts.DoAsync<ConfirmReport, Done>("邱雪梅", act => act.RunAsync(report, false, "请补充验收材料后重新填报。", ct));
    }

    /// <summary>One task comes forward by decision of the county: it is due the day after tomorrow, and its old wording is kept.</summary>
    private async Task AmendAsync(CancellationToken ct)
    {
        var open = (await acts.TasksAsync(plan, ct)).Find(task => task.DoneOn is null && task.DueOn > acts.Today.AddDays(5) && !FallsBehind.Contains(task.Id));
        if (open is null)
            return;
        var supports = await acts.LookAsync(db => db.Supports.Where(support => support.TaskId == open.Id).Select(support => support.UnitId).ToListAsync(ct));
        var wording = TaskWording.Of(open, supports) with { Text = open.Text.TrimEnd('。') + "，并向县政府报送总结。", DueOn = acts.Today.AddDays(2) };
        amended = open.Id;
        await acts.DoAsync<AmendTask, Done>("周晓岚", amend => amend.RunAsync(open.Id, wording, "县政府常务会议要求提前完成。", null, ct));
    }

    /// <summary>A lead asks for another date: the office decides.</summary>
    private async Task AskAsync(CancellationToken ct)
    {
        if ((await acts.TasksAsync(plan, ct)).Find(task => FallsBehind.Contains(task.Id)) is { } behind)
            await acts.DoAsync<ProposeChange, Guid>("陶文彬", ask => ask.RunAsync(behind.Id, "设备采购流标一次，建议期限延后一个月。", ct));
    }
}
