using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Files;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Schools.ImportRolls;

/// <summary>
/// Every night: forgets what imports keep of people apart from the rolls. Brought files, the problems and samples of their runs, and the pictures for the undo
/// go after <see cref="ImportRecord.Kept"/>, and in the next night where nobody needs them any more. That somebody imported what when, with its counts, stays.
/// </summary>
internal sealed class SweepRuns(ShurenDb db, Process process, TimeProvider time) : IJob
{
    public const string Kind = "schools.sweep-runs";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime - ImportRecord.Kept;
        var over = await FilesOverAsync(before, ct);
        var files = db.Set<StoredFile>().Where(file => over.Contains(file.Id));
        var runs = db.Set<ImportRun>().Where(old => old.SweptAt == null && (over.Contains(old.FileId) || !db.Set<StoredFile>().Any(file => file.Id == old.FileId)));
        var pictures = db.Set<ImportBefore>().Where(picture => db.Set<ImportRecord>().Any(import => import.Id == picture.ImportId && import.At < before) || db.Set<ImportUndo>().Any(undo => undo.ImportId == picture.ImportId));
        var sweep = new ImportSweep { At = process.At, Files = over.Count, Runs = await runs.CountAsync(ct), Pictures = await pictures.CountAsync(ct) };
        if (sweep is not { Files: 0, Runs: 0, Pictures: 0 })
        {
            process.Begin(Kind);
            db.Add(sweep);
            db.UpdateSet(runs, set => set.SetProperty(old => old.SweptAt, process.At).SetProperty(old => old.Heads, "[]").SetProperty(old => old.Problems, "[]"));
            db.DeleteSet(files);
            db.DeleteSet(pictures);
            await db.SaveAsync(ct);
        }
        return new Sentence("RunsSwept", $"{sweep.Files}", $"{sweep.Runs}", $"{sweep.Pictures}");
    }

    /// <summary>Files that nobody needs: no run of the last days, or an import that left nothing to mend or was taken back. A file that a job is at stays.</summary>
    private async Task<List<Guid>> FilesOverAsync(DateTime before, CancellationToken ct)
    {
        var runs = db.Set<ImportRun>();
        var over = await db.Set<StoredFile>().Where(file => file.Owner.StartsWith("schools/roll/"))
            .Where(file => (file.At < before && !runs.Any(run => run.FileId == file.Id && run.At >= before))
                || runs.Any(run => run.FileId == file.Id && run.ImportId != null && ((run.Refused == 0 && run.Warned == 0) || db.Set<ImportUndo>().Any(undo => undo.ImportId == run.ImportId))))
            .Select(file => file.Id).ToListAsync(ct);
        var waiting = await db.Set<Job>().Where(job => (job.Kind == RollJob.Check || job.Kind == RollJob.Import) && (job.State == JobState.Waiting || job.State == JobState.Running)).Select(job => job.About).ToListAsync(ct);
        return [.. over.Where(file => !waiting.Contains(new Ref("schools", "roll", file).ToString()))];
    }
}
