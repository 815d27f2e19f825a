using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
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
