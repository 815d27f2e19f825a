using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepUnits;

/// <summary>Gives a unit another name or another unit above it, from a day on (更名、改隶).</summary>
internal sealed class ChangeUnit(OpenUnits open, Process process, Actor actor) : IHandler
{
    /// <param name="unit">Which unit.</param>
    /// <param name="name">Its name from then on; 2 to 80 characters.</param>
    /// <param name="shortName">For narrow tables; empty takes the name.</param>
    /// <param name="parent">The unit above it from then on.</param>
    /// <param name="on">The first day; past days tell what was, later ones what will be.</param>
    /// <param name="why">The reason or the document.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid unit, string name, string shortName, Guid? parent, DateOnly on, string why, CancellationToken ct)
    {
        if (UnitRules.Problem(name, on, why) is { } problem)
            return problem;
        var book = await open.RunAsync(ct);
        if (!UnitRules.May(actor, book, unit))
            return new Refusal("UnitNotYours");
        if (!book.Units.TryGetValue(unit, out var row))
            return new Refusal("UnitGone");
        process.Begin("organization.change-unit", new Ref("organization", "unit", unit), why.Trim());
        if (book.Change(unit, name.Trim(), string.IsNullOrWhiteSpace(shortName) ? name.Trim() : shortName.Trim(), row.Kind == UnitKind.Bureau ? null : parent, on, why) is { } refusal)
            return refusal;
        await book.SaveAsync(ct);
        return new Done();
    }
}
