using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shuren.House.Tests.Faults;

/// <summary>A PostgreSQL of a test's own, with flushed writes as in earnest, that may be killed and started again.</summary>
internal sealed class OwnPostgreSql : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shuren-own-pg-").FullName;
    private readonly string bin = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).First();
    private readonly int port = FreePort();

    public OwnPostgreSql()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
            Run("chmod", "755", folder);
        }
        As("initdb", "-D", folder + "/data", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres", "--no-instructions");
        Start();
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Timeout=15;Command Timeout=10;Maximum Pool Size=20");

    /// <summary>Starts it and waits until it answers; what a killed one left behind is recovered first.</summary>
    public void Start()
    {
        for (var attempt = 1; ; attempt++)
        {
            if (Try("pg_ctl", "-D", folder + "/data", "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=on -c synchronous_commit=on"), "-l", folder + "/log", "-w", "start"))
                return;
            // The children of a killed one need a moment to see that they are alone.
            if (attempt == 20)
                throw new InvalidOperationException(File.ReadAllText(folder + "/log"));
            Run("sleep", "0.3");
        }
    }

    /// <summary>kill -9 of the server and all its children.</summary>
    public void Kill()
    {
        var postmaster = File.ReadLines(folder + "/data/postmaster.pid").First();
        Try("/usr/bin/pkill", "-KILL", "-P", postmaster);
        Run("kill", "-KILL", postmaster);
    }

    public void Dispose()
    {
        Try("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private void As(string program, params string[] arguments)
    {
        if (!Try(program, arguments))
            throw new InvalidOperationException($"{program} failed.");
    }

    private bool Try(string program, params string[] arguments)
    {
        var path = Path.Combine(bin, program);
        return Environment.IsPrivilegedProcess ? End("runuser", ["-u", "postgres", "--", path, .. arguments]) == 0 : End(path, arguments) == 0;
    }

    private static void Run(string program, params string[] arguments) => End(program, arguments);

    private static int End(string program, params string[] arguments)
    {
        // pg_ctl leaves the server running with our handles: no pipes that would be waited on.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" })!; // never null: no shell is used
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
