using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Kernel;

namespace Shuren.Platform.Processes;

/// <summary>Turns changes into audit entries: those that are about to be saved, and those that were made to whole sets.</summary>
internal static class AuditWriter
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly ConcurrentDictionary<Type, bool> Audited = new();

    /// <summary>Whether changes of that type stand in the audit.</summary>
    public static bool IsAudited(Type type) => Audited.GetOrAdd(type, found => !found.IsAssignableTo(typeof(IMachinery)));

    /// <summary>The entries of everything that the tracker would save now.</summary>
    public static List<AuditEntry> EntriesFor(ChangeTracker tracker, Guid processId, EntryIds ids) =>
        [.. tracker.Entries().Where(entry => IsChange(entry) && IsAudited(entry.Metadata.ClrType)).Select(entry => EntryFor(entry, processId, ids)).OfType<AuditEntry>()];

    /// <summary>The entry of one row of a set; null where nothing changed.</summary>
    /// <param name="type">The row's type.</param>
    /// <param name="before">The row as it was; null where it was added.</param>
    /// <param name="after">The row as it is; null where it was removed.</param>
    /// <param name="processId">The act.</param>
    /// <param name="ids">Gives the entry its place.</param>
    public static AuditEntry? EntryFor(IEntityType type, object? before, object? after, Guid processId, EntryIds ids)
    {
        var changes = new JsonObject();
        foreach (var property in type.GetProperties())
            Compare(changes, property, Value(before, property), Value(after, property));
        var id = (Guid)Value(before ?? after, type.FindProperty("Id")!)!;
        var action = before is null ? AuditActions.Added : after is null ? AuditActions.Removed : AuditActions.Changed;
        return Entry(changes, SubjectOf(type, id), action, processId, ids);
    }

    /// <summary>The entry of many rows that were added as a whole.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="count">How many.</param>
    /// <param name="hash">Of all their values.</param>
    /// <param name="act">The act.</param>
    /// <param name="ids">Gives the entry its place.</param>
    public static AuditEntry EntryForAll(IEntityType type, long count, string hash, ProcessRecord act, EntryIds ids)
    {
        var changes = new JsonObject
        {
            ["Rows"] = new JsonArray(null, count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ["Hash"] = new JsonArray(null, hash),
        };
        return Entry(changes, SubjectOf(type, act.Id), AuditActions.Added, act.Id, ids)!; // it has changes
    }

    private static bool IsChange(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static AuditEntry? EntryFor(EntityEntry entry, Guid processId, EntryIds ids)
    {
        var changes = new JsonObject();
        foreach (var property in entry.Properties)
        {
            Compare(changes, property.Metadata, entry.State == EntityState.Added ? null : property.OriginalValue,
                entry.State == EntityState.Deleted ? null : property.CurrentValue);
        }
        var action = entry.State switch { EntityState.Added => AuditActions.Added, EntityState.Deleted => AuditActions.Removed, _ => AuditActions.Changed };
        return Entry(changes, SubjectOf(entry.Metadata, (Guid)entry.Property("Id").CurrentValue!), action, processId, ids);
    }

    private static void Compare(JsonObject changes, IReadOnlyProperty property, object? before, object? after)
    {
        var (was, now) = (AuditText.Of(before, property), AuditText.Of(after, property));
        if (was != now)
            changes[property.Name] = new JsonArray(was, now);
    }

    // A change that changes nothing says nothing.
    private static AuditEntry? Entry(JsonObject changes, Ref subject, string action, Guid processId, EntryIds ids) => changes.Count == 0 ? null : new AuditEntry
    {
        Id = ids.Next(), ProcessId = processId, Subject = subject.ToString(), Action = action, Changes = changes.ToJsonString(Readable),
    };

    private static object? Value(object? row, IProperty property) => row is null ? null : property.GetGetter().GetClrValue(row);

    private static Ref SubjectOf(IEntityType type, Guid id) => new(type.GetTableName()!.Split('_')[0], type.ClrType.Name.ToLowerInvariant(), id);
}

/// <summary>What an entry says was done to a row.</summary>
public static class AuditActions
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";

    /// <summary>Nothing changed: somebody saw what not everybody may see.</summary>
    public const string Seen = "seen";
}
