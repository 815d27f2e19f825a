using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>What is said of tasks while they are reviewed.</summary>
internal enum ReviewAct
{
    /// <summary>Only what was filled in is kept.</summary>
    Save,

    /// <summary>The task was read rightly.</summary>
    Accept,

    /// <summary>All that are still open were read rightly.</summary>
    AcceptAll,

    /// <summary>The sentence is no task; the row stays, so that the next import knows.</summary>
    Drop,

    /// <summary>It is one after all.</summary>
    Restore,
}

/// <summary>Keeps what was filled in on the review page, and what was said of a task, as one act.</summary>
internal sealed class ReviewTasks(OpenReading reading, IUnitDirectory units, ReadPeople readPeople, TimeProvider time) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="assignments">Leads, people and dates that were changed on the page.</param>
    /// <param name="act">What is said.</param>
    /// <param name="task">Of which task; null for <see cref="ReviewAct.Save"/> and <see cref="ReviewAct.AcceptAll"/>.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid plan, IReadOnlyList<Assignment> assignments, ReviewAct act, Guid? task, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        var people = await readPeople.RunAsync(ct);
        if (Assigning.Refuse(open.Value, assignments, await units.AllAsync(ct), people) is { } refusal)
            return refusal;
        if (act is ReviewAct.Accept or ReviewAct.Drop or ReviewAct.Restore && (task is not { } id || open.Value.Task(id) is null))
            return new Refusal("TaskUnknown");
        foreach (var assignment in assignments)
            Assigning.Apply(open.Value, assignment, people);
        foreach (var row in open.Value.Tasks.Where(row => act == ReviewAct.AcceptAll || row.Id == task))
            Say(row, act, time.GetUtcNow().UtcDateTime);
        return await reading.SaveAsync(open.Value, NameOf(act), task is { } about ? new Ref("planning", "task", about) : null, ct);
    }

    private static void Say(WorkTask task, ReviewAct act, DateTime now)
    {
        switch (act)
        {
            case ReviewAct.Accept or ReviewAct.AcceptAll when task.DroppedAt is null:
                task.AcceptedAt ??= now;
                break;
            case ReviewAct.Drop:
                (task.DroppedAt, task.AcceptedAt) = (task.DroppedAt ?? now, null);
                break;
            case ReviewAct.Restore:
                task.DroppedAt = null;
                break;
        }
    }

    private static string NameOf(ReviewAct act) => act switch
    {
        ReviewAct.Save => "planning.assign-tasks",
        ReviewAct.Accept => "planning.accept-task",
        ReviewAct.AcceptAll => "planning.accept-tasks",
        ReviewAct.Drop => "planning.drop-task",
        ReviewAct.Restore => "planning.restore-task",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
