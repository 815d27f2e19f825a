using System.Data.Common;

namespace Shuren.Platform.Windows;

/// <summary>A question to windows as a command of the database at hand.</summary>
public static class WindowCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="connection">Open, in the district.</param>
    /// <param name="text">One statement whose identifiers are the house's own: what people write comes as a parameter.</param>
    /// <param name="parameters">By their names with the @.</param>
    /// <param name="transaction">In which it runs; null for none.</param>
    public static DbCommand Of(DbConnection connection, string text, IEnumerable<(string Name, object Value)> parameters, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Said of the text above.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
