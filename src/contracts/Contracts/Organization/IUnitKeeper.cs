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
