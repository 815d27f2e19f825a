using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Sql;
using Shuren.Testing;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>The rows of a world in a database, under the names of the catalogue's windows.</summary>
internal sealed class Databases : IDisposable
{
    private static readonly Lazy<string> Server = new(PostgreSqlCluster.NewDatabase);
    private readonly DbConnection connection;
    private readonly SqlDialect dialect;

    public Databases(SqlDialect dialect, Catalogue catalogue, World world)
    {
        this.dialect = dialect;
        connection = dialect == SqlDialect.Sqlite ? new SqliteConnection("Data Source=:memory:") : new NpgsqlConnection(Server.Value);
        connection.Open();
        if (dialect == SqlDialect.PostgreSql)
            Run("create temporary table if not exists nothing (id int); set search_path to pg_temp");
        Run($"create table {catalogue.Reach.View} ({catalogue.Reach.Unit} {Type("id")}, {catalogue.Reach.Member} {Type("id")})");
        foreach (var unit in world.Units)
            foreach (var member in world.MembersOf(unit))
                Insert(catalogue.Reach.View, new() { [catalogue.Reach.Unit] = unit, [catalogue.Reach.Member] = member });
        foreach (var fact in catalogue.Facts)
            Fill(fact, world.Of(fact.Name.English));
    }

    public IReadOnlyDictionary<(Guid Unit, DateOnly Day), Reading> Read(SqlQuery query)
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        var readings = new Dictionary<(Guid, DateOnly), Reading>();
        while (reader.Read())
            readings.Add((reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1)), new Reading(Number(reader, 2), Number(reader, 3), Number(reader, 4)));
        return readings;
    }

    /// <summary>The values of a set: by the formula's place, unit and day.</summary>
    public IReadOnlyDictionary<(int Formula, Guid Unit, DateOnly Day), Reading> ReadSet(ValueSteps steps)
    {
        foreach (var (name, rows) in steps.Shared)
        {
            using var made = Command(rows with { Text = $"create temporary table {name} as {rows.Text}" });
            made.ExecuteNonQuery();
        }
        var readings = new Dictionary<(int, Guid, DateOnly), Reading>();
        foreach (var values in steps.Values)
        {
            using var command = Command(values.Rows);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                readings.Add((Convert.ToInt32(reader.GetValue(0)), reader.GetGuid(1), reader.GetFieldValue<DateOnly>(2)), new Reading(Number(reader, 3), Number(reader, 4), Number(reader, 5)));
        }
        foreach (var (name, _) in steps.Shared)
            Run($"drop table {name}");
        return readings;
    }

    /// <summary>Keeps the totals of a set in a table: of all units, or of one in place of what was kept of it.</summary>
    public void KeepTotals(FormulaSet set, string table, Guid? unit = null)
    {
        Run($"create table if not exists {table} (scan integer, slot integer, unit_id {Type("id")}, at {Type("Date")}, value {Type("Real")})");
        using (var gone = Command(new SqlQuery($"delete from {table}" + (unit is null ? "" : " where unit_id = @unit"), unit is { } id ? [new("@unit", id)] : [])))
            gone.ExecuteNonQuery();
        for (var scan = 0; scan < set.Scans; scan++)
        {
            var totals = set.Totals(scan, unit is { } only ? [only] : null);
            using var kept = Command(totals with { Text = $"insert into {table} (scan, slot, unit_id, at, value) select t.scan, t.slot, t.unit_id, t.at, t.value from ({totals.Text}) t" });
            kept.ExecuteNonQuery();
        }
    }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<(TotalKey Key, Guid Unit, DateOnly At, double? Value)> Totals(string table)
    {
        using var command = Command(new SqlQuery($"select scan, slot, unit_id, at, value from {table}", []));
        using var reader = command.ExecuteReader();
        var totals = new List<(TotalKey, Guid, DateOnly, double?)>();
        while (reader.Read())
            totals.Add((new(reader.GetInt32(0), reader.GetInt32(1)), reader.GetGuid(2), reader.GetFieldValue<DateOnly>(3), Number(reader, 4)));
        return totals;
    }

    /// <summary>Takes away every second row of a unit, of every fact but those that hang on rows of others: these may be another unit's.</summary>
    public void Thin(Catalogue catalogue, Guid unit)
    {
        foreach (var fact in catalogue.Facts.Where(fact => !fact.IsUnit && !catalogue.Facts.Any(other => other.Links.Any(link => link.Fact == fact.Name.English))))
        {
            using var gone = Command(new SqlQuery($"delete from {fact.View} where {fact.Key} in (select {fact.Key} from (select {fact.Key}, row_number() over (order by {fact.Key}) as place from {fact.View} where {fact.Unit} = @unit) r where place % 2 = 0)", [new("@unit", unit)]));
            gone.ExecuteNonQuery();
        }
    }

    public IReadOnlyList<Guid> Ids(SqlQuery query)
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        var ids = new List<Guid>();
        while (reader.Read())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    public void Dispose()
    {
        if (dialect == SqlDialect.PostgreSql)
            Run("discard temp");
        connection.Dispose();
    }

    private DbCommand Command(SqlQuery query)
    {
        var command = connection.CreateCommand();
        command.CommandText = query.Text;
        foreach (var parameter in query.Parameters)
            Add(command, parameter.Name, parameter.Value);
        return command;
    }

    private static double? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToDouble(reader.GetValue(column));

    private void Fill(Fact fact, IReadOnlyList<FactRow> rows)
    {
        var columns = fact.Columns.Select(column => (column.Sql, Type: Type(column.Type.ToString())))
            .Concat(fact.Links.Select(link => (Sql: link.Here, Type: Type("id"))))
            .Append((Sql: fact.Key, Type: Type("id"))).Append((Sql: fact.Unit, Type: Type("id")))
            .Concat(fact.Dates switch
            {
                FactDates.Span span => [(span.From, Type("Date")), (span.Until, Type("Date"))],
                FactDates.Event happened => [(happened.On, Type("Date"))],
                _ => Array.Empty<(string, string)>(),
            })
            .Concat(fact.Name.English == "titles" ? [("teacher_id", Type("id"))] : Array.Empty<(string, string)>()).Distinct().ToList();
        Run($"create table {fact.View} ({string.Join(", ", columns.Select(column => $"{column.Item1} {column.Item2}"))})");
        foreach (var row in rows)
            Insert(fact.View, new Dictionary<string, object?>(row.Values) { [fact.Unit] = row.Unit });
    }

    private string Type(string kind) => (kind, dialect) switch
    {
        ("Whole", SqlDialect.Sqlite) => "integer",
        ("Whole", _) => "bigint",
        ("Real", SqlDialect.Sqlite) => "real",
        ("Real", _) => "double precision",
        ("Truth", SqlDialect.Sqlite) => "integer",
        ("Truth", _) => "boolean",
        ("Text" or "Code", _) => "text",
        (_, SqlDialect.Sqlite) => "text",
        ("Date", _) => "date",
        _ => "uuid",
    };

    private void Insert(string table, Dictionary<string, object?> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"insert into {table} ({string.Join(", ", values.Keys)}) values ({string.Join(", ", values.Keys.Select(key => "@" + key))})";
        foreach (var (key, value) in values)
            Add(command, "@" + key, value);
        command.ExecuteNonQuery();
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
