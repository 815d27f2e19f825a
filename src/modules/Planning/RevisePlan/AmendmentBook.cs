using Shuren.Planning.Model;
using Shuren.Platform.Processes;

namespace Shuren.Planning.RevisePlan;

/// <summary>Keeps the old wording of a plan that is out; a draft needs none.</summary>
internal sealed class AmendmentBook(bool isNeeded, Guid plan, string reason, Process process)
{
    private readonly List<Amendment> entries = [];

    public IReadOnlyList<Amendment> Entries => entries;

    /// <param name="task">The task.</param>
    /// <param name="field">title, text, due, target or task.</param>
    /// <param name="before">What stood there.</param>
    /// <param name="after">What stands there now.</param>
    public void Note(Guid task, string field, string before, string after)
    {
        if (isNeeded && before != after)
            entries.Add(new() { PlanId = plan, TaskId = task, Field = field, Before = before, After = after, Reason = reason, By = process.Actor.Name, At = process.At });
    }

    /// <inheritdoc cref="Note(Guid, string, string, string)"/>
    public void Note(Guid task, string field, DateOnly? before, DateOnly? after) => Note(task, field, Words(before), Words(after));

    private static string Words(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
