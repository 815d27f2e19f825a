using System.Collections.Concurrent;

namespace Shuren.Platform.Jobs;

/// <summary>
/// The jobs on which this process is working at this moment. A job that writes for minutes holds the only pen of a SQLite file: what it has done so far, and that
/// somebody called it off, cannot pass through the database meanwhile and pass here. Other processes see the row, a little later.
/// </summary>
public sealed class LiveJobs
{
    private readonly ConcurrentDictionary<Guid, Live> all = [];

    /// <summary>How far a job is, in percent, and at what; null where this process does not work on it or it has not said.</summary>
    public (int Percent, Sentence Said)? Of(Guid job) => all.GetValueOrDefault(job)?.Told;

    internal bool Has(Guid job) => all.ContainsKey(job);

    internal void Begin(Guid job, CancellationTokenSource told) => all[job] = new(told);

    internal void End(Guid job) => all.TryRemove(job, out _);

    internal void Tell(Guid job, int percent, Sentence said)
    {
        if (all.TryGetValue(job, out var live))
            live.Told = (percent, said);
    }

    /// <summary>Tells the work to stop, if it is done here.</summary>
    internal async Task StopAsync(Guid job)
    {
        try
        {
            if (all.TryGetValue(job, out var live))
                await live.Stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this moment.
        }
    }

    private sealed class Live(CancellationTokenSource stop)
    {
        private volatile Tuple<int, Sentence>? told;

        public CancellationTokenSource Stop { get; } = stop;

        public (int Percent, Sentence Said)? Told
        {
            get => told is { } pair ? (pair.Item1, pair.Item2) : null;
            set => told = value is { } pair ? Tuple.Create(pair.Percent, pair.Said) : null;
        }
    }
}
