namespace Shuren.Contracts.Indicators;

/// <summary>An alert as rooms above see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">One line: indicator and unit.</param>
/// <param name="Words">What is wrong, since when, against what, in sentences.</param>
/// <param name="Unit">The unit whose value it is: a school, a group, or the bureau for the district.</param>
/// <param name="Owner">The section that answers for the indicator; null where none is known.</param>
/// <param name="IsFiring">False where it is pending still, or has ended.</param>
/// <param name="Href">Its page, relative to the district's address.</param>
public sealed record AlertCard(Guid Id, string Title, string Words, Guid Unit, Guid? Owner, bool IsFiring, string Href);

/// <summary>Questions that rooms above ask about alerts.</summary>
public interface IAlertDirectory
{
    /// <summary>Those of these alerts that the actor may see.</summary>
    Task<IReadOnlyDictionary<Guid, AlertCard>> FindAsync(IReadOnlyCollection<Guid> alerts, CancellationToken ct);
}
