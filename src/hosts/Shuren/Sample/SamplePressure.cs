using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;

namespace Shuren.Host.Sample;

/// <summary>Pressure on what is late: one task climbs the whole ladder, others stand on its rungs, and a meeting's decisions become tasks.</summary>
internal sealed class SamplePressure(SampleActs acts, Guid plan, IReadOnlyList<UnitCard> units)
{
    private const string Clerk = "周晓岚";

    /// <summary>So many days lie between two rungs of the task that climbs them all.</summary>
    private const int DaysOnARung = 9;

    private static readonly (Rung Rung, string Reason, string Title)[] Climb =
    [
        (Rung.Reminder, "任务已逾期，请说明原因并抓紧完成。", "催办单"), (Rung.Review, "催办后仍无明显进展，列入局长办公会调度。", "调度会议题"), (Rung.Check, "调度后进展缓慢，由督导室现场督查。", "督查通知"),
        (Rung.Circular, "督查发现责任未落实，在全县教育系统通报。", "关于重点任务推进滞后情况的通报"), (Rung.Rectification, "限期整改，整改情况报局办公室。", "整改通知书"), (Rung.Interview, "整改未到位，由分管局领导约谈责任科室负责人。", "约谈记录"),
    ];

    public void Plan(List<(DateOnly Day, Func<CancellationToken, Task> Act)> diary)
    {
        PlanClimb(diary);
        PlanMeetings(diary);
        diary.Add((acts.Today.AddDays(-10), ct => PressAsync(1, Rung.Reminder, answer: "已倒排工期，本月底前完成。", brought: true, ct)));
        diary.Add((acts.Today.AddDays(-2), ct => PressAsync(2, Rung.Reminder, answer: null, brought: null, ct)));
        diary.Add((acts.Today.AddDays(-1), ct => PressAsync(3, Rung.Circular, answer: "已制定整改措施，下周报送进展。", brought: null, ct)));
    }

    /// <summary>The task that has been late for longest climbs rung by rung; each is answered, and each brings nothing.</summary>
    private void PlanClimb(List<(DateOnly Day, Func<CancellationToken, Task> Act)> diary)
    {
        var from = acts.Today.AddDays(-DaysOnARung * Climb.Length);
        var open = Guid.Empty;
        foreach (var (place, (rung, reason, title)) in Climb.Index())
        {
            var day = from.AddDays(place * DaysOnARung);
            diary.Add((day, async ct =>
            {
                if (await LateAsync(0, ct) is not { } task)
                    return;
                // Nobody climbs in a single day: what became late only now begins on the first rung.
                if (open == Guid.Empty && rung != Rung.Reminder)
                    return;
                if (open != Guid.Empty)
                    await acts.DoAsync<JudgeDispatch, Done>(Clerk, judge => judge.RunAsync(open, false, ct));
                open = await acts.DoAsync<TakeDispatchStep, Guid>(Clerk, take => take.RunAsync(task.Id, new(rung, reason) { DocumentTitle = title, DocumentNumber = $"青教督〔{acts.Today.Year}〕{place + 3}号" }, ct));
            }));
            diary.Add((day.AddDays(3), async ct =>
            {
                if (open != Guid.Empty)
                    await acts.DoAsync<AnswerDispatch, Done>("科室负责人", answer => answer.RunAsync(open, "涉及多个部门会签，正在协调，争取尽快完成。", ct));
            }));
        }
    }

    private async Task PressAsync(int place, Rung rung, string? answer, bool? brought, CancellationToken ct)
    {
        if (await LateAsync(place, ct) is not { } task)
            return;
        var (_, reason, title) = Climb.First(step => step.Rung == rung);
        var step = await acts.DoAsync<TakeDispatchStep, Guid>(Clerk, take => take.RunAsync(task.Id, new(rung, reason) { DocumentTitle = title, SkipReason = "年度考核在即，直接通报。" }, ct));
        if (answer is not null)
            await acts.DoAsync<AnswerDispatch, Done>("科室负责人", act => act.RunAsync(step, answer, ct));
        if (brought is { } good)
            await acts.DoAsync<JudgeDispatch, Done>(Clerk, judge => judge.RunAsync(step, good, ct));
    }

    /// <summary>The tasks that are late on the day of the act, the longest first; the last of several is left for the reader to press.</summary>
    private async Task<WorkTask?> LateAsync(int place, CancellationToken ct)
    {
        var day = acts.Clock.Today();
        var late = (await acts.TasksAsync(plan, ct)).Where(task => task.DoneOn is null && task.DueOn < day && task.Origin == TaskOrigin.Document).OrderBy(task => task.DueOn).ThenBy(task => task.Position).ToList();
        return place == 0 || place < late.Count - 1 ? late.ElementAtOrDefault(place) : null;
    }

    private void PlanMeetings(List<(DateOnly Day, Func<CancellationToken, Task> Act)> diary)
    {
        var held = acts.Today.AddDays(-20);
        var meeting = Guid.Empty;
        diary.Add((held.AddDays(-1), async ct => meeting = await acts.DoAsync<CallMeeting, Guid>(Clerk, call => call.RunAsync(plan, new(held, "14:30，局三楼第一会议室", "沈立群"), ct))));
        diary.Add((held, ct => HoldAsync(meeting, ct)));
        diary.Add((acts.Today, async ct => await acts.DoAsync<CallMeeting, Guid>(Clerk, call => call.RunAsync(plan, new(acts.Today.AddDays(4), "9:00，局三楼第一会议室", "沈立群"), ct))));
    }

    /// <summary>Two decisions become tasks, one of them a school's; a third needs none.</summary>
    private async Task HoldAsync(Guid meeting, CancellationToken ct)
    {
        var points = await acts.LookAsync(db => db.AgendaItems.AsNoTracking().Where(item => item.MeetingId == meeting).OrderBy(item => item.Position).ToListAsync(ct));
        List<AgendaLine> agenda = [.. points.Take(5).Select(point => new AgendaLine(point.Id, point.Title, point.Why)), new(null, "集团校课后服务经验推广", "县政府督查反馈")];
        await acts.DoAsync<SetAgenda, Done>(Clerk, set => set.RunAsync(meeting, agenda, ct));
        var items = await acts.LookAsync(db => db.AgendaItems.AsNoTracking().Where(item => item.MeetingId == meeting).OrderBy(item => item.Position).ToListAsync(ct));
        await DecideAsync(items[^1].Id, "由实验小学牵头，汇编集团校课后服务案例，在全县推广。", new("汇编集团校课后服务案例", UnitId("青禾县实验小学"), acts.Today.AddDays(2)), ct);
        if (items.Count > 1)
            await DecideAsync(items[0].Id, "规划财务科会同责任科室，逐项列出滞后原因和完成时间。", new("列出滞后任务的原因和完成时间", UnitId("规划财务科"), acts.Today.AddDays(12)), ct);
        if (items.Count > 2)
            await DecideAsync(items[1].Id, "确需延长时限的，由责任科室按程序申请调整。", null, ct);
        await acts.DoAsync<CloseMeeting, Done>(Clerk, close => close.RunAsync(meeting, ct));
    }

    private Task<Guid?> DecideAsync(Guid item, string decision, DecisionTask? becomes, CancellationToken ct) =>
        acts.DoAsync<RecordDecision, Guid?>(Clerk, record => record.RunAsync(item, decision, becomes, ct));

    private Guid UnitId(string name) => units.First(unit => unit.Name == name).Id;
}
