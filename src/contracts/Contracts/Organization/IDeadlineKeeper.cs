using Shuren.Kernel;

namespace Shuren.Contracts.Organization;

/// <summary>A deadline that another calendar moves or brings nearer.</summary>
/// <param name="Title">What is due, as shown.</param>
/// <param name="Href">Its page, relative to the district's address.</param>
/// <param name="DueBefore">The last day until now.</param>
/// <param name="DueAfter">The last day under the new calendar; the same where a day was named and not a number of working days.</param>
/// <param name="LeftBefore">Working days left today until now.</param>
/// <param name="LeftAfter">Working days left today under the new calendar.</param>
public sealed record MovedDeadline(string Title, string Href, DateOnly DueBefore, DateOnly DueAfter, int LeftBefore, int LeftAfter);

/// <summary>A room that keeps deadlines: asked before the calendar changes, told when it does.</summary>
public interface IDeadlineKeeper
{
    /// <summary>The running deadlines that would move or have other working days left, soonest first.</summary>
    Task<IReadOnlyList<MovedDeadline>> PreviewAsync(WorkingCalendar before, WorkingCalendar after, DateOnly today, CancellationToken ct);

    /// <summary>Moves what was given in working days. Changes rows without saving: they are saved with the calendar, in one transaction.</summary>
    Task MoveAsync(WorkingCalendar before, WorkingCalendar after, CancellationToken ct);
}
