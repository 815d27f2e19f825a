using System.Net;
using System.Net.Sockets;

namespace Shuren.Testing;

/// <summary>A mail server that says what a test tells it to: the second witness, for what a good server never does.</summary>
public sealed class RudeMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">The answer to each line; null hangs up.</param>
    public RudeMailServer(Func<string, string?> answer)
    {
        listener.Start();
        _ = ServeAsync(answer);
    }

    /// <summary>Where it listens, on this machine.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every line that was heard.</summary>
    public List<string> Heard { get; } = [];

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(Func<string, string?> answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 rude");
                while (await reader.ReadLineAsync() is { } line)
                {
                    Heard.Add(line);
                    if (answer(line) is not { } said)
                        break;
                    await writer.WriteLineAsync(said);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
