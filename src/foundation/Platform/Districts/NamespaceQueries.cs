using System.Data.Common;
using System.Globalization;
using System.Text;
using Shuren.Platform.Data;
using Shuren.Platform.Migrations;

namespace Shuren.Platform.Districts;

/// <summary>
/// The two questions by which namespaces say of themselves what they are. Each is asked for a whole set at once, and only of tables that
/// are there: the first says which migrations each has had.
/// </summary>
internal static class NamespaceQueries
{
    // {0} is the code, {1} its schema with a point, {2} the type of a moment. A code is checked before it comes here (DistrictCode); it stands in both questions as a literal and, in PostgreSQL, as a schema.
    private static readonly CompositeFormat MigrationsOf = CompositeFormat.Parse($"select '{{0}}', \"MigrationId\" from {{1}}{ShurenDbOptions.MigrationsTable}");
    private static readonly CompositeFormat NameOf = CompositeFormat.Parse("select '{0}', (select name from {1}platform_districts where code = '{0}'), cast(null as text), cast(null as {2}), cast(null as text), cast(null as text), cast(null as {2})");
    private static readonly CompositeFormat StateOf = CompositeFormat.Parse("""
        select '{0}', (select name from {1}platform_districts where code = '{0}'), (select hash from {1}platform_audit_heads limit 1), a.since, a.why, a.moves_to, a.arrived_at
        from (select 1) one left join (select since, why, moves_to, arrived_at from {1}platform_district_archives where ended_at is null order by moves_to is not null desc, since limit 1) a on true
        """);

    /// <summary>Which migrations each has had: rows of code and id.</summary>
    public static string Migrations(IEnumerable<string> codes, Func<string, string> schema) =>
        string.Join(" union all ", codes.Select(code => string.Format(CultureInfo.InvariantCulture, MigrationsOf, code, schema(code))));

    /// <summary>Name, seal and archive: rows of code, name, whether sealed, and the open archive's since, reason, place and whether it arrived.</summary>
    public static string States(IEnumerable<(string Code, IReadOnlySet<string> Migrations)> namespaces, Func<string, string> schema, string moment) =>
        string.Join(" union all ", namespaces.Select(one => string.Format(CultureInfo.InvariantCulture, one.Migrations.Contains(PlatformArchives.Id) ? StateOf : NameOf, one.Code, schema(one.Code), moment)));

    public static async Task<Dictionary<string, IReadOnlySet<string>>> ReadMigrationsAsync(DbCommand command, CancellationToken ct)
    {
        var found = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (!found.TryGetValue(reader.GetString(0), out var ids))
                found[reader.GetString(0)] = ids = new HashSet<string>(StringComparer.Ordinal);
            ((HashSet<string>)ids).Add(reader.GetString(1));
        }
        return found;
    }

    public static async Task<List<NamespaceState>> ReadStatesAsync(DbCommand command, IReadOnlyDictionary<string, IReadOnlySet<string>> migrations, CancellationToken ct)
    {
        var found = new List<NamespaceState>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var code = reader.GetString(0);
            var archive = reader.IsDBNull(4)
                ? null
                : new ArchiveState(DateTime.SpecifyKind(reader.GetDateTime(3), DateTimeKind.Utc), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), !reader.IsDBNull(6));
            found.Add(new(code, reader.IsDBNull(1) ? null : reader.GetString(1), migrations[code], !reader.IsDBNull(2), archive));
        }
        return found;
    }
}
