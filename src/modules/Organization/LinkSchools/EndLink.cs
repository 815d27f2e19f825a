using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.LinkSchools;

/// <summary>Ends a link after its last day.</summary>
internal sealed class EndLink(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid link, DateOnly last, CancellationToken ct)
    {
        var row = await organization.SchoolLinks.FirstOrDefaultAsync(kept => kept.Id == link, ct);
        if (row is null || !actor.CanFor(OrganizationRights.ManageUnits, row.UnitId))
            return new Refusal("UnitNotYours");
        if (last < row.Since || row.Until <= last)
            return new Refusal("PostDays", "Last");
        process.Begin("organization.end-link", new Ref("organization", "unit", row.UnitId));
        row.Until = last.AddDays(1);
        await organization.SaveAsync(ct);
        return new Done();
    }
}
