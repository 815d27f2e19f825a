using Microsoft.EntityFrameworkCore.Storage;

namespace Shuren.Platform.Data;

/// <summary>
/// Keeps the transaction of an act open until its answer is known, so that both are written or neither. It begins with the first save, not before: nobody waits
/// for what an act only reads. Disposed without a commit, nothing was written.
/// </summary>
public sealed class HeldSaves : IAsyncDisposable
{
    private readonly ShurenDb db;
    private readonly WriteTurns.Turn turn;
    private readonly Action over;
    private IDbContextTransaction? transaction;
    private IDisposable? taken;

    internal HeldSaves(ShurenDb db, WriteTurns.Turn turn, Action over) => (this.db, this.turn, this.over) = (db, turn, over);

    /// <summary>
    /// Begins the transaction now and stands in the row of those who seal: until the commit no other act of the district is sealed and nobody else stands here, so
    /// what is counted holds.
    /// </summary>
    public async Task StandInRowAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        await Processes.AuditChain.WaitAsync(db, ct);
    }

    /// <summary>Writes one more row of the machinery and commits everything.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The row is there already.</exception>
    public async Task CommitAsync<T>(T row, CancellationToken ct) where T : class, Processes.IMachinery
    {
        await OpenAsync(ct);
        await BulkInsert.RunAsync(db, db.Model.FindEntityType(typeof(T))!, [row], ct); // the platform's own table
        await transaction!.CommitAsync(ct); // opened above
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        over();
        if (transaction is not null)
            await transaction.DisposeAsync();
        taken?.Dispose();
    }

    internal async Task OpenAsync(CancellationToken ct)
    {
        taken ??= await turn.TakeAsync(ct);
        transaction ??= await db.Database.BeginTransactionAsync(ct);
    }
}
