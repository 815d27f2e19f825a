using Shuren.Planning.Model;

namespace Shuren.Planning.AmendTask;

/// <summary>All of a task that people edit, as it shall stand.</summary>
/// <param name="Title">The headline, at most 40 characters.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Lead">Who does it.</param>
/// <param name="Supports">Who helps.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Targets">The number of each target that changes.</param>
/// <param name="Answers">The task of a superior bureau's plan that it answers.</param>
/// <param name="Accountable">Who answers for it.</param>
internal sealed record TaskWording(
    string Title, string Text, Guid? Lead, IReadOnlyCollection<Guid> Supports, DateOnly? DueOn, IReadOnlyDictionary<Guid, double> Targets, Guid? Answers, Guid? Accountable)
{
    /// <summary>The longest headline.</summary>
    public const int TitleLength = 40;

    /// <summary>The task as it stands.</summary>
    public static TaskWording Of(WorkTask task, IReadOnlyCollection<Guid> supports) =>
        new(task.Title, task.Text, task.LeadUnitId, supports, task.DueOn, new Dictionary<Guid, double>(), task.AnswersTaskId, task.AccountableId);
}
