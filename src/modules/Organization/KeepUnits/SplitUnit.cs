using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepUnits;

/// <summary>New units come out of one (分设): of its kind, beside it. It stays, or is closed on the same day.</summary>
internal sealed class SplitUnit(OpenUnits open, EndWithUnit endWithUnit, Process process, Actor actor) : IHandler
{
    /// <param name="unit">The unit that is split.</param>
    /// <param name="names">Names of the new units.</param>
    /// <param name="closes">Whether it is closed.</param>
    /// <param name="on">The day of the split.</param>
    /// <param name="why">The reason or the document.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The new units.</returns>
    public async Task<Outcome<Guid[]>> RunAsync(Guid unit, IReadOnlyList<string> names, bool closes, DateOnly on, string why, CancellationToken ct)
    {
        var wanted = names.Select(name => name.Trim()).Where(name => name != "").Distinct().ToList();
        if (wanted.Count < (closes ? 2 : 1))
            return new Refusal("SplitNamesProblem", "Names");
        if (wanted.Select(name => UnitRules.Problem(name, on, why)).FirstOrDefault(problem => problem is not null) is { } problem)
            return problem;
        var book = await open.RunAsync(ct);
        if (!UnitRules.May(actor, book, unit))
            return new Refusal("UnitNotYours");
        if (!book.Units.TryGetValue(unit, out var row) || row.Kind == UnitKind.Bureau || book.History.At(unit, on) is not { } now)
            return new Refusal("UnitGone", "On");
        process.Begin("organization.split-unit", new Ref("organization", "unit", unit), why.Trim());
        if (closes && book.Close(unit, on, why) is { } refusal)
            return refusal;
        var made = wanted.Select((name, place) => new Unit { Name = name, ShortName = name, Kind = row.Kind, ParentId = now.ParentId, Position = row.Position + place + 1 }).ToList();
        foreach (var part in made)
        {
            if (book.Open(part, on, why, UnitEventKind.SplitFrom, unit) is { } wrong)
                return wrong;
            book.Say(unit, on, UnitEventKind.SplitInto, why, part.Id, after: part.Name);
        }
        if (closes && await endWithUnit.RunAsync(unit, on, null, ct) is { } standing)
            return standing;
        await book.SaveAsync(ct);
        return made.Select(part => part.Id).ToArray();
    }
}
