using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files.Keeping;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepFiles;

/// <summary>Asks for a check of every content now, in the background.</summary>
internal sealed class CheckFiles(ShurenDb db, JobDesk jobs, Process process, Actor actor) : IHandler
{
    /// <returns>The job's id, or <c>FilesNotYours</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageFiles))
            return new Refusal("FilesNotYours");
        process.Begin("organization.check-files");
        var job = jobs.Ask(VerifyFilesJob.Kind, "");
        await db.SaveAsync(ct);
        return job;
    }
}
