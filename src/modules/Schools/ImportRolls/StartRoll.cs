using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Schools.ImportRolls;

/// <summary>Has a file that was brought looked at or imported: at once where that takes a moment, else as a job that can be watched and called off.</summary>
internal sealed class StartRoll(ShurenDb db, RunRoll run, RollFile files, JobDesk jobs, Process process, Actor actor) : IHandler
{
    /// <summary>Bytes up to which a page answers at once: some three thousand pupils, two or three seconds.</summary>
    public const long MostAtOnce = 1_048_576;

    /// <returns>Id of the run, whose page tells the rest; or what <see cref="RunRoll"/> refuses.</returns>
    public async Task<Outcome<Guid>> RunAsync(string roll, Guid file, bool isDryRun, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Edit) || actor.AccountId is not { } account)
            return new Refusal("NotYours");
        if (await files.FindAsync(file, ct) is not { } found)
            return new Refusal("RollFileGone");
        var order = new RollOrder(roll, file, account, isDryRun);
        if (found.Size > MostAtOnce)
            return await AskAsync(order, ct);
        var id = Guid.CreateVersion7();
        var outcome = await run.RunAsync(order, id, ct);
        return outcome.Succeeded ? id : outcome.Refusals.ToList();
    }

    /// <summary>The same form sent twice finds the job of the first.</summary>
    private async Task<Guid> AskAsync(RollOrder order, CancellationToken ct)
    {
        var kind = order.IsDryRun ? RollJob.Check : RollJob.Import;
        var key = process.Once is { } once ? $"{kind}/{once:N}" : null;
        if (key is not null && await db.Set<Job>().Where(job => job.Key == key).Select(job => (Guid?)job.Id).FirstOrDefaultAsync(ct) is { } asked)
            return asked;
        var id = jobs.Ask(kind, order, new Ref("schools", "roll", order.File), key: key);
        await db.SaveAsync(ct);
        return id;
    }
}
