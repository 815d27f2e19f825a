using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Planning.ReportProgress;
using Shuren.Platform;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>An open task that something is wrong with.</summary>
/// <param name="Task">The task.</param>
/// <param name="Lead">Its lead's name, or empty.</param>
/// <param name="Lamp">Its lamp today.</param>
/// <param name="DaysLate">Working days since its date, at least 1 when late; 0 otherwise.</param>
/// <param name="LateSteps">How many of its milestones are late.</param>
/// <param name="Missing">Whole months without a report.</param>
/// <param name="Pace">How its work stands against its time; null for a task that is late or has no date.</param>
/// <param name="Last">The last step of the ladder.</param>
/// <param name="Next">The rung that is proposed.</param>
internal sealed record LateWork(WorkTask Task, string Lead, Lamp Lamp, int DaysLate, int LateSteps, IReadOnlyList<DateOnly> Missing, Pace? Pace, DispatchStep? Last, Rung? Next)
{
    /// <summary>Whether the office should look at it.</summary>
    public bool Matters => Lamp == Lamp.Red || LateSteps > 0 || Missing.Count > 0 || Pace is { IsClearlyBehind: true } || Next is not null || Last is { BroughtResult: null };
}

/// <summary>Everything of a running plan that is late, silent, clearly behind its time or on the ladder, the latest first: five queries, whatever the size of the plan.</summary>
internal sealed class FindLateWork(PlanningDb planning, IUnitDirectory units, IWorkingDays workingDays, TimeProvider time) : IHandler
{
    public async Task<IReadOnlyList<LateWork>> RunAsync(Guid plan, CancellationToken ct)
    {
        var today = time.Today();
        var calendar = await workingDays.CalendarAsync(ct);
        var tasks = await planning.Tasks.AsNoTracking().Running(planning).Where(task => task.PlanId == plan).ToListAsync(ct);
        if (tasks.Count == 0)
            return [];
        var publishedAt = await planning.Steps.AsNoTracking().Where(step => step.PlanId == plan && step.Kind == PlanStepKind.Publication).MinAsync(step => step.At, ct);
        var published = DateOnly.FromDateTime(publishedAt.ToLocal(time));
        var of = planning.Tasks.Where(task => task.PlanId == plan).Select(task => task.Id);
        var steps = (await planning.DispatchSteps.AsNoTracking().Where(step => of.Contains(step.TaskId)).ToListAsync(ct)).ToLookup(step => step.TaskId);
        var reported = (await planning.Reports.AsNoTracking().Where(report => of.Contains(report.TaskId)).Select(report => new { report.TaskId, report.On }).ToListAsync(ct)).ToLookup(report => report.TaskId, report => report.On);
        var lateSteps = await planning.Milestones.AsNoTracking().Where(step => of.Contains(step.TaskId) && step.DoneOn == null && step.DueOn < today)
            .GroupBy(step => step.TaskId).Select(task => new { task.Key, Count = task.Count() }).ToDictionaryAsync(task => task.Key, task => task.Count, ct);
        var names = await units.FindAsync([.. tasks.Select(task => task.LeadUnitId).OfType<Guid>().Distinct()], ct);
        return [.. tasks.Select(Line).Where(line => line.Matters).OrderByDescending(line => line.DaysLate).ThenBy(line => line.Task.Position)];

        LateWork Line(WorkTask task)
        {
            var lamp = task.LampOn(today, calendar);
            return new(task, task.LeadUnitId is { } lead ? names[lead].ShortName : "", lamp,
                lamp == Lamp.Red ? Math.Max(1, calendar.WorkingDaysBetween(task.DueOn!.Value, today)) : 0, lateSteps.GetValueOrDefault(task.Id),
                ReportMonths.Missing(published, reported[task.Id], today), Pace.Of(published, task.DueOn, today, task.Percent), Ladder.Last(steps[task.Id]), Ladder.NextFor(steps[task.Id], lamp, today));
        }
    }
}
