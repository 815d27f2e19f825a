using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Shuren.Testing;

/// <summary>
/// A PostgreSQL of our own for the tests: <c>SHUREN_TEST_POSTGRESQL</c> names one that runs (./test starts it once for all),
/// else this starts one from Debian's binaries and stops it when the process ends.
/// </summary>
public static class PostgreSqlCluster
{
    private static readonly Lazy<string> Server = new(Start);

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public static string NewDatabase() => Create(null);

    /// <summary>Makes a database with what that one holds, which nobody may have open.</summary>
    public static string CopyOf(string location) => Create(new NpgsqlConnectionStringBuilder(location).Database);

    private static string Create(string? template)
    {
        var name = $"t{Guid.CreateVersion7():N}";
        using var source = NpgsqlDataSource.Create(Server.Value + ";Database=postgres");
        using var command = source.CreateCommand($"create database {name} template {template ?? "template1"}");
        command.ExecuteNonQuery();
        return $"{Server.Value};Database={name};Maximum Pool Size=20";
    }

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable("SHUREN_TEST_POSTGRESQL") is { Length: > 0 } running)
            return running;
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).FirstOrDefault()
            : null;
        if (bin is null)
            throw new InvalidOperationException("PostgreSQL is missing: apt-get install postgresql (or set SHUREN_TEST_POSTGRESQL).");
        var folder = Directory.CreateTempSubdirectory("shuren-pg-").FullName;
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
            Run("chmod", "755", folder);
        }
        RunAsPostgres(Path.Combine(bin, "initdb"), "-D", folder + "/data", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres", "--no-instructions");
        RunAsPostgres(Path.Combine(bin, "pg_ctl"), "-D", folder + "/data", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off", "-l", folder + "/log", "-w", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsPostgres(Path.Combine(bin, "pg_ctl"), "-D", folder + "/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    private static void RunAsPostgres(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // pg_ctl leaves the server running with our handles: its output goes to its log, never to a pipe that we would wait on.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
