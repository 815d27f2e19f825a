using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.EditReading;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;

namespace Shuren.Planning.AssignUnits;

/// <summary>Gives tasks their lead, who answers for them, supporting units and dates: one or many at once.</summary>
internal sealed class AssignTasks(OpenReading reading, IUnitDirectory units, ReadPeople readPeople) : IHandler
{
    /// <returns>How many tasks changed, or what <see cref="Assigning"/> and <see cref="OpenReading"/> refuse.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<Assignment> assignments, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        var people = await readPeople.RunAsync(ct);
        if (Assigning.Refuse(open.Value, assignments, await units.AllAsync(ct), people) is { } refusal)
            return refusal;
        var changed = assignments.Count(assignment => Assigning.Apply(open.Value, assignment, people));
        var saved = await reading.SaveAsync(open.Value, "planning.assign-tasks", null, ct);
        return saved.Succeeded ? changed : saved.Refusals.ToList();
    }
}

/// <summary>Takes every suggestion that nobody has decided on: the lead and the date that stand are confirmed.</summary>
internal sealed class ConfirmSuggestions(OpenReading reading) : IHandler
{
    /// <returns>How many tasks were confirmed; a task without a suggested lead is left open.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        var waiting = open.Value.Tasks.Where(task => task is { DroppedAt: null, LeadIsSet: false, LeadUnitId: not null }).ToList();
        foreach (var task in waiting)
            (task.LeadIsSet, task.DueIsSet) = (true, task.DueIsSet || task.DueOn is not null);
        var saved = await reading.SaveAsync(open.Value, "planning.confirm-suggestions", null, ct);
        return saved.Succeeded ? waiting.Count : saved.Refusals.ToList();
    }
}
