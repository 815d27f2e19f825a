using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shuren.Platform.Data;

/// <summary>
/// Rows that the database would remove or unlink by itself when a tracked row goes: they are loaded first, so that EF does it and
/// the audit says it.
/// </summary>
internal static class HangingRows
{
    public static async Task LoadAsync(ShurenDb db, CancellationToken ct)
    {
        var done = new HashSet<object>(ReferenceEqualityComparer.Instance);
        while (Removed(db).Where(entry => done.Add(entry.Entity)).ToLookup(entry => entry.Metadata) is { Count: > 0 } removed)
        {
            foreach (var type in removed)
                await LoadAsync(db, type.Key, [.. type.Select(entry => (Guid)entry.Property("Id").CurrentValue!)], ct);
            db.ChangeTracker.CascadeChanges();
        }
    }

    private static IEnumerable<EntityEntry> Removed(ShurenDb db) => db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Deleted);

    private static async Task LoadAsync(ShurenDb db, IEntityType type, Guid[] ids, CancellationToken ct)
    {
        foreach (var key in type.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
        {
            var load = typeof(HangingRows).GetMethod(nameof(LoadOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(key.DeclaringEntityType.ClrType);
            await (Task)load.Invoke(null, [db, key.Properties[0].Name, ids, ct])!; // it returns a task
        }
    }

    private static Task LoadOfAsync<T>(ShurenDb db, string column, Guid[] ids, CancellationToken ct) where T : class =>
        db.Set<T>().Where(row => ids.Contains(EF.Property<Guid?>(row, column)!.Value)).LoadAsync(ct);
}
