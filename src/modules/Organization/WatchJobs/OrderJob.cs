using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;

namespace Shuren.Organization.WatchJobs;

/// <summary>Calls a job off, or starts a failed or cancelled one afresh.</summary>
internal sealed class OrderJob(JobDesk desk, Actor actor) : IHandler
{
    /// <returns>Done, or <c>NotYours</c> and what <see cref="JobDesk"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid job, JobOrderKind order, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.WatchJobs))
            return new Refusal("NotYours");
        return order == JobOrderKind.Cancel ? await desk.CancelAsync(job, ct) : await desk.TryAgainAsync(job, ct);
    }
}
