using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepPosts;

/// <summary>Ends a holding of a post after its last day, or a stand-in before its time.</summary>
internal sealed class LeavePost(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid holding, DateOnly last, CancellationToken ct)
    {
        var row = await organization.PostHoldings.FirstOrDefaultAsync(held => held.Id == holding, ct);
        var unit = row is null ? Guid.Empty : await organization.Posts.Where(post => post.Id == row.PostId).Select(post => post.UnitId).FirstAsync(ct);
        if (row is null || !actor.CanFor(OrganizationRights.ManageUnits, unit))
            return new Refusal("UnitNotYours");
        if (last < row.Since || row.Until <= last)
            return new Refusal("PostDays", "Last");
        process.Begin("organization.leave-post", new Ref("organization", "unit", unit));
        row.Until = last.AddDays(1);
        await organization.SaveAsync(ct);
        return new Done();
    }
}
