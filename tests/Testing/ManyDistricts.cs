using Npgsql;

namespace Shuren.Testing;

/// <summary>Many districts in one PostgreSQL in little time: the first is made by migrations, the others are copies of its schema.</summary>
public static class ManyDistricts
{
    // Names in constraints are written without a schema where the search path finds them, so a copy's keys point into the copy.
    private const string Copy = """
        create function pg_temp.copy_schema(old text, fresh text) returns void language plpgsql as $$
        declare
            t record;
        begin
            execute format('create schema %I', fresh);
            for t in select tablename from pg_tables where schemaname = old loop
                execute format('create table %I.%I (like %I.%I including all)', fresh, t.tablename, old, t.tablename);
                execute format('insert into %I.%I select * from %I.%I', fresh, t.tablename, old, t.tablename);
            end loop;
            perform set_config('search_path', old, true);
            for t in select c.conname, r.relname, pg_get_constraintdef(c.oid) as said from pg_constraint c join pg_class r on r.oid = c.conrelid
                join pg_namespace n on n.oid = r.relnamespace where n.nspname = old and c.contype = 'f' loop
                perform set_config('search_path', fresh, true);
                execute format('alter table %I add constraint %I %s', t.relname, t.conname, t.said);
                perform set_config('search_path', old, true);
            end loop;
            perform set_config('search_path', fresh, true);
            update platform_districts set code = fresh, name = fresh;
            perform set_config('search_path', 'public', true);
        end $$
        """;

    /// <summary>Copies a district's schema.</summary>
    /// <param name="location">The database's connection string.</param>
    /// <param name="code">The district that is there.</param>
    /// <param name="copies">Codes of the copies; each is named by its code.</param>
    public static async Task CopyAsync(string location, string code, IEnumerable<string> copies)
    {
        await using var source = NpgsqlDataSource.Create(location);
        await using var connection = await source.OpenConnectionAsync();
        await using (var function = new NpgsqlCommand(Copy, connection))
            await function.ExecuteNonQueryAsync();
        foreach (var copy in copies)
        {
            await using var command = new NpgsqlCommand("select pg_temp.copy_schema($1, $2)", connection) { Parameters = { new() { Value = code }, new() { Value = copy } } };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Watches how many connections to a database there are until the work is done.</summary>
    /// <param name="location">The database's connection string.</param>
    /// <param name="work">What is done meanwhile.</param>
    /// <returns>The most that were seen at one moment, the watcher's own not among them.</returns>
    public static async Task<int> MostConnectionsAsync(string location, Func<Task> work)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(location) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
        var (most, going) = (0, work());
        do
            most = Math.Max(most, (int)(await count.ExecuteScalarAsync())!); // count is never null
        while (!going.IsCompleted);
        await going;
        return most;
    }
}
