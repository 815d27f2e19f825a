using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shuren.Rooms.Tests.Planning;

/// <summary>Counts the commands that go to the database in this flow of calls, whatever else runs beside it.</summary>
internal sealed class CommandCount : IDisposable
{
    private static readonly AsyncLocal<CommandCount?> Current = new();
    private int count;

    public CommandCount() => Current.Value = this;

    /// <summary>So many until now.</summary>
    public int Value => count;

    public void Dispose() => Current.Value = null;

    // From the start of the assembly: EF remembers for a second that nobody listens, and would not tell a later listener.
#pragma warning disable CA2255 // A test assembly is an application.
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners());
#pragma warning restore CA2255

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Current.Value is { } counting)
                Interlocked.Increment(ref counting.count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
