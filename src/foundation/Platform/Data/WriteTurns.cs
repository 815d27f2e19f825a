using System.Collections.Concurrent;

namespace Shuren.Platform.Data;

/// <summary>
/// SQLite has one writer. Its writers wait here, first come first served, instead of being told that the file is busy and trying again;
/// another process still waits inside SQLite. PostgreSQL has many writers and no turns.
/// </summary>
public sealed class WriteTurns(bool oneWriter)
{
    /// <summary>Longer than any import holds the pen, shorter than a browser's patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>The turns of a district.</summary>
    public Turn Of(string code) => turns.GetOrAdd(code, _ => new Turn(oneWriter ? new SemaphoreSlim(1) : null));

    /// <summary>The pen of one database.</summary>
    public sealed class Turn(SemaphoreSlim? pen) : IDisposable
    {
        /// <summary>Whether somebody of this process writes at this moment and others have to wait.</summary>
        internal bool IsTaken => pen is { CurrentCount: 0 };

        /// <summary>Waits until it is one's turn; disposing the result hands the pen on.</summary>
        /// <exception cref="TimeoutException">Nothing moved for too long.</exception>
        public async ValueTask<IDisposable> TakeAsync(CancellationToken ct)
        {
            if (pen is not null && !await pen.WaitAsync(Patience, ct))
                throw new TimeoutException("The database is busy: writers have waited too long.");
            return new Taken(pen);
        }

        public void Dispose() => pen?.Dispose();
    }

    private sealed class Taken(SemaphoreSlim? pen) : IDisposable
    {
        public void Dispose() => pen?.Release();
    }
}
