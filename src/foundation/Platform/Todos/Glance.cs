using Shuren.Kernel;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Todos;

/// <summary>What a room has to say about a school to somebody who looks after it.</summary>
/// <param name="Unit">The school.</param>
/// <param name="Words">One line, such as 3项任务在办，1项逾期.</param>
/// <param name="Href">Where it stands, relative to the district's address.</param>
public sealed record Glance(Guid Unit, string Words, string Href)
{
    /// <summary>The lamp of what presses; null for what is only to be known.</summary>
    public Lamp? Lamp { get; init; }
}

/// <summary>A room that tells those who look after schools (责任督学, 联系学校的班子成员) how these stand. Asked live, once for all schools of a page.</summary>
public interface IGlanceSource
{
    /// <summary>What of these schools the actor may see, what presses most first.</summary>
    Task<IReadOnlyList<Glance>> OfAsync(IReadOnlyCollection<Guid> schools, Actor actor, DateOnly today, CancellationToken ct);
}
