using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Shuren.House.Tests.Faults;

/// <summary>The real server in a process of its own, which a test may kill.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri root) => (this.process, Root) = (process, root);

    /// <summary>Its address.</summary>
    public Uri Root { get; }

    /// <summary>Starts it over a database and waits until it is ready.</summary>
    /// <param name="database">Where its data lies.</param>
    /// <param name="dataFolder">Its files and keys.</param>
    /// <param name="environment">What an operator sets besides.</param>
    public static Task<ServerProcess> StartAsync(string database, string dataFolder, params IEnumerable<KeyValuePair<string, string>> environment) => StartAtAsync(FreeAddress(), database, dataFolder, environment);

    /// <summary>The same at an address that is known before, so that whoever was signed in finds the next server too.</summary>
    public static async Task<ServerProcess> StartAtAsync(Uri root, string database, string dataFolder, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var process = Shell.Start(new Dictionary<string, string>(environment) { ["SHUREN_DATA"] = dataFolder }, "serve", "--empty", "--urls", root.ToString(), "--database", database);
        // Nobody reads them, but a full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, root);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>An address at which nobody listens.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Root };
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
