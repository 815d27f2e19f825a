using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Jobs;

namespace Shuren.Planning.RemindLate;

/// <summary>
/// Reminds at seven each morning. What was missed while the machine was off is made up for once; the rows of what was sent keep it
/// from saying anything twice.
/// </summary>
internal sealed class RemindDaily(RemindLate remind, TimeProvider time) : IJob
{
    public const string Kind = "planning.remind";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct) => new Sentence("RemindedOf", $"{(await remind.RunAsync(time.Today(), ct)).Count}");
}
