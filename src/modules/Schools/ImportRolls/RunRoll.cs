using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Schools.ImportRolls;

/// <summary>A file that was brought, to be looked at or imported.</summary>
/// <param name="Roll">Code name of the roll.</param>
/// <param name="File">The file.</param>
/// <param name="Account">Who brought it and asks.</param>
/// <param name="IsDryRun">True to look only.</param>
internal sealed record RollOrder(string Roll, Guid File, Guid Account, bool IsDryRun);

/// <summary>Looks at a file that was brought, or imports it, and keeps what its pages show: in a request where that takes a moment, else in a job.</summary>
internal sealed class RunRoll(ShurenDb db, RollFile files, ImportRoll import, Process process, Actor actor) : IHandler
{
    /// <param name="order">The file.</param>
    /// <param name="id">Id of the run; who comes again with it finds what was done.</param>
    /// <param name="ct">Stops it; nothing is written.</param>
    /// <param name="progress">Told how many rows were read, and how much of the file in percent.</param>
    /// <returns>What came of it; <c>NotYours</c>, <c>RollFileGone</c>, or what <see cref="ImportRoll"/> refuses.</returns>
    public async Task<Outcome<ImportRun>> RunAsync(RollOrder order, Guid id, CancellationToken ct, Action<int, int>? progress = null)
    {
        if (!actor.Can(SchoolsRights.Edit))
            return new Refusal("NotYours");
        if (await db.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is { } done)
            return done;
        if (await files.OpenAsync(order.File, ct) is not var (name, content))
            return new Refusal("RollFileGone");
        await using var closing = content;
        var run = new ImportRun { Id = id, Roll = order.Roll, FileId = order.File, AccountId = actor.AccountId, At = process.At };
        var what = new ImportOrder(order.Roll, content, name, order.IsDryRun) { AsksHeads = order.IsDryRun, Run = run };
        var outcome = await import.RunAsync(what, ct, rows => progress?.Invoke(rows, (int)(content.Position * 100 / Math.Max(1, content.Length))));
        if (!outcome.Succeeded)
            return outcome.Refusals.ToList();
        // An import has written it already, with its rows.
        if (order.IsDryRun)
        {
            db.Add(run);
            await db.SaveAsync(ct);
        }
        return run;
    }
}
