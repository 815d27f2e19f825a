using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Windows;

/// <summary>A documented read-only view that a room gives the house: the one way to its rows for formulas and reports.</summary>
/// <param name="Name">Its name in the database, <c>ds_…</c>.</param>
/// <param name="Sql">What makes it, the same on both databases; the comments at its head say row, columns, units and meanings.</param>
public sealed record Window(string Name, string Sql)
{
    /// <summary>The columns as the comments at the head document them: name, unit (empty for none) and meaning.</summary>
    public IReadOnlyList<(string Name, string Unit, string Meaning)> Columns =>
        [.. Sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line[2..].Split('|', 3, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 3).Select(parts => (parts[0], parts[1], parts[2]))];

    /// <summary>The windows of a room: the files <c>Windows/ds_….sql</c> that are embedded in it.</summary>
    /// <param name="room">The room's assembly.</param>
    /// <param name="order">Their names, those that others read first.</param>
    public static IReadOnlyList<Window> Of(Assembly room, params IReadOnlyList<string> order) => [.. order.Select(name =>
    {
        using var text = new StreamReader(room.GetManifestResourceStream($"{room.GetName().Name}.Windows.{name}.sql") ?? throw new InvalidOperationException($"There is no Windows/{name}.sql."));
        return new Window(name, text.ReadToEnd());
    })];
}

/// <summary>Makes the windows of a district anew. They are code, not data: they hold nothing, and stand in no backup.</summary>
internal static class WindowViews
{
    private const string Sqlite = "select name as \"Value\" from sqlite_master where type = 'view' and name like 'ds\\_%' escape '\\'";
    private const string PostgreSql = "select viewname as \"Value\" from pg_views where schemaname = current_schema() and viewname like 'ds\\_%'";

    /// <summary>Takes them down, as before a migration that changes what they read.</summary>
    public static async Task DropAsync(ShurenDb db, CancellationToken ct)
    {
        var isPostgreSql = db.Database.IsNpgsql();
        var names = await db.Database.SqlQueryRaw<string>(isPostgreSql ? PostgreSql : Sqlite).ToListAsync(ct);
        // Names come from the database's own list.
#pragma warning disable EF1002
        foreach (var name in names)
            await db.Database.ExecuteSqlRawAsync(isPostgreSql ? $"drop view if exists {name} cascade" : $"drop view if exists {name}", ct);
#pragma warning restore EF1002
    }

    /// <summary>Makes those of all rooms, in the order of the rooms.</summary>
    public static async Task CreateAsync(ShurenDb db, CancellationToken ct)
    {
        await DropAsync(db, ct);
        foreach (var window in db.Modules.SelectMany(module => module.Windows))
            await db.Database.ExecuteSqlRawAsync(window.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
    }
}
