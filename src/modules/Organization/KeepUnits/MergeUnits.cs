using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepUnits;

/// <summary>Closes units whose work goes on in another (合并): what stood below them moves below it.</summary>
internal sealed class MergeUnits(OpenUnits open, EndWithUnit endWithUnit, Process process, Actor actor) : IHandler
{
    /// <param name="units">The units that are closed.</param>
    /// <param name="into">The unit that takes them in; it stays. A new one is added first.</param>
    /// <param name="on">The day of the merger.</param>
    /// <param name="why">The reason or the document.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(IReadOnlyList<Guid> units, Guid into, DateOnly on, string why, CancellationToken ct)
    {
        if (UnitRules.Problem(on, why) is { } problem)
            return problem;
        var book = await open.RunAsync(ct);
        if (units.Append(into).Any(unit => !UnitRules.May(actor, book, unit)))
            return new Refusal("UnitNotYours");
        if (units.Count == 0 || units.Contains(into) || units.Distinct().Count() != units.Count || units.Any(unit => !book.Units.TryGetValue(unit, out var row) || row.Kind == UnitKind.Bureau))
            return new Refusal("MergeUnitsProblem", "Units");
        if (book.History.At(into, on) is null || book.History.Last(into)!.Until is not null) // At found a span
            return new Refusal("UnitParentClosed", "Into", on);
        process.Begin("organization.merge-units", new Ref("organization", "unit", into), why.Trim());
        foreach (var unit in units)
        {
            if (Children(book, unit, into, on, why) is { } wrong)
                return wrong;
            var name = book.History.Last(unit)!.Name; // a known unit has a span
            if (book.Close(unit, on, why, into) is { } refusal)
                return refusal;
            book.Say(into, on, UnitEventKind.TookIn, why, unit, before: name);
            if (await endWithUnit.RunAsync(unit, on, into, ct) is { } standing)
                return standing;
        }
        await book.SaveAsync(ct);
        return new Done();
    }

    private static Refusal? Children(UnitBook book, Guid unit, Guid into, DateOnly on, string why) =>
        book.History.ChildrenFrom(unit, on).Select(child => (child, last: book.History.Last(child)!)) // it is a child by a span
            .Select(row => book.Change(row.child, row.last.Name, row.last.ShortName, row.child == into ? book.History.Last(unit)!.ParentId : into, on, why)).FirstOrDefault(refusal => refusal is not null);
}
