using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Planning.ImportPlan;

/// <summary>
/// Every night: forgets documents that were brought and never came to be a plan's source (<see cref="KeptFiles"/>). Their contents go with the next sweep of
/// files.
/// </summary>
internal sealed class SweepUploads(PlanningDb planning, ShurenDb db, Process process, TimeProvider time) : IJob
{
    public const string Kind = "planning.sweep-uploads";

    /// <summary>Longer than anybody thinks about which part of a document to take.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime - Grace;
        var left = db.Set<StoredFile>().Where(file => (file.Owner.StartsWith("planning/upload/") || file.Owner.StartsWith("planning/revision/")) && file.At < before
            && !planning.Sources.Any(source => source.FileId == file.Id));
        var count = await left.CountAsync(ct);
        if (count > 0)
        {
            process.Begin(Kind);
            db.DeleteSet(left);
            await db.SaveAsync(ct);
        }
        return new Sentence("UploadsSwept", $"{count}");
    }
}
