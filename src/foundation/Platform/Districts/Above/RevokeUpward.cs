using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Districts.Above;

/// <summary>Takes a grant back. When it has answered, nothing of that kind is seen from above: what was reported is removed there.</summary>
public sealed class RevokeUpward(ShurenDb db, CurrentDistrict district, UpperFigures figures, JobDesk jobs, Process process) : IHandler
{
    /// <summary>Revokes it.</summary>
    /// <returns>Done, or <c>NotYours</c>, <c>GrantGone</c>, <c>GrantWhy</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, string why, CancellationToken ct)
    {
        if (!process.Actor.Can(AboveRights.Grant))
            return new Refusal("NotYours");
        if (await db.Set<UpwardGrant>().FirstOrDefaultAsync(grant => grant.Id == id && grant.RevokedAt == null, ct) is not { } grant)
            return new Refusal("GrantGone");
        if (string.IsNullOrWhiteSpace(why))
            return new Refusal("GrantWhy", "Why");
        process.Begin("platform.revoke-upward", new Ref("platform", "upwardgrant", id), why.Trim());
        grant.Revoke(process.At, process.Actor.Name, why.Trim());
        // Should the machine stop before the next line, the job removes it; and where another grant of the kind stands, it reports anew.
        jobs.Ask(ReportUp.Kind, new { });
        await db.SaveAsync(ct);
        await figures.RemoveAsync(grant.Upper, district.Code, [grant.Kind], ct);
        return new Done();
    }
}
