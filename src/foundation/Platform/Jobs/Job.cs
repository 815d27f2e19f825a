using Shuren.Platform.Processes;

namespace Shuren.Platform.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for its time, for a free worker, or for the next attempt.</summary>
    Waiting,

    /// <summary>A node works on it, as long as its lease runs.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up after its last attempt, or refused: waits for a person.</summary>
    Failed,

    /// <summary>Called off by a person.</summary>
    Cancelled,
}

/// <summary>A piece of background work of this district. The row is the truth; a node that dies leaves nothing else behind.</summary>
public sealed class Job : IMachinery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of its <see cref="JobKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it works on, as JSON.</summary>
    public required string Arguments { get; init; }

    /// <summary>Unique where given: the same run of a recurring job is never there twice.</summary>
    public string? Key { get; init; }

    /// <summary>The thing it is about, as a printed <see cref="Kernel.Ref"/>.</summary>
    public string? About { get; init; }

    public JobState State { get; private set; } = JobState.Waiting;

    /// <summary>0 to 100.</summary>
    public int Progress { get; private set; }

    /// <summary>How far it is, what came of it or why it failed: a kept <see cref="Sentence"/>, or empty.</summary>
    public string Message { get; private set; } = "";

    public int Attempts { get; private set; }

    /// <summary>Not before this moment (UTC).</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>Until then the node that runs it has it for itself (UTC).</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Counts the takings: who holds an older number holds nothing any more.</summary>
    public long Fence { get; private set; }

    /// <summary>The node that took it last.</summary>
    public string Node { get; private set; } = "";

    public DateTime? CancelAskedAt { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Calls it off: at once while it waits; a running one is told and stops where it can.</summary>
    public bool Cancel(DateTime now)
    {
        if (State == JobState.Waiting)
            (State, EndedAt) = (JobState.Cancelled, now);
        else if (State == JobState.Running)
            CancelAskedAt ??= now;
        else
            return false;
        return true;
    }

    /// <summary>Lets a failed or cancelled one start afresh.</summary>
    public bool TryAgain(DateTime now)
    {
        if (State is not (JobState.Failed or JobState.Cancelled))
            return false;
        (State, Attempts, Progress, NextAt, CancelAskedAt, EndedAt) = (JobState.Waiting, 0, 0, now, null, null);
        return true;
    }
}

/// <summary>What a person ordered about a job.</summary>
public enum JobOrderKind
{
    /// <summary>取消.</summary>
    Cancel,

    /// <summary>重试.</summary>
    TryAgain,
}

/// <summary>A person's word on a job, kept with who said it: the job's own row is machinery.</summary>
public sealed class JobOrder
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required JobOrderKind Kind { get; init; }
    public required DateTime At { get; init; }
}
