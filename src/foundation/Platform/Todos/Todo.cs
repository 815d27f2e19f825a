using Shuren.Kernel;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Todos;

/// <summary>Something that waits for a person.</summary>
/// <param name="Title">What to do, in the user's words.</param>
/// <param name="Why">One line that says why and what is at stake.</param>
/// <param name="Due">The last day, or null.</param>
/// <param name="Room">Name of the room as shown.</param>
/// <param name="Action">The words of the link, such as 去填报.</param>
/// <param name="Href">Where to do it, relative to the district's address.</param>
/// <param name="About">The thing it is about.</param>
public sealed record Todo(string Title, string Why, DateOnly? Due, string Room, string Action, string Href, Ref About);

/// <summary>A room that gives people work. Asked live: nothing is stored, so nothing goes stale.</summary>
public interface ITodoSource
{
    /// <summary>The right with which somebody who answers for a unit sees what waits for its people (催办); null where nobody else sees it.</summary>
    string? SeenWith => null;

    /// <summary>What waits for that person, in any order.</summary>
    Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct);
}
