using Shuren.Contracts.Organization;
using Shuren.Indicators.Packs;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Indicators;

/// <summary>
/// Which units' values an actor may see: held at the bureau or a section of it the right reaches every school and group, held at a school that school.
/// The values of the district are seen by whoever sees any.
/// </summary>
internal sealed class IndicatorScope(IUnitDirectory units, Actor actor) : IHandler
{
    /// <summary>What is reached.</summary>
    /// <param name="Reached">The units; null for all.</param>
    /// <param name="District">The bureau, whose values are those of the district.</param>
    /// <param name="All">Every open unit by its id.</param>
    public sealed record View(IReadOnlySet<Guid>? Reached, UnitCard District, IReadOnlyDictionary<Guid, UnitCard> All)
    {
        public bool Sees(Guid unit) => unit == District.Id || All.ContainsKey(unit) && Reached?.Contains(unit) != false;

        /// <summary>The schools and kindergartens that are reached, in the order of the tree.</summary>
        public IEnumerable<UnitCard> Schools => All.Values.Where(unit => Levels.Of(unit.Kind) == Level.School && Sees(unit.Id));

        /// <summary>The unit that concerns the actor first: the own school, or the district.</summary>
        public UnitCard Own => Reached is { Count: > 0 } some && some.Select(id => All.GetValueOrDefault(id)).OfType<UnitCard>().FirstOrDefault() is { } own ? own : District;
    }

    public async Task<View> RunAsync(string right, CancellationToken ct)
    {
        var all = await units.AllAsync(ct);
        var byId = all.ToDictionary(unit => unit.Id);
        var district = all.First(unit => unit.Kind == UnitKind.Bureau); // every district has its bureau
        if (actor.IsSystem)
            return new(null, district, byId);
        var reached = actor.UnitsFor(right);
        return new(reached.Any(id => byId.TryGetValue(id, out var unit) && unit.LooksAfterSchools) ? null : reached, district, byId);
    }
}
