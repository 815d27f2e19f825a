using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shuren.Platform.Data;

namespace Shuren.Platform.Processes;

/// <summary>
/// Links each act to the chain in its own transaction, as the last thing before the commit: there is never a moment in which an act
/// stands unsealed. Writers of one district wait for one another only from here to the commit.
/// </summary>
internal static class AuditChain
{
    /// <summary>The hash before the first block.</summary>
    public const string Beginning = "";

    /// <summary>The only row that may be a head.</summary>
    public static readonly Guid HeadId = new("00000000-0000-7000-8000-000000000001");

    // Both databases understand it, and both keep the row locked until the commit.
    private const string Advance = "update platform_audit_heads set number = number + 1 where id = @id returning number, hash";
    private const string Wait = "update platform_audit_heads set number = number where id = @id";
    private const string Begin = "insert into platform_audit_heads (id, number, hash) values (@id, 0, '') on conflict do nothing";
    private const string Link = """
        insert into platform_audit_blocks (number, process_id, entries, sealed_at, hash) values (@number, @process, @entries, @at, @hash);
        update platform_audit_heads set hash = @hash where id = @id
        """;

    /// <summary>Seals what the digest has taken; the caller's transaction is open and commits next.</summary>
    public static async Task SealAsync(DbContext db, AuditDigest digest, DateTime at, CancellationToken ct)
    {
        var (number, before) = await AdvanceAsync(db, ct) ?? await BeginAsync(db, ct);
        var block = digest.Seal(number, before, Moments.Kept(at));
        await using var command = Command(db, Link);
        Add(command, ("id", HeadId), ("number", block.Number), ("process", block.ProcessId), ("entries", block.Entries), ("at", block.SealedAt), ("hash", block.Hash));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Waits until no other act of the district is between its seal and its commit, and keeps others from there until this transaction ends.</summary>
    public static async Task WaitAsync(DbContext db, CancellationToken ct)
    {
        await using var command = Command(db, Wait);
        Add(command, ("id", HeadId));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<(long Number, string Before)> BeginAsync(DbContext db, CancellationToken ct)
    {
        await using (var command = Command(db, Begin))
        {
            Add(command, ("id", HeadId));
            await command.ExecuteNonQueryAsync(ct);
        }
        return await AdvanceAsync(db, ct) ?? throw new InvalidOperationException("The audit has no head.");
    }

    private static async Task<(long Number, string Before)?> AdvanceAsync(DbContext db, CancellationToken ct)
    {
        await using var command = Command(db, Advance);
        Add(command, ("id", HeadId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetString(1)) : null;
    }

    private static DbCommand Command(DbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction(); // SealAsync runs inside one
        return command;
    }

    private static void Add(DbCommand command, params ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>The one row of the head; null before the first block.</summary>
    public static Task<AuditHead?> HeadAsync(ShurenDb db, CancellationToken ct) => db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(head => head.Id == HeadId, ct);
}
