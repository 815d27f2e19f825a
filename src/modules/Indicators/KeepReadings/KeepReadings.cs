using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shuren.Contracts.Organization;
using Shuren.Formulas.Sql;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Platform.Windows;

namespace Shuren.Indicators.KeepReadings;

/// <summary>
/// Keeps readings equal to what the rolls say. Who reads asks it first; it looks at what the audit has written since it looked last, gathers the totals of the units
/// that were touched, and makes the readings of those units and of all above them from totals. The audit is the log: it is written in the transaction of every
/// change, so nothing is missed, and writers do nothing for it.
/// </summary>
internal sealed class KeepReadings(IndicatorsDb indicators, ReadingPlan plan, IUnitDirectory units, IEnumerable<IPlaceChanges> places, Process process, TimeProvider time)
{
    /// <summary>More changes than that and everything is counted anew: to place them would cost more.</summary>
    private const int MostEntries = 3_000;

    /// <summary>The same of units.</summary>
    private const int MostUnits = 1_000;

    private static readonly Guid MarkId = new("0197a000-0000-7000-8000-000000000001");

    /// <summary>What was touched.</summary>
    /// <param name="Units">Whose rows were.</param>
    /// <param name="Windows">Which windows may show something else.</param>
    private sealed record Changed(IReadOnlySet<Guid> Units, IReadOnlySet<string> Windows);

    /// <summary>What was done.</summary>
    /// <param name="Day">The day of the readings.</param>
    /// <param name="Units">How many units were counted anew; null for all.</param>
    public sealed record Kept(DateOnly Day, int? Units);

    /// <summary>Brings the readings up to date. In a district that may only be read they stay as they are.</summary>
    public async Task<Kept> RunAsync(CancellationToken ct)
    {
        var day = time.Today();
        if (process.ReadsOnly || await IsCurrentAsync(day, ct))
            return new(day, 0);
        var done = new Kept(day, 0);
        await indicators.DeriveAsync(async transaction => done = await FollowAsync(transaction, day, ct), ct);
        return done;
    }

    private async Task<bool> IsCurrentAsync(DateOnly day, CancellationToken ct) =>
        await indicators.Marks.AsNoTracking().FirstOrDefaultAsync(ct) is { } mark && mark.Day == day && mark.Edition == plan.Edition && mark.Block == await HeadAsync(ct);

    private async Task<long> HeadAsync(CancellationToken ct) => await indicators.AuditHead.Select(head => (long?)head.Number).FirstOrDefaultAsync(ct) ?? 0;

    private async Task<Kept> FollowAsync(DbTransaction transaction, DateOnly day, CancellationToken ct)
    {
        // To compile such statements takes PostgreSQL longer than to run them.
        if (transaction.Connection is NpgsqlConnection)
            await RunAsync(transaction, new("set local jit = off", []), ct);
        var mark = await HoldMarkAsync(transaction, day, ct);
        var head = await HeadAsync(ct);
        var changed = mark.Day == day && mark.Edition == plan.Edition ? await ChangedAsync(mark.Block, head, ct) : null;
        var set = plan.Of(transaction.Connection is SqliteConnection ? SqlDialect.Sqlite : SqlDialect.PostgreSql, day);
        if (changed is null)
        {
            await GatherAsync(transaction, set, [.. Enumerable.Range(0, set.Scans)], null, ct);
            await ValueAsync(transaction, set, day, null, _ => true, ct);
        }
        else if (changed.Units.Count > 0)
        {
            var scans = Enumerable.Range(0, set.Scans).Where(scan => set.ViewsOf(scan).Overlaps(changed.Windows)).ToList();
            var before = await TotalsAsync(scans, changed.Units, ct);
            await GatherAsync(transaction, set, scans, changed.Units, ct);
            before.SymmetricExceptWith(await TotalsAsync(scans, changed.Units, ct));
            var moved = before.Select(total => new TotalKey(total.Scan, total.Slot)).ToHashSet();
            await ValueAsync(transaction, set, day, changed.Units, value => value.Totals.Overlaps(moved) || value.Views.Overlaps(changed.Windows), ct);
        }
        var now = time.GetUtcNow().UtcDateTime;
        await indicators.Marks.ExecuteUpdateAsync(row => row.SetProperty(one => one.Edition, plan.Edition).SetProperty(one => one.Day, day).SetProperty(one => one.Block, head).SetProperty(one => one.At, now), ct);
        return new(day, changed?.Units.Count);
    }

    /// <summary>Takes the mark, so that another node waits until this one has written.</summary>
    private async Task<ReadingMark> HoldMarkAsync(DbTransaction transaction, DateOnly day, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // The first time of all; two who are first at once agree on the one row.
        await RunAsync(transaction, new("insert into indicators_reading_marks (id, edition, day, block, at) values (@id, '', @day, 0, @at) on conflict do nothing", [new("@id", MarkId), new("@day", day), new("@at", now)]), ct);
        await indicators.Marks.ExecuteUpdateAsync(row => row.SetProperty(one => one.At, now), ct);
        return await indicators.Marks.AsNoTracking().SingleAsync(ct);
    }

    /// <summary>What was touched after a block; null for everything.</summary>
    private async Task<Changed?> ChangedAsync(long after, long head, CancellationToken ct)
    {
        var entries = await indicators.AuditBlocks.Where(block => block.Number > after && block.Number <= head)
            .Join(indicators.AuditEntries, block => block.ProcessId, entry => entry.ProcessId, (block, entry) => entry)
            .Where(entry => entry.Action != AuditActions.Seen).Take(MostEntries + 1).ToListAsync(ct);
        if (entries.Count > MostEntries)
            return null;
        var (touched, tables) = (new HashSet<Guid>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var room in entries.GroupBy(entry => Ref.Parse(entry.Subject).Room))
        {
            foreach (var placer in places.Where(placer => placer.Room == room.Key))
            {
                if (await placer.UnitsOfAsync([.. room], ct) is not { } some)
                    return null;
                touched.UnionWith(some);
            }
        }
        foreach (var subject in entries.Select(entry => Ref.Parse(entry.Subject)).DistinctBy(subject => (subject.Room, subject.Kind)))
        {
            if (indicators.TableOf(subject) is not { } table)
                return null;
            tables.Add(table);
        }
        return touched.Count > MostUnits ? null : new(touched, plan.Sources.ReadersOf(tables));
    }

    private async Task<HashSet<(int Scan, int Slot, Guid Unit, double Value)>> TotalsAsync(List<int> scans, IReadOnlySet<Guid> units, CancellationToken ct) =>
        [.. (await indicators.Totals.AsNoTracking().Where(total => units.Contains(total.UnitId) && scans.Contains(total.Scan)).ToListAsync(ct)).Select(total => (total.Scan, total.Slot, total.UnitId, total.Value))];

    private async Task GatherAsync(DbTransaction transaction, Formulas.FormulaSet set, List<int> scans, IReadOnlySet<Guid>? changed, CancellationToken ct)
    {
        await indicators.Totals.Where(total => changed == null || (changed.Contains(total.UnitId) && scans.Contains(total.Scan))).ExecuteDeleteAsync(ct);
        foreach (var scan in scans)
        {
            var totals = set.Totals(scan, changed is null ? null : [.. changed]);
            await RunAsync(transaction, totals with { Text = $"insert into indicators_totals (scan, slot, unit_id, at, value) select t.scan, t.slot, t.unit_id, t.at, t.value from ({totals.Text}) t" }, ct);
        }
    }

    /// <param name="transaction">In which all is done.</param>
    /// <param name="set">The formulas.</param>
    /// <param name="day">Today.</param>
    /// <param name="changed">Units of which totals were gathered anew; null for all.</param>
    /// <param name="wanted">Which formulas: the others come from nothing that changed.</param>
    /// <param name="ct">Stops the wait.</param>
    private async Task ValueAsync(DbTransaction transaction, Formulas.FormulaSet set, DateOnly day, IReadOnlySet<Guid>? changed, Func<ValueStep, bool> wanted, CancellationToken ct)
    {
        var valued = (await units.AllAsync(ct)).Where(unit => Levels.Of(unit.Kind) is not null).Select(unit => unit.Id).ToHashSet();
        if (changed is not null)
            valued.IntersectWith(await AboveAsync(transaction, changed, ct));
        var steps = set.Values([.. valued]).Only(wanted);
        var codes = steps.Values.Select(value => plan.Codes[value.Formula]).ToList();
        await indicators.Readings.Where(reading => reading.Day == day && (changed == null || (valued.Contains(reading.UnitId) && codes.Contains(reading.Indicator)))).ExecuteDeleteAsync(ct);
        if (valued.Count == 0)
            return;
        foreach (var (name, rows) in steps.Shared)
            await RunAsync(transaction, rows with { Text = $"create temporary table {name} as {rows.Text}" }, ct);
        foreach (var value in steps.Values)
        {
            await RunAsync(transaction, new(
                $"insert into indicators_readings (indicator, unit_id, day, numerator, denominator, value) select @code, v.unit_id, v.at, v.numerator, v.denominator, v.value from ({value.Rows.Text}) v where v.value is not null",
                [.. value.Rows.Parameters, new("@code", plan.Codes[value.Formula])]), ct);
        }
        foreach (var (name, _) in steps.Shared)
            await RunAsync(transaction, new($"drop table {name}", []), ct);
    }

    /// <summary>The units under which any of these lie, themselves among them.</summary>
    private static async Task<HashSet<Guid>> AboveAsync(DbTransaction transaction, IReadOnlySet<Guid> changed, CancellationToken ct)
    {
        var (list, members) = SqlParameter.ForEach(changed);
        await using var command = WindowQuery.Command(transaction.Connection!, new($"select distinct unit_id from ds_reach where member_id in ({list})", members), transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var above = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
            above.Add(reader.GetGuid(0));
        return above;
    }

    private static async Task RunAsync(DbTransaction transaction, SqlQuery query, CancellationToken ct)
    {
        await using var command = WindowQuery.Command(transaction.Connection!, query, transaction); // it is open
        await command.ExecuteNonQueryAsync(ct);
    }
}
