using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Districts;

/// <summary>
/// Moves a district into another database: close it here, back it up, restore it there with every table and the audit held against the backup, open it
/// there, and mark it here as moved. Whatever breaks it off, the same move can be asked for again and goes on.
/// </summary>
public sealed class MoveDistrict(DistrictDirectory districts, INamespaces namespaces, TimeProvider time) : IHandler
{
    // Somebody who migrates there is waited for a little; the same database as ours never gives its lock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What is moved where.</summary>
    /// <param name="Code">The district.</param>
    /// <param name="By">Who ordered it.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Backup">Where the backup is written; it is kept.</param>
    public sealed record Order(string Code, string By, string Why, string Backup);

    /// <summary>Moves it.</summary>
    /// <param name="order">What is moved.</param>
    /// <param name="there">The house over the other database.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>
    /// What was moved, or <c>DistrictUnknown</c>, <c>ArchiveNeedsWhy</c>, <c>DistrictHasMoved</c>, <c>MoveElsewhere</c>, <c>MoveJobsRun</c>, <c>MovePlaceBusy</c>,
    /// <c>MovePlaceTaken</c>, and the refusals of a restore.
    /// </returns>
    public async Task<Outcome<BackupManifest>> RunAsync(Order order, IServiceProvider there, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(order.Why))
            return new Refusal("ArchiveNeedsWhy", "why");
        if (await districts.FindAsync(order.Code, ct) is not { } district)
            return new Refusal("DistrictUnknown", "district", order.Code, string.Join(", ", (await districts.ListAsync(ct)).Select(card => card.Code)));
        var place = there.GetRequiredService<INamespaces>();
        await using var here = await namespaces.LockAsync(ct);
        await using var held = await TryLockAsync(place, ct);
        if (held is null)
            return new Refusal("MovePlaceBusy", "to", place.Place);
        var target = new Arrival(there, district);
        var begun = await BeginAsync(district, order, place.Place, await target.MoveOfAsync(ct), ct);
        if (!begun.Succeeded)
            return new List<Refusal>(begun.Refusals);
        var moved = await target.TakeAsync(begun.Value, () => BackUpAsync(district, order.Backup, ct), order, ct);
        if (!moved.Succeeded)
            return moved;
        await EndAsync(district, begun.Value, order, ct);
        districts.Forget();
        return moved;
    }

    private static async Task<IAsyncDisposable?> TryLockAsync(INamespaces place, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await place.LockAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    // From here on the district is closed, so what is backed up is all there is.
    private async Task<Outcome<Guid>> BeginAsync(DistrictCard district, Order order, string place, Arrival.Found found, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, order.By);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var move = await OpenArchives.Of(db).FirstOrDefaultAsync(archive => archive.MovesTo != null, ct);
        if (move is { ArrivedAt: not null })
            return new Refusal("DistrictHasMoved", "district", move.MovesTo!); // it is a move
        if (move is not null && move.MovesTo != place)
            return new Refusal("MoveElsewhere", "to", move.MovesTo!); // it is a move
        if (found.IsThere && (move is null || found.Move != move.Id))
            return new Refusal("MovePlaceTaken", "to", district.Code, place);
        if (move is null)
        {
            move = new DistrictArchive { Since = Moments.Kept(time.GetUtcNow().UtcDateTime), Why = order.Why.Trim(), By = order.By, MovesTo = place };
            db.Add(move);
            await ArchiveDistrict.SaveAsync(db, scope.ServiceProvider.GetRequiredService<Process>(), "platform.move-district", move, order.Why, ct);
        }
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<Job>().AnyAsync(job => job.State == JobState.Running && job.LeaseUntil > now, ct) ? new Refusal("MoveJobsRun", "district") : move.Id;
    }

    private async Task BackUpAsync(DistrictCard district, string path, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, "move");
        await BackupFile.WriteAsync(scope.ServiceProvider.GetRequiredService<TakeBackup>(), path, ct);
    }

    private async Task EndAsync(DistrictCard district, Guid id, Order order, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, order.By);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var move = await db.Set<DistrictArchive>().FirstAsync(archive => archive.Id == id, ct);
        move.ArrivedAt = Moments.Kept(time.GetUtcNow().UtcDateTime);
        await ArchiveDistrict.SaveAsync(db, scope.ServiceProvider.GetRequiredService<Process>(), "platform.district-moved", move, order.Why, ct);
    }
}
