using System.Data.Common;
using System.Globalization;
using Shuren.Formulas.Sql;
using Shuren.Platform.Windows;

namespace Shuren.Indicators;

/// <summary>Asks the database what a formula was compiled to.</summary>
internal static class WindowQuery
{
    public static DbCommand Command(DbConnection connection, SqlQuery query, DbTransaction? transaction = null) =>
        WindowCommand.Of(connection, query.Text, query.Parameters.Select(parameter => (parameter.Name, parameter.Value)), transaction);

    public static double? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture);
}
