using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Shuren.Platform.Jobs;

/// <summary>Between processes: LISTEN and NOTIFY of PostgreSQL carry the district's code to every node.</summary>
internal sealed partial class PostgreSqlWakeUps(string connectionString, ILogger<PostgreSqlWakeUps> log) : IWakeUps, IAsyncDisposable
{
    private const string Name = "shuren_jobs";

    private static readonly TimeSpan BeforeListeningAgain = TimeSpan.FromSeconds(5);

    private readonly WakeUps here = new();
    private readonly NpgsqlDataSource source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 2, MinPoolSize = 0, KeepAlive = 30 }.ConnectionString).Build();
    private Task said = Task.CompletedTask;

    public ChannelReader<string> Woken => here.Woken;

    public void Wake(string district)
    {
        here.Wake(district);
        // Nobody waits for the others to be told; DisposeAsync does, so that a command does not end before it has spoken.
        said = TellAsync(said, district);
    }

    public async Task ListenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                connection.Notification += (_, notification) => here.Wake(notification.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Name}", connection))
                    await listen.ExecuteNonQueryAsync(ct);
                while (true)
                    await connection.WaitAsync(ct);
            }
            catch (Exception exception) when (exception is NpgsqlException or System.Net.Sockets.SocketException or IOException && !ct.IsCancellationRequested)
            {
                NotHeard(log, exception.Message);
                await Task.Delay(BeforeListeningAgain, ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await said;
        await source.DisposeAsync();
    }

    private async Task TellAsync(Task before, string district)
    {
        await before;
        try
        {
            await using var tell = source.CreateCommand("select pg_notify($1, $2)");
            tell.Parameters.Add(new() { Value = Name });
            tell.Parameters.Add(new() { Value = district });
            await tell.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException exception)
        {
            NotHeard(log, exception.Message);
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "Other nodes cannot be told or heard ({Reason}); they look by themselves.")]
    private static partial void NotHeard(ILogger log, string reason);
}
