using Shuren.Kernel;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Files.Keeping;

/// <summary>Every night: contents that no row names.</summary>
internal sealed class SweepFilesJob(SweepFiles sweep) : IJob
{
    public const string Kind = "platform.sweep-files";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var swept = await sweep.RunAsync(ct);
        return new Sentence("FilesSwept", $"{swept.Aside}", $"{swept.Gone}", $"{swept.Parts}");
    }
}

/// <summary>Every week, and whenever somebody asks: every content's hash. Ends as failed where something is wrong, so that a person looks.</summary>
public sealed class VerifyFilesJob(VerifyFiles verify) : IJob
{
    /// <summary>Its name among the jobs.</summary>
    public const string Kind = "platform.verify-files";

    /// <inheritdoc/>
    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var check = await verify.RunAsync(percent => run.ReportAsync(percent, ct: ct), ct);
        return check.Faults > 0 ? new Refusal("FilesFaulty", "", check.Faults, check.Contents) : new Sentence("FilesWhole", $"{check.Contents}");
    }
}
