using System.Threading.Channels;

namespace Shuren.Platform.Jobs;

/// <summary>Says that a district has new work. Only a hint: the rows are the truth, and a lost hint costs seconds.</summary>
public interface IWakeUps
{
    /// <summary>Called after a job was written.</summary>
    void Wake(string district);

    /// <summary>The districts that were said, to be read by this process's runner.</summary>
    ChannelReader<string> Woken { get; }

    /// <summary>Hears also what other processes say, until it is stopped; returns at once where that cannot be.</summary>
    Task ListenAsync(CancellationToken ct);
}

/// <summary>Inside one process: enough where SQLite files have one server.</summary>
internal sealed class WakeUps : IWakeUps
{
    // Bounded: when so many wait to be read, the runner looks everywhere anyway.
    private readonly Channel<string> channel = Channel.CreateBounded<string>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<string> Woken => channel.Reader;

    public void Wake(string district) => channel.Writer.TryWrite(district);

    public Task ListenAsync(CancellationToken ct) => Task.CompletedTask;
}
