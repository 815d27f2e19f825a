using System.Collections.Frozen;
using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.WaitForPeople;

/// <summary>The units whose work waits for one person.</summary>
/// <param name="Reporting">Where this person reports.</param>
/// <param name="Leading">Where this person signs and confirms.</param>
/// <param name="RunsPlans">Whether this person runs plans for the bureau.</param>
/// <param name="Approves">Whether this person approves plans.</param>
internal sealed record Own(FrozenSet<Guid> Reporting, FrozenSet<Guid> Leading, bool RunsPlans, bool Approves);

/// <summary>
/// Finds them. A right that reaches the whole bureau does not make every section's work one's own: below the place where a role
/// is held, only units without people of their own count.
/// </summary>
internal sealed class OwnUnits(IUnitDirectory units, IAccountDirectory accounts, Actor actor) : IHandler
{
    private static readonly string[] Chiefs = [Roles.SectionChief, Roles.Principal];
    private static readonly string[] Reporters = [.. Chiefs, Roles.SectionStaff, Roles.SchoolStaff];

    public async Task<Own> RunAsync(CancellationToken ct)
    {
        var (reporting, leading) = (actor.UnitsFor(PlanningRights.Report), actor.UnitsFor(PlanningRights.Confirm));
        var direct = actor.Units.ToFrozenSet();
        var below = reporting.Union(leading).Where(unit => !direct.Contains(unit)).ToArray();
        var others = below.Length == 0 ? [] : await accounts.HoldersAsync(below, Reporters, ct);
        var staffed = others.SelectMany(person => person.Units).ToFrozenSet();
        var led = others.Where(person => person.Roles.Any(Chiefs.Contains)).SelectMany(person => person.Units).ToFrozenSet();
        var bureau = (await units.AllAsync(ct)).FirstOrDefault(unit => unit.Parent is null)?.Id ?? Guid.Empty;
        return new(reporting.Where(unit => direct.Contains(unit) || !staffed.Contains(unit)).ToFrozenSet(), leading.Where(unit => direct.Contains(unit) || !led.Contains(unit)).ToFrozenSet(),
            actor.CanFor(PlanningRights.Edit, bureau), actor.CanFor(PlanningRights.Approve, bureau));
    }
}
