using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepUnits;

/// <summary>Closes a unit from a day on (撤销). What it did stays readable; its places in groups, its posts and its linkage end with it.</summary>
internal sealed class CloseUnit(OpenUnits open, EndWithUnit endWithUnit, Process process, Actor actor) : IHandler
{
    /// <param name="unit">Which unit; nothing may stand below it any more.</param>
    /// <param name="on">The first day on which it is no more.</param>
    /// <param name="why">The reason or the document.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid unit, DateOnly on, string why, CancellationToken ct)
    {
        if (UnitRules.Problem(on, why) is { } problem)
            return problem;
        var book = await open.RunAsync(ct);
        if (!UnitRules.May(actor, book, unit))
            return new Refusal("UnitNotYours");
        if (!book.Units.TryGetValue(unit, out var row) || row.Kind == UnitKind.Bureau)
            return new Refusal("UnitGone");
        process.Begin("organization.close-unit", new Ref("organization", "unit", unit), why.Trim());
        if (book.Close(unit, on, why) is { } refusal)
            return refusal;
        if (await endWithUnit.RunAsync(unit, on, null, ct) is { } standing)
            return standing;
        await book.SaveAsync(ct);
        return new Done();
    }
}
