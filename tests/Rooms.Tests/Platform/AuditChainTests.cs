using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

/// <summary>Whoever changes the audit in the database itself is found out.</summary>
public class AuditChainTests
{
    private const int Manipulations = 1_000;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_thousand_of_a_thousand_manipulations_are_found(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await WriteAsync(house, acts: 12);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var verify = scope.ServiceProvider.GetRequiredService<VerifyAudit>();
        Assert.True((await verify.RunAsync([], CancellationToken.None)).Ok);
        var chance = new Random(20260415);
        var kinds = new Dictionary<string, int>();
        var untouched = await Tampering.StateAsync(db);

        for (var tried = 0; tried < Manipulations;)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var manipulation = Tampering.Draw(chance);
            if (await manipulation.ApplyAsync(db) && untouched != await Tampering.StateAsync(db))
            {
                tried++;
                kinds[manipulation.Kind] = kinds.GetValueOrDefault(manipulation.Kind) + 1;
                Assert.False((await verify.RunAsync([], CancellationToken.None)).Ok, $"Not found: {manipulation.Sql}");
            }
            await transaction.RollbackAsync();
        }

        Assert.Equal(Tampering.Kinds.Order(), kinds.Keys.Order());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_tail_that_is_cut_with_its_head_is_found_by_the_checkpoint(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await WriteAsync(house, acts: 4);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var verify = scope.ServiceProvider.GetRequiredService<VerifyAudit>();
        var kept = await verify.CheckpointAsync("qinghe", CancellationToken.None);

        await db.Database.ExecuteSqlRawAsync("""
            delete from platform_audit_entries where process_id in (select process_id from platform_audit_blocks where number > 2);
            delete from platform_processes where id in (select process_id from platform_audit_blocks where number > 2);
            delete from platform_audit_blocks where number > 2;
            update platform_audit_heads set number = 2, hash = (select hash from platform_audit_blocks where number = 2);
            """);

        Assert.True((await verify.RunAsync([], CancellationToken.None)).Ok);
        Assert.Equal((3, "AuditTailCut"), Found(await verify.RunAsync([kept!], CancellationToken.None)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Many_who_write_at_once_make_one_chain_without_a_gap(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(house, acts: 15, writer)));

        await using var scope = house.Enter();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.True(verdict.Ok, verdict.Reason);
        Assert.Equal(1 + 8 * 15, verdict.Blocks);
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_database_from_before_the_chain_is_sealed_when_it_is_migrated(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await WriteAsync(house, acts: 3);
        await using (var before = house.Enter())
            await before.ServiceProvider.GetRequiredService<ShurenDb>().Database.ExecuteSqlRawAsync("delete from platform_audit_blocks; delete from platform_audit_heads;");

        await house.Districts.MigrateAsync(CancellationToken.None);

        await using var scope = house.Enter();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.Equal((true, 4L), (verdict.Ok, verdict.Blocks));
    }

    [Fact]
    public void Ids_of_entries_go_up_even_when_the_clock_goes_back()
    {
        var clock = new FixedClock();
        var ids = new EntryIds(clock);
        var drawn = new List<Guid>();

        for (var at = 0; at < 3_000; at++)
        {
            clock.Now = clock.Now.AddMilliseconds(at % 3 - 1);
            drawn.Add(ids.Next());
        }

        Assert.Equal(drawn.OrderBy(id => id.ToString("D"), StringComparer.Ordinal), drawn);
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    private static (long?, string?) Found(AuditVerdict verdict) => (verdict.FirstBroken, verdict.Reason);

    private static async Task WriteAsync(TestHouse house, int acts, int writer = 0)
    {
        for (var at = 0; at < acts; at++)
        {
            await using var scope = house.Enter();
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.add", why: $"第{at}次");
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            db.Add(new Unit { Name = $"{writer}-{at}", ShortName = "", Kind = UnitKind.Section, Position = at });
            db.Add(new Unit { Name = $"{writer}-{at}b", ShortName = "", Kind = UnitKind.Section, Position = at });
            await db.SaveAsync(CancellationToken.None);
        }
    }
}

/// <summary>One thing that somebody with the database's password might do to the audit.</summary>
internal sealed record Tampering(string Kind, string Sql)
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["platform_processes"] = ["kind", "actor_name", "why", "about", "evidence", "at", "actor_id", "once", "id"],
        ["platform_audit_entries"] = ["subject", "action", "changes", "id", "process_id"],
        ["platform_audit_blocks"] = ["hash", "entries", "number", "process_id", "sealed_at"],
        ["platform_audit_heads"] = ["hash", "number", "id"],
    };

    public static IReadOnlyList<string> Kinds { get; } = ["change", "delete", "insert", "swap", "move", "cut"];

    public static Tampering Draw(Random chance) => Kinds[chance.Next(Kinds.Count)] switch
    {
        "change" => Change(chance),
        "delete" => Delete(chance),
        "insert" => Insert(chance),
        "swap" => Swap(chance),
        "move" => new("move", $"update platform_audit_entries set process_id = (select process_id from platform_audit_blocks where number = {chance.Next(1, 14)}) where {Row(chance, "platform_audit_entries")}"),
        _ => new("cut", $"delete from platform_audit_blocks where number > {chance.Next(0, 13)}"),
    };

    /// <summary>Does it; false when the database refused.</summary>
    public async Task<bool> ApplyAsync(ShurenDb db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        try
        {
            await db.Database.ExecuteSqlRawAsync("savepoint tampering");
            command.CommandText = Sql; // drawn from fixed patterns
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException)
        {
            // The database itself refused: a key is taken.
            await db.Database.ExecuteSqlRawAsync("rollback to savepoint tampering");
            return false;
        }
        return true;
    }

    /// <summary>The whole audit as text: what is equal was not changed.</summary>
    public static async Task<string> StateAsync(ShurenDb db) => string.Join('\n',
    [
        .. (await db.Processes.OrderBy(act => act.Id).ToListAsync()).Select(act => $"{act.Id} {act.Kind} {act.At:O} {act.ActorId} {act.ActorName} {act.Why} {act.About} {act.Evidence} {act.Once}"),
        .. (await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync()).Select(entry => $"{entry.Id} {entry.ProcessId} {entry.Subject} {entry.Action} {entry.Changes}"),
        .. (await db.Set<AuditBlock>().AsNoTracking().OrderBy(block => block.Number).ToListAsync()).Select(block => $"{block.Number} {block.ProcessId} {block.Entries} {block.SealedAt:O} {block.Hash}"),
        .. (await db.Set<AuditHead>().AsNoTracking().ToListAsync()).Select(head => $"{head.Id} {head.Number} {head.Hash}"),
    ]);

    private static Tampering Change(Random chance)
    {
        var table = Table(chance);
        var column = Columns[table][chance.Next(Columns[table].Length)];
        var value = column switch
        {
            "id" or "process_id" or "actor_id" or "once" => $"'{new Guid(Bytes(chance, 16)).ToString().ToUpperInvariant()}'",
            "at" or "sealed_at" => $"'2025-0{chance.Next(1, 10)}-17 08:00:00Z'",
            "number" or "entries" => chance.Next(0, 30).ToString(CultureInfo.InvariantCulture),
            "hash" => $"'{Convert.ToHexStringLower(Bytes(chance, 32))}'",
            _ => $"'{chance.Next():x}'",
        };
        return new("change", $"update {table} set {column} = {value} where {Row(chance, table)}");
    }

    private static Tampering Delete(Random chance)
    {
        var table = Table(chance);
        return new("delete", $"delete from {table} where {Row(chance, table)}");
    }

    private static Tampering Insert(Random chance)
    {
        var id = new Guid(Bytes(chance, 16)).ToString().ToUpperInvariant();
        return new("insert", chance.Next(3) switch
        {
            0 => $"insert into platform_processes (id, kind, at, actor_name, why) values ('{id}', 'test.add', '2026-04-15 01:20:00Z', 'test', '')",
            1 => $"insert into platform_audit_entries (id, process_id, subject, action, changes) select '{id}', process_id, 'a/b/c', 'added', '{{}}' from platform_audit_blocks where number = {chance.Next(1, 14)}",
            _ => $"insert into platform_audit_blocks (number, process_id, entries, sealed_at, hash) select max(number) + 1, '{id}', 0, '2026-04-15 01:20:00Z', 'x' from platform_audit_blocks",
        });
    }

    // The contents of two entries, or of two acts, change places.
    private static Tampering Swap(Random chance)
    {
        var (table, column) = chance.Next(2) == 0 ? ("platform_audit_entries", "changes") : ("platform_processes", "why");
        var (one, other) = (chance.Next(0, 20), chance.Next(0, 20));
        return new("swap", $"""
            update {table} set {column} = (select b.{column} from {table} b where b.id <> {table}.id and b.id in ({Pair(table, one, other)}) order by b.id limit 1)
            where id in ({Pair(table, one, other)}) and (select count(*) from {table} c where c.id in ({Pair(table, one, other)})) = 2
            """);
    }

    private static string Pair(string table, int one, int other) =>
        $"select id from (select id from {table} order by id limit 1 offset {one}) x union select id from (select id from {table} order by id limit 1 offset {other}) y";

    private static string Table(Random chance) => Columns.Keys.ElementAt(chance.Next(Columns.Count));

    private static string Row(Random chance, string table) => table switch
    {
        "platform_audit_blocks" => $"number = {chance.Next(1, 14)}",
        "platform_audit_heads" => "1 = 1",
        _ => $"id = (select id from {table} order by id limit 1 offset {chance.Next(0, 24)})",
    };

    private static byte[] Bytes(Random chance, int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }
}
