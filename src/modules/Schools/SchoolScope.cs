using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Schools;

/// <summary>
/// Which schools a right reaches. Held at a school it reaches that school; held at the bureau or at one of its sections, which looks after all schools
/// and has none below it, it reaches every school.
/// </summary>
internal sealed class SchoolScope(IUnitDirectory units, Actor actor) : IHandler
{
    /// <summary>The schools; null where it reaches all of them.</summary>
    public async Task<IReadOnlySet<Guid>?> RunAsync(string right, CancellationToken ct)
    {
        if (actor.IsSystem)
            return null;
        var reached = actor.UnitsFor(right);
        var found = await units.FindAsync([.. reached], ct);
        return found.Values.Any(unit => unit.LooksAfterSchools) ? null : reached;
    }
}
