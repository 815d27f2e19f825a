using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The ladder of one task: what was taken, what it brought, what comes next.</summary>
internal sealed class ViewDispatch(PlanningDb planning, FindTaskAtHand find, IUnitDirectory units, IWorkingDays workingDays, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>What the page shows; the steps stand oldest first.</summary>
    public sealed record View(TaskAtHand AtHand, IReadOnlyList<DispatchStep> Steps, string Lead, string Bureau, Lamp Lamp, Rung? Next, DateOnly Today, WorkingCalendar Calendar, bool MayTake, bool MayAnswer)
    {
        /// <summary>The step that waits for an answer or a judgement.</summary>
        public DispatchStep? Open => Ladder.Last(Steps) is { BroughtResult: null } last ? last : null;

        /// <summary>Whether that step can be judged now.</summary>
        public bool IsJudgeable => Open is { } open && (open.Answer is not null || open.AnswerBy < Today);
    }

    public async Task<View?> RunAsync(Guid task, CancellationToken ct)
    {
        if (await find.RunAsync(task, ct) is not { } found || !await find.SeesAsync(found, ct))
            return null;
        var today = time.Today();
        var calendar = await workingDays.CalendarAsync(ct);
        var steps = await planning.DispatchSteps.AsNoTracking().Where(step => step.TaskId == task).OrderBy(step => step.On).ThenBy(step => step.At).ThenBy(step => step.Id).ToListAsync(ct);
        var lamp = found.Task.LampOn(today, calendar);
        var all = await units.AllAsync(ct);
        var lead = found.Task.LeadUnitId is { } unit ? (await units.FindAsync([unit], ct)).GetValueOrDefault(unit)?.Name ?? "" : "";
        return new(found, steps, lead, all.First(unit => unit.Parent is null).Name, lamp, Ladder.NextFor(steps, lamp, today), today, calendar,
            found.IsRunning && found.Task.DoneOn is null && found.Task.LeadUnitId is { } pressed && actor.CanFor(PlanningRights.Dispatch, pressed),
            found.Task.LeadUnitId is { } asked && actor.CanFor(PlanningRights.Report, asked));
    }
}
