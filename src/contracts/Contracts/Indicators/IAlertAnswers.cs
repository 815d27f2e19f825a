namespace Shuren.Contracts.Indicators;

/// <summary>What somebody can do about an alert in a room above.</summary>
/// <param name="Words">The words of the link, such as 开任务.</param>
/// <param name="Href">The page where it is done, relative to the district's address.</param>
public sealed record AlertAnswer(string Words, string Href);

/// <summary>A room above that answers alerts with work of its own: a task, later a case. Asked live on the page of an alert; what was done stands in the thread.</summary>
public interface IAlertAnswers
{
    /// <summary>What the actor may do about a firing alert now; nothing where it has been done.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<IReadOnlyList<AlertAnswer>> OfAsync(Guid alert, CancellationToken ct);
}
