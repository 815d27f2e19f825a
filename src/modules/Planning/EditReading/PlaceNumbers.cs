using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>What becomes of numbers that stand in no task.</summary>
internal enum NumberFate
{
    /// <summary>They belong to a task.</summary>
    Hang,

    /// <summary>They are no targets.</summary>
    Drop,

    /// <summary>They are targets after all.</summary>
    Restore,
}

/// <summary>Hangs numbers on a task, drops them or takes that back: many at once.</summary>
internal sealed class PlaceNumbers(OpenReading reading, TimeProvider time) : IHandler
{
    /// <param name="plan">The plan.</param>
    /// <param name="numbers">Ids of targets.</param>
    /// <param name="fate">What becomes of them.</param>
    /// <param name="task">The task, for <see cref="NumberFate.Hang"/>.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>How many changed, or <c>NumbersNotChosen</c>, <c>TargetUnknown</c>, <c>TaskNotChosen</c> and what <see cref="OpenReading"/> refuses.</returns>
    public async Task<Outcome<int>> RunAsync(Guid plan, IReadOnlyList<Guid> numbers, NumberFate fate, Guid? task, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (numbers.Count == 0)
            return new Refusal("NumbersNotChosen");
        List<Target> chosen = [.. numbers.Select(open.Value.Target).OfType<Target>()];
        if (chosen.Count < numbers.Count)
            return new Refusal("TargetUnknown");
        if (fate == NumberFate.Hang && (task is not { } id || open.Value.Task(id) is not { DroppedAt: null }))
            return new Refusal("TaskNotChosen", "Task");
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var target in chosen)
            Place(target, fate, task, now);
        var saved = await reading.SaveAsync(open.Value, NameOf(fate), null, ct);
        return saved.Succeeded ? chosen.Count : saved.Refusals.ToList();
    }

    private static void Place(Target target, NumberFate fate, Guid? task, DateTime now)
    {
        switch (fate)
        {
            case NumberFate.Hang:
                (target.TaskId, target.DroppedAt) = (task, null);
                break;
            case NumberFate.Drop:
                target.DroppedAt ??= now;
                break;
            case NumberFate.Restore:
                target.DroppedAt = null;
                break;
        }
    }

    private static string NameOf(NumberFate fate) => fate switch
    {
        NumberFate.Hang => "planning.hang-numbers",
        NumberFate.Drop => "planning.drop-target",
        NumberFate.Restore => "planning.restore-target",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
