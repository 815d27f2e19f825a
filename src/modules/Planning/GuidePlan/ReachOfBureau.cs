using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.GuidePlan;

/// <summary>Whether the actor has a right for the bureau itself: what concerns a whole plan asks for that, not for a right at one section.</summary>
internal sealed class ReachOfBureau(IUnitDirectory units, Actor actor) : IHandler
{
    public async Task<bool> RunAsync(string right, CancellationToken ct) =>
        actor.IsSystem || actor.Can(right) && (await units.AllAsync(ct)).FirstOrDefault(unit => unit.Parent is null) is { } bureau && actor.CanFor(right, bureau.Id);
}
