using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Search;
using Shuren.Platform.Thread;

namespace Shuren.Platform.Data;

/// <summary>
/// The one database of a district, built from the tables that the rooms bring. Rooms reach it only through their own key
/// (<c>PlanningDb</c> and so on), so a room cannot even name another's tables.
/// </summary>
public sealed partial class ShurenDb(DbContextOptions<ShurenDb> options, IEnumerable<IModule> modules, Process process, WriteTurns.Turn turn, EntryIds ids) : DbContext(options)
{
    private readonly List<SetWrite> sets = [];
    private readonly List<Func<CancellationToken, Task>> expectations = [];
    private readonly List<Func<CancellationToken, Task>> lastLooks = [];
    private HeldSaves? held;

    /// <summary>The rooms of the house.</summary>
    internal IReadOnlyList<IModule> Modules { get; } = [.. modules];

    /// <summary>The acts and what they changed: read by the audit pages.</summary>
    public IQueryable<ProcessRecord> Processes => Set<ProcessRecord>().AsNoTracking();

    /// <inheritdoc cref="Processes"/>
    public IQueryable<AuditEntry> AuditEntries => Set<AuditEntry>().AsNoTracking();

    /// <summary>Adds many rows with the next save, without holding them all: the sequence is read once, then.</summary>
    public SetWrite InsertSet<T>(IEnumerable<T> rows) where T : class => Later(new InsertSet<T>(rows));

    /// <summary>
    /// Adds a stream of rows with the next save, batch by batch, each of one type and those that others point to first. They stand in the audit as a whole: a hash a table.
    /// For what a machine makes from a seed; what people bring is for <see cref="InsertSet"/>.
    /// </summary>
    public SetWrite Pour(IEnumerable<IReadOnlyCollection<object>> batches) => Later(new PouredRows(batches));

    /// <summary>Changes the rows of a query with the next save. A version counts up by itself.</summary>
    public SetWrite UpdateSet<T>(IQueryable<T> rows, Action<UpdateSettersBuilder<T>> set) where T : class => Later(new UpdateSet<T>(rows, set));

    /// <summary>Removes the rows of a query, and the rows that hang on them, with the next save.</summary>
    public SetWrite DeleteSet<T>(IQueryable<T> rows) where T : class => Later(new DeleteSet<T>(rows));

    /// <summary>Adds, changes and removes rows of several tables with the next save, as a stream says; it is read inside the transaction.</summary>
    /// <param name="changes">What becomes of each row.</param>
    /// <param name="order">The rows' types, those that others point at first.</param>
    public SetWrite MergeSet(IAsyncEnumerable<RowChange> changes, params IReadOnlyList<Type> order) => Later(new MergeSet(changes, order));

    /// <summary>
    /// Saves all changes, first the tracked rows, then the sets in their order, with their audit entries and the seal in one transaction.
    /// What it acknowledged is on the disk.
    /// </summary>
    /// <exception cref="InvalidOperationException">No process has begun: a write without a reason is a bug.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row meanwhile.</exception>
    /// <exception cref="TimeoutException">The writers before this one took too long.</exception>
    /// <exception cref="DistrictArchivedException">The district is read only.</exception>
    public async Task SaveAsync(CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges() && sets.Count == 0)
            return;
        if (process.ReadsOnly)
            throw new InvalidOperationException("This scope was opened to be read, not written.");
        var search = new SearchSink(this);
        using var audit = new AuditSink(this, process.Record(), ids, search);
        List<object> written = [];
        try
        {
            await InTransactionAsync(() => WriteAsync(audit, search, written, ct), ct);
        }
        catch
        {
            // The rows of the audit are ours: who saves again writes them again.
            foreach (var row in written)
                Entry(row).State = EntityState.Detached;
            throw;
        }
        ChangeTracker.AcceptAllChanges();
        sets.Clear();
        lastLooks.Clear();
        process.IsRecorded |= audit.HasEntries;
    }

    /// <summary>Keeps what is saved from now on uncommitted until the answer to it is known.</summary>
    public HeldSaves Hold() => held = new(this, turn, () => held = null);

    /// <summary>
    /// The next save is meant for a row as somebody saw it: where it has another version by then, the save fails as if the row had been edited at the same moment.
    /// The row's version counts up with the save, even if only rows that belong to it change.
    /// </summary>
    /// <param name="id">The row.</param>
    /// <param name="versions">The versions that were seen.</param>
    public void Expect<T>(Guid id, IReadOnlyList<long> versions) where T : class, IVersioned => expectations.Add(async ct =>
    {
        if (await FindAsync<T>([id], ct) is not { } row)
            return;
        var version = Entry(row).Property<long>(nameof(IVersioned.Version));
        if (!versions.Contains(version.OriginalValue))
            throw new DbUpdateConcurrencyException("The row has another version than the one that was seen.");
        version.IsModified = true;
    });

    /// <summary>
    /// Looks once more when the next save is sealed and its commit is next: writers of a district stand in a row there, so what is seen holds until the commit.
    /// The look throws where the save must not stand.
    /// </summary>
    internal void LookBeforeCommit(Func<CancellationToken, Task> look) => lastLooks.Add(look);

    /// <summary>Writes an act that changes no row, such as a look, and seals it.</summary>
    internal async Task RecordAsync(ProcessRecord act, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        using var audit = new AuditSink(this, act, ids);
        await InTransactionAsync(async () =>
        {
            await BulkInsert.RunAsync(this, Model.FindEntityType(typeof(ProcessRecord))!, [act], ct); // the platform's own table
            foreach (var entry in entries)
                await audit.WriteAsync(entry, ct);
            await audit.FlushAsync(ct);
            await audit.SealAsync(act.At, ct);
        }, ct);
    }

    private async Task InTransactionAsync(Func<Task> write, CancellationToken ct)
    {
        if (held is not null)
        {
            await held.OpenAsync(ct);
            await write();
            return;
        }
        using var taken = await turn.TakeAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        await write();
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Writes rows that are made from other rows and could be made from them again, such as readings: in a transaction and a turn of their own, without an act and without the audit.
    /// </summary>
    public async Task DeriveAsync(Func<DbTransaction, Task> write, CancellationToken ct)
    {
        using var taken = await turn.TakeAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        await write(transaction.GetDbTransaction());
        await transaction.CommitAsync(ct);
    }

    /// <summary>Writes to the index of the search alone, in a transaction of its own.</summary>
    internal async Task WriteIndexAsync(Func<SearchSink, Task> write, CancellationToken ct)
    {
        using var taken = await turn.TakeAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var search = new SearchSink(this);
        await write(search);
        await search.FlushAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private SetWrite Later(SetWrite write)
    {
        sets.Add(write);
        return write;
    }

    private async Task WriteAsync(AuditSink audit, SearchSink search, List<object> written, CancellationToken ct)
    {
        foreach (var expectation in expectations)
            await expectation(ct);
        await HangingRows.LoadAsync(this, ct);
        CountVersions();
        var entries = AuditWriter.EntriesFor(ChangeTracker, audit.Act.Id, ids);
        search.Take(ChangeTracker);
        var audited = entries.Count > 0 || sets.Exists(write => write.IsAudited);
        if (audited && process.Kind is null)
            throw new InvalidOperationException("A write needs a process: call Process.Begin first.");
        if (audited)
            written.Add(audit.Act);
        written.AddRange(entries);
        AddRange(written);
        entries.ForEach(audit.Take);
        Database.AutoSavepointsEnabled = false;
        await SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
        foreach (var write in sets)
            await write.RunAsync(this, audited ? audit : null, ct);
        await search.FlushAsync(ct);
        await audit.FlushAsync(ct);
        if (!audit.HasEntries)
        {
            await ForgetActAsync(audit.Act, ct);
            return;
        }
        await audit.SealAsync(process.At, ct);
        await OpenArchives.StopAsync(this, process, ct);
        foreach (var look in lastLooks)
            await look(ct);
    }

    // Sets are asked before anybody knows whether they meet a row; an act that changed nothing says nothing.
    private async Task ForgetActAsync(ProcessRecord act, CancellationToken ct)
    {
        if (Entry(act).State == EntityState.Detached)
            return;
        await Set<ProcessRecord>().Where(row => row.Id == act.Id).ExecuteDeleteAsync(ct);
        Entry(act).State = EntityState.Detached;
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
                entry.Property(nameof(IVersioned.Version)).CurrentValue = entry.Property<long>(nameof(IVersioned.Version)).OriginalValue + 1;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformTables.Add(modelBuilder);
        foreach (var module in Modules)
            module.AddTables(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
                    property.SetValueConverter(Utc);
                if (property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true)
                    property.SetProviderClrType(typeof(string));
            }
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    // SQLite forgets that a moment is UTC; PostgreSQL keeps microseconds.
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(value => Moments.Kept(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private static string Snake(string name) => Boundary().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}

/// <summary>A thing that people edit: a second editor is told instead of overwriting the first.</summary>
public interface IVersioned
{
    /// <summary>Counts the saved changes, from 0.</summary>
    long Version { get; }
}
