using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;

namespace Shuren.Planning.ViewTask;

/// <summary>A file behind a report, for those who may see the task.</summary>
internal sealed class OpenEvidence(PlanningDb planning, ShurenDb house, PlanScope scope, FileStore store) : IHandler
{
    /// <summary>The file's row and its content.</summary>
    public sealed record Opened(StoredFile File, Stream Content);

    /// <returns>Null when the file does not hang on a report of that task, or the task is not the actor's to see.</returns>
    public async Task<Opened?> RunAsync(Guid task, Guid file, CancellationToken ct)
    {
        if (await house.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == file, ct) is not { } found || !found.Owner.StartsWith("planning/report/", StringComparison.Ordinal))
            return null;
        var report = Ref.Parse(found.Owner).Id;
        var seen = scope.Tasks().Where(row => row.Id == task);
        return await planning.Reports.AnyAsync(row => row.Id == report && seen.Any(own => own.Id == row.TaskId), ct) ? new(found, store.Open(found)) : null;
    }
}
