using System.Text.Json;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ReadAudit;

/// <summary>The audit in words.</summary>
internal static class AuditWords
{
    private const int ValueShown = 200;

    /// <summary>What was done to a row.</summary>
    public static string ActionOf(string action) => action switch
    {
        AuditActions.Added => OrganizationText.AuditAdded,
        AuditActions.Changed => OrganizationText.AuditChanged,
        AuditActions.Removed => OrganizationText.AuditRemoved,
        AuditActions.Seen => OrganizationText.AuditSeen,
        _ => action,
    };

    /// <summary>Each column with its old and new value, long ones cut.</summary>
    public static IEnumerable<(string Column, string? Old, string? New)> ChangesOf(AuditEntry entry) =>
        (JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes) ?? []).Select(change => (change.Key, Cut(change.Value.ElementAtOrDefault(0)), Cut(change.Value.ElementAtOrDefault(1))));

    private static string? Cut(string? value) => value is { Length: > ValueShown } ? value[..ValueShown] + "…" : value;
}
