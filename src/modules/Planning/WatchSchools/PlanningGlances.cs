using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.RemindLate;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Ui;
using Lamp = Shuren.Kernel.Lamp;
using Ladder = Shuren.Planning.TakeDispatchStep.Ladder;

namespace Shuren.Planning.WatchSchools;

/// <summary>
/// What of the running plans concerns a school: how many tasks it leads or supports, and by name those that are late or on which a step of the ladder
/// (催办 … 约谈) waits. Two queries beside the calendar's, of tasks that the actor may see.
/// </summary>
internal sealed class PlanningGlances(PlanningDb planning, PlanScope scope, ReadDeadlines deadlines) : IGlanceSource
{
    /// <summary>So many are named for a school; the rest is one link away.</summary>
    private const int MostNamed = 4;

    public async Task<IReadOnlyList<Glance>> OfAsync(IReadOnlyCollection<Guid> schools, Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.View))
            return [];
        var days = await deadlines.RunAsync(ct);
        var tasks = await scope.OfUnits(scope.Tasks().AsNoTracking().Running(planning), [.. schools]).OrderBy(task => task.Position).ThenBy(task => task.Id).Lines(planning).ToListAsync(ct);
        var ids = tasks.Select(task => task.Id).ToArray();
        var steps = (await planning.DispatchSteps.AsNoTracking().Where(step => ids.Contains(step.TaskId)).ToListAsync(ct)).ToLookup(step => step.TaskId);
        return [.. schools.SelectMany(school => OfSchool(school, tasks.FindAll(task => task.Units.Contains(school)), steps, days))];
    }

    private static IEnumerable<Glance> OfSchool(Guid school, List<TaskLine> tasks, ILookup<Guid, DispatchStep> steps, Deadlines days)
    {
        if (tasks.Count == 0)
            yield break;
        var pressing = tasks.Select(task => Of(school, task, Ladder.Last(steps[task.Id]), days)).OfType<Glance>().OrderBy(glance => glance.Lamp == Lamp.Red ? 0 : 1).ToList();
        yield return new(school, GlanceText.Tasks.Filled(tasks.Count, tasks.Count(task => days.StateOf(task) == TaskState.Late)), PlanningLinks.Unit(school));
        foreach (var glance in pressing.Take(MostNamed))
            yield return glance;
        if (pressing.Count > MostNamed)
            yield return new(school, GlanceText.More.Filled(pressing.Count - MostNamed), PlanningLinks.Unit(school)) { Lamp = pressing[MostNamed].Lamp };
    }

    /// <summary>A step that waits, else the passed date; null where nothing presses.</summary>
    private static Glance? Of(Guid school, TaskLine task, DispatchStep? last, Deadlines days)
    {
        if (last is { BroughtResult: null, Answer: null })
        {
            return new(school, GlanceText.Step.Filled(DispatchWords.Of(last.Rung), task.Number, task.Title, Wording.Day(last.AnswerBy, days.Today)), PlanningLinks.TaskAct(task.Id, "dispatch"))
            {
                Lamp = last.AnswerBy < days.Today ? Lamp.Red : Lamp.Amber,
            };
        }
        if (last is { BroughtResult: null })
            return new(school, GlanceText.Answered.Filled(DispatchWords.Of(last.Rung), task.Number, task.Title), PlanningLinks.TaskAct(task.Id, "dispatch")) { Lamp = Lamp.Amber };
        return days.StateOf(task) == TaskState.Late && task.DueOn is { } due
            ? new(school, GlanceText.Late.Filled(task.Number, task.Title, Wording.Day(due, days.Today)), PlanningLinks.Task(task.Id)) { Lamp = Lamp.Red }
            : null;
    }
}
