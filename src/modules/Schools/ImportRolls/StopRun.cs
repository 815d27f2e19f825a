using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;

namespace Shuren.Schools.ImportRolls;

/// <summary>Calls a look or an import off: who asked for it. An import that is called off has written nothing.</summary>
internal sealed class StopRun(SeeRun see, JobDesk jobs) : IHandler
{
    /// <returns>Done; <c>NotYours</c>, or what <see cref="JobDesk"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid run, CancellationToken ct) => await see.RunAsync(run, ct) is null ? new Refusal("NotYours") : await jobs.CancelAsync(run, ct);
}
