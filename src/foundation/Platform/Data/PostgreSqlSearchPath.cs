using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shuren.Platform.Data;

/// <summary>Chooses the district's schema whenever a connection is taken from the common pool.</summary>
internal sealed class PostgreSqlSearchPath(string quotedSchema) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"set search_path to {quotedSchema}";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"set search_path to {quotedSchema}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
