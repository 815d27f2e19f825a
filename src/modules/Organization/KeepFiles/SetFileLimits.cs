using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepFiles;

/// <summary>Sets how large one file may be, how many one thing may have, and how much room the district has.</summary>
internal sealed class SetFileLimits(ShurenDb db, Process process, Actor actor) : IHandler
{
    private const int MostPerThing = 100;
    private const int LargestQuota = 100 * 1024 * 1024;

    /// <returns>Done, or <c>FilesNotYours</c>, <c>LargestForm</c>, <c>PerThingForm</c>, <c>QuotaForm</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(int? largestMb, int? perThing, int? quotaMb, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageFiles))
            return new Refusal("FilesNotYours");
        List<Refusal> refusals = [];
        if (largestMb is not (>= 1 and <= FileLimits.LargestEver))
            refusals.Add(new("LargestForm", "Largest", FileLimits.LargestEver));
        if (perThing is not (>= 1 and <= MostPerThing))
            refusals.Add(new("PerThingForm", "PerThing", MostPerThing));
        if (quotaMb is not (>= 1 and <= LargestQuota))
            refusals.Add(new("QuotaForm", "Quota", LargestQuota));
        if (refusals.Count > 0)
            return refusals;
        var limits = await db.Set<FileLimits>().OrderBy(row => row.Id).FirstOrDefaultAsync(ct);
        if (limits is null)
            db.Add(limits = new FileLimits());
        (limits.LargestMb, limits.MostPerThing, limits.QuotaMb) = (largestMb!.Value, perThing!.Value, quotaMb!.Value); // looked at above
        process.Begin("organization.set-file-limits", new Ref("platform", "filelimits", limits.Id));
        try
        {
            await db.SaveAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }
}
