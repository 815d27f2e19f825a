using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Testing;

/// <summary>
/// Rebuilds every audited table from the audit alone and holds it against what stands in the tables: what differs is a change that
/// nobody answers for.
/// </summary>
public static class AuditRebuild
{
    /// <summary>The differences, one a line; none when every change is explained.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<ShurenDb>();
        var told = await ToldAsync(db);
        var differences = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => AuditWriter.IsAudited(type.ClrType)))
        {
            var read = typeof(AuditRebuild).GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType);
            foreach (var row in await (Task<List<object>>)read.Invoke(null, [db])!)
                Compare(type, row, told, differences);
        }
        differences.AddRange(told.Keys.Select(subject => $"{subject} stands in the audit and in no table"));
        return differences;
    }

    private static async Task<Dictionary<string, Dictionary<string, string?>>> ToldAsync(ShurenDb db)
    {
        var told = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var entry in await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync())
        {
            if (entry.Action == AuditActions.Removed)
                told.Remove(entry.Subject);
            if (entry.Action is not (AuditActions.Added or AuditActions.Changed))
                continue;
            var row = entry.Action == AuditActions.Added ? told[entry.Subject] = new(StringComparer.Ordinal) : told[entry.Subject];
            foreach (var (column, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!)
                row[column] = values[1];
        }
        return told;
    }

    private static async Task<List<object>> RowsAsync<T>(ShurenDb db) where T : class => [.. await db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync()];

    private static void Compare(IEntityType type, object row, Dictionary<string, Dictionary<string, string?>> told, List<string> differences)
    {
        var id = type.FindProperty("Id")!.GetGetter().GetClrValue(row);
        var subject = $"{type.GetTableName()!.Split('_')[0]}/{type.ClrType.Name.ToLowerInvariant()}/{id}";
        if (!told.Remove(subject, out var columns))
        {
            differences.Add($"{subject} stands in {type.GetTableName()} and in no audit");
            return;
        }
        foreach (var property in type.GetProperties())
        {
            var (stands, said) = (AuditText.Of(property.GetGetter().GetClrValue(row), property), columns.GetValueOrDefault(property.Name));
            if (stands != said)
                differences.Add($"{subject} {property.Name}: the audit says {said ?? "nothing"}, the table {stands ?? "nothing"}");
        }
    }
}
