namespace Shuren.Platform.Jobs;

/// <summary>How long to wait before the next attempt: twice as long each time, up to an hour, a quarter up or down by chance.</summary>
internal static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="job">Seeds the chance, so that jobs that failed together do not come back together, and a test can say when.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public static TimeSpan After(Guid job, int attempt)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds);
        var seed = BitConverter.ToInt32(job.ToByteArray(), 12) ^ attempt;
#pragma warning disable CA5394 // Chance spreads attempts; nothing secret hangs on it.
        return TimeSpan.FromSeconds(full * (0.75 + new Random(seed).NextDouble() / 2));
#pragma warning restore CA5394
    }
}
