using System.Text.Json;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Jobs;

/// <summary>One attempt at a job, as its worker sees it.</summary>
public sealed class JobRun
{
    private readonly JobQueue queue;
    private readonly LiveJobs live;

    internal JobRun(JobQueue queue, LiveJobs live, DistrictCard district, Job job) => (this.queue, this.live, District, Job) = (queue, live, district, job);

    /// <summary>Where the job lies.</summary>
    public DistrictCard District { get; }

    /// <summary>The job's id: the same in every attempt.</summary>
    public Guid Id => Job.Id;

    /// <summary>Which attempt this is, from 1.</summary>
    public int Attempt => Job.Attempts;

    internal Job Job { get; }

    /// <summary>What it works on.</summary>
    public T Arguments<T>() => JsonSerializer.Deserialize<T>(Job.Arguments)!; // what was written by Ask is never null

    /// <summary>Says how far it is without waiting: for work inside a long transaction. It shows in this process at once and in the row with the next beat.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="said">What it is at.</param>
    public void Tell(int percent, Sentence said) => live.Tell(Id, percent, said);

    /// <summary>Says how far it is, and finds out whether this node still holds the job.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="said">What it is at.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="LeaseLostException">Another node has taken over: stop at once and write nothing more.</exception>
    public async Task ReportAsync(int percent, Sentence? said = null, CancellationToken ct = default)
    {
        if (!await queue.ReportAsync(District, Job, percent, said, ct))
            throw new LeaseLostException();
    }
}

/// <summary>The job was taken over by another node while this one was away.</summary>
public sealed class LeaseLostException() : Exception("The lease of the job was lost.");
