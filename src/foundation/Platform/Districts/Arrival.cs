using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Districts;

/// <summary>The place to which a district moves, as far as an earlier attempt at the same move had come there.</summary>
internal sealed class Arrival(IServiceProvider there, DistrictCard district)
{
    private readonly INamespaces namespaces = there.GetRequiredService<INamespaces>();
    private readonly DistrictDirectory districts = there.GetRequiredService<DistrictDirectory>();

    /// <summary>What stands there under the district's code.</summary>
    /// <param name="IsThere">Whether a namespace of that name is there with a district in it, or with something that is none of ours.</param>
    /// <param name="Move">The last move that it has had; the same as ours where an earlier attempt filled it.</param>
    public readonly record struct Found(bool IsThere, Guid? Move);

    /// <summary>Looks what is there.</summary>
    public async Task<Found> MoveOfAsync(CancellationToken ct)
    {
        if (!(await namespaces.ListAsync(ct)).Contains(district.Code))
            return new(false, null);
        var state = (await namespaces.ReadAsync(ct)).FirstOrDefault(one => one.Code == district.Code);
        // An attempt that was broken off before the rows came left tables and no district.
        if (state is { Name: null, Migrations.Count: > 0 })
            return new(false, null);
        return new(true, state?.Name is null ? null : (await LastMoveAsync(ct))?.Id);
    }

    /// <summary>Fills the place unless it was filled and opened before.</summary>
    /// <param name="move">The move's id.</param>
    /// <param name="backUp">Writes the backup.</param>
    /// <param name="order">What is moved.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<BackupManifest>> TakeAsync(Guid move, Func<Task> backUp, MoveDistrict.Order order, CancellationToken ct)
    {
        var found = await MoveOfAsync(ct);
        if (found.IsThere && await LastMoveAsync(ct) is { EndedAt: not null } arrived && arrived.Id == move)
        {
            if (!File.Exists(order.Backup))
                await backUp();
            return await BackupFile.ReadAsync(order.Backup, ct);
        }
        // What an earlier attempt left was never opened: nobody has written there.
        await namespaces.DropAsync(district.Code, ct);
        await backUp();
        var restored = await there.GetRequiredService<RestoreBackup>().RunAsync(order.Backup, district.Code, ct);
        if (restored.Succeeded)
            await OpenAsync(move, order, ct);
        return restored;
    }

    private async Task OpenAsync(Guid id, MoveDistrict.Order order, CancellationToken ct)
    {
        await using var scope = districts.Enter(district, order.By);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var move = await db.Set<DistrictArchive>().FirstAsync(archive => archive.Id == id, ct);
        move.End(Moments.Kept(there.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), order.By, order.Why.Trim());
        await ArchiveDistrict.SaveAsync(db, scope.ServiceProvider.GetRequiredService<Process>(), "platform.district-arrived", move, order.Why, ct);
        districts.Forget();
    }

    private async Task<DistrictArchive?> LastMoveAsync(CancellationToken ct)
    {
        await using var scope = districts.Enter(district, "move");
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<DistrictArchive>().AsNoTracking().Where(archive => archive.MovesTo != null).OrderByDescending(archive => archive.Since).FirstOrDefaultAsync(ct);
    }
}
