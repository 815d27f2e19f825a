using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;

namespace Shuren.Schools.ImportRolls;

/// <summary>The jobs over large files that the actor asked for and may come back to, the newest first.</summary>
internal sealed class MyRuns(ShurenDb db, SeeRun see, Actor actor) : IHandler
{
    private const int Most = 10;

    public async Task<IReadOnlyList<RunView>> RunAsync(CancellationToken ct)
    {
        if (actor.AccountId is not { } account)
            return [];
        // As the arguments were written: the account's name is for people, two may have the same.
        var mine = $"\"{nameof(RollOrder.Account)}\":\"{account}\"";
        var ids = await db.Set<Job>().Where(job => (job.Kind == RollJob.Check || job.Kind == RollJob.Import) && job.Arguments.Contains(mine)).OrderByDescending(job => job.Id).Take(Most).Select(job => job.Id).ToListAsync(ct);
        var runs = new List<RunView>();
        foreach (var id in ids)
        {
            if (await see.RunAsync(id, ct) is { } run)
                runs.Add(run);
        }
        return runs;
    }
}
