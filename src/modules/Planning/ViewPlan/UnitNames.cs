using Shuren.Contracts.Organization;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>The units of a page by id, with their place in the organisation.</summary>
internal sealed class UnitBook(IReadOnlyList<UnitCard> inOrder)
{
    private readonly Dictionary<Guid, (UnitCard Card, int Place)> byId = inOrder.Select((card, place) => (card, place)).ToDictionary(unit => unit.card.Id, unit => unit);

    /// <summary>The open units in the order of the tree, then closed ones that are still named.</summary>
    public IReadOnlyList<UnitCard> All => inOrder;

    /// <summary>The short name; empty for nobody.</summary>
    public string Of(Guid? unit) => unit is { } id && byId.TryGetValue(id, out var found) ? found.Card.ShortName : "";

    /// <summary>Short names in the order of the tree.</summary>
    public IReadOnlyList<string> Of(IEnumerable<Guid> units) => [.. InOrder(units).Select(unit => unit.ShortName)];

    /// <summary>The units in the order of the tree, each once.</summary>
    public IReadOnlyList<UnitCard> InOrder(IEnumerable<Guid> units) =>
        [.. units.Distinct().Where(byId.ContainsKey).Select(id => byId[id]).OrderBy(unit => unit.Place).Select(unit => unit.Card)];
}

/// <summary>Asks for the units' names once for a page.</summary>
internal sealed class UnitNames(IUnitDirectory directory) : IHandler
{
    /// <param name="named">The units that the page names; closed ones among them are asked for too.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<UnitBook> RunAsync(IEnumerable<Guid> named, CancellationToken ct)
    {
        var open = await directory.AllAsync(ct);
        var missing = named.Except(open.Select(unit => unit.Id)).ToArray();
        return missing.Length == 0 ? new(open) : new([.. open, .. (await directory.FindAsync(missing, ct)).Values.OrderBy(unit => unit.Name, StringComparer.Ordinal)]);
    }
}
