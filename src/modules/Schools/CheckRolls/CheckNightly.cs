using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Jobs;

namespace Shuren.Schools.CheckRolls;

/// <summary>Checks the rolls every night, and in the wake of every import. Ten imports in a row are followed by one check, if it begins after the last of them.</summary>
internal sealed class CheckNightly(CheckRolls check, SchoolsDb schools) : IJob
{
    public const string Kind = "schools.check-rolls";

    /// <summary>When something was written that is to be checked (UTC); null for the check of the night.</summary>
    internal sealed record Asked(DateTime? At);

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        if (run.Arguments<Asked>().At is { } at && await schools.Checks.AnyAsync(last => last.At > at, ct))
            return new Sentence("CheckedMeanwhile");
        var outcome = await check.RunAsync(school: null, ct);
        // What was written before this one began may not have seen what it was asked for: it is tried again.
        if (outcome.Refusals.Any(refusal => refusal.Code == "CheckGoesOn"))
            throw new InvalidOperationException("Another check of the rolls wrote at the same moment.");
        return outcome.Succeeded ? new Sentence("Checked", $"{outcome.Value.Open}", $"{outcome.Value.Found}", $"{outcome.Value.Gone}") : outcome.Refusals.ToList();
    }
}
