using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;

namespace Shuren.Platform.Data;

/// <summary>
/// The one database of a district, built from the tables that the rooms bring. Rooms reach it only through their own key
/// (<c>PlanningDb</c> and so on), so a room cannot even name another's tables.
/// </summary>
public sealed partial class ShurenDb(DbContextOptions<ShurenDb> options, IEnumerable<IModule> modules, Process process) : DbContext(options)
{
    /// <summary>The rooms of the house.</summary>
    internal IReadOnlyList<IModule> Modules { get; } = [.. modules];

    /// <summary>The acts and what they changed: read by the audit pages.</summary>
    public IQueryable<ProcessRecord> Processes => Set<ProcessRecord>().AsNoTracking();

    /// <inheritdoc cref="Processes"/>
    public IQueryable<AuditEntry> AuditEntries => Set<AuditEntry>().AsNoTracking();

    /// <summary>Saves all changes with their audit entries in one transaction.</summary>
    /// <exception cref="InvalidOperationException">No process has begun: a write without a reason is a bug.</exception>
    public async Task SaveAsync(CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
                entry.Property(nameof(IVersioned.Version)).CurrentValue = entry.Entity.Version + 1;
        }
        if (process.Kind is null && ChangeTracker.HasChanges())
            throw new InvalidOperationException("A write needs a process: call Process.Begin first.");
        var entries = AuditWriter.EntriesFor(ChangeTracker, process.Id);
        if (entries.Count > 0 && !process.IsRecorded)
        {
            Add(new ProcessRecord
            {
                Id = process.Id, Kind = process.Kind!, At = process.At, ActorId = process.Actor.AccountId, ActorName = process.Actor.Name,
                Why = process.Why, About = process.About?.ToString(), Once = process.Once,
            });
        }
        AddRange(entries);
        await SaveChangesAsync(ct);
        process.IsRecorded |= entries.Count > 0;
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

    // SQLite forgets that a moment is UTC.
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

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
