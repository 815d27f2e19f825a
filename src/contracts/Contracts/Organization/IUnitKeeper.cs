using Shuren.Kernel;

namespace Shuren.Contracts.Organization;

/// <summary>A unit that another room needs, such as the unit of a school that stands in an imported roll.</summary>
/// <param name="Name">Full name, 2 to 80 characters; unique among open units.</param>
/// <param name="Kind">What it is; no bureau.</param>
/// <param name="Parent">The unit above.</param>
/// <param name="On">The day from which it is there; null where it always was.</param>
public sealed record NewUnit(string Name, UnitKind Kind, Guid Parent, DateOnly? On)
{
    /// <summary>An id that the other room has chosen; null takes a new one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Adds units for rooms whose things stand on them.</summary>
public interface IUnitKeeper
{
    /// <summary>
    /// Adds units without saving: they are saved with what stands on them, in one transaction. Many at once; units are read once.
    /// </summary>
    /// <returns>Their ids in the order of the units, or the first refusal: <c>UnitNameForm</c>, <c>UnitParentUnknown</c>, <c>UnitParentClosed</c>, <c>UnitExists</c>.</returns>
    Task<Outcome<IReadOnlyList<Guid>>> AddAsync(IReadOnlyList<NewUnit> units, string why, CancellationToken ct);
}

/// <summary>
/// A room whose things stand on units and end with them: a school with its unit. It is asked inside the act that closes or merges the unit, changes its rows
/// without saving, and is saved with it; so nothing stands on a unit that is no more.
/// </summary>
public interface IStandsOnUnits
{
    /// <summary>Ends what stands on a unit.</summary>
    /// <param name="unit">The unit that is closed.</param>
    /// <param name="on">The first day on which nothing of it holds any more.</param>
    /// <param name="into">The unit that takes it in; null where it is closed without one.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Why the unit cannot be closed yet; null where it can.</returns>
    Task<Refusal?> EndAsync(Guid unit, DateOnly on, Guid? into, CancellationToken ct);
}
