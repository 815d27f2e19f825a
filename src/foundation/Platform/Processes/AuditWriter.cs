using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shuren.Kernel;

namespace Shuren.Platform.Processes;

/// <summary>Turns the changes that are about to be saved into audit entries.</summary>
internal static class AuditWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static List<AuditEntry> EntriesFor(ChangeTracker tracker, Guid processId) =>
        [.. tracker.Entries().Where(IsAudited).Select(entry => EntryFor(entry, processId)).OfType<AuditEntry>()];

    private static bool IsAudited(EntityEntry entry) =>
        entry.Entity is not (ProcessRecord or AuditEntry or IMachinery) && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static AuditEntry? EntryFor(EntityEntry entry, Guid processId)
    {
        var changes = new JsonObject();
        foreach (var property in entry.Properties)
        {
            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue, property);
            var after = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue, property);
            if (before != after)
                changes[property.Metadata.Name] = new JsonArray(before, after);
        }
        // A change that changes nothing says nothing.
        return changes.Count == 0 ? null : new AuditEntry
        {
            ProcessId = processId, Subject = SubjectOf(entry).ToString(), Action = ActionOf(entry.State), Changes = changes.ToJsonString(Readable),
        };
    }

    private static string ActionOf(EntityState state) => state switch
    {
        EntityState.Added => "added",
        EntityState.Deleted => "removed",
        _ => "changed",
    };

    private static Ref SubjectOf(EntityEntry entry)
    {
        var room = entry.Metadata.GetTableName()!.Split('_')[0];
        return new Ref(room, entry.Metadata.ClrType.Name.ToLowerInvariant(), (Guid)entry.Property("Id").CurrentValue!);
    }

    // A secret never stands in the audit: only that it changed.
    private static string? Text(object? value, PropertyEntry property) => value switch
    {
        null => null,
        _ when property.Metadata.Name.EndsWith("Hash", StringComparison.Ordinal) && property.Metadata.Name.StartsWith("Password", StringComparison.Ordinal) =>
            "•" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(value.ToString()!)))[..8],
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(value is DateTime ? "O" : value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
