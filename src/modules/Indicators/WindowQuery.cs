using System.Data.Common;
using System.Globalization;
using Shuren.Formulas.Sql;

namespace Shuren.Indicators;

/// <summary>Asks the database what a formula was compiled to.</summary>
internal static class WindowQuery
{
    public static DbCommand Command(DbConnection connection, SqlQuery query, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Its identifiers come from the catalogue and the codes of packs, all else is a parameter.
        command.CommandText = query.Text;
#pragma warning restore CA2100
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public static double? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture);
}
