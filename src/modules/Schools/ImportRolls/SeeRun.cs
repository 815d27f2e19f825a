using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Files;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;

namespace Shuren.Schools.ImportRolls;

/// <summary>A look at a file or its import, under way or over.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Job">The job; null where the answer came at once.</param>
/// <param name="Percent">How much of the file was read.</param>
/// <param name="Said">What the job says, in words.</param>
/// <param name="Run">What came of it; null while it is under way, and where nothing did.</param>
internal sealed record RunView(RollOrder Order, string FileName, Job? Job, int Percent, string Said, ImportRun? Run)
{
    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => Run is null && Job is { State: JobState.Waiting or JobState.Running };

    /// <summary>Whether somebody called it off and it has not stopped yet.</summary>
    public bool IsStopping => IsUnderWay && Job is { CancelAskedAt: not null };
}

/// <summary>Looks at a run. It belongs to who brought the file.</summary>
internal sealed class SeeRun(ShurenDb db, LiveJobs live, RefusalWords words, Actor actor) : IHandler
{
    /// <returns>The run; null where the actor has none with that id.</returns>
    public async Task<RunView?> RunAsync(Guid id, CancellationToken ct)
    {
        if (actor.AccountId is not { } account)
            return null;
        var run = await db.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.AccountId == account, ct);
        var job = await db.Set<Job>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && (row.Kind == RollJob.Check || row.Kind == RollJob.Import), ct);
        var order = run is not null ? new RollOrder(run.Roll, run.FileId, account, run.ImportId is null) : job is null ? null : JsonSerializer.Deserialize<RollOrder>(job.Arguments);
        if (order is null || order.Account != account)
            return null;
        var name = await db.Set<StoredFile>().Where(file => file.Id == order.File).Select(file => file.Name).FirstOrDefaultAsync(ct)
            ?? await db.Set<ImportRecord>().Where(import => run != null && import.Id == run.ImportId).Select(import => import.FileName).FirstOrDefaultAsync(ct) ?? RunText.SweptFile;
        var told = live.Of(id);
        var said = told?.Said ?? Sentence.Parse(job?.Message);
        return new(order, name, job, told?.Percent ?? job?.Progress ?? 100, said?.In(words) ?? "", run);
    }
}
