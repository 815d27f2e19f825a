using Shuren.Platform.Data;

namespace Shuren.Organization.Model;

/// <summary>What somebody asks of others about a to-do.</summary>
internal enum TodoRequestKind
{
    /// <summary>会签: all of them sign, or one refuses and it is over.</summary>
    Countersign,

    /// <summary>加签: one more person says what to think of it.</summary>
    Opinion,

    /// <summary>转办: somebody else does it; the first keeps seeing it.</summary>
    Handover,
}

/// <summary>How a request ended.</summary>
internal enum TodoEnding
{
    /// <summary>The one who asked took it back.</summary>
    Withdrawn,

    /// <summary>All signed.</summary>
    Signed,

    /// <summary>One refused to sign.</summary>
    Refused,

    /// <summary>The opinion was given.</summary>
    Answered,

    /// <summary>What was handed over is done.</summary>
    Finished,

    /// <summary>What was handed over came back.</summary>
    Returned,
}

/// <summary>A request about a to-do of any room, which it knows by its reference only.</summary>
internal sealed class TodoRequest : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TodoRequestKind Kind { get; init; }

    /// <summary>The to-do's thing, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string About { get; init; }

    /// <summary>The to-do as it stood when it was asked.</summary>
    public required string Title { get; init; }
    public required string Href { get; init; }

    /// <summary>The question, or why it is handed over.</summary>
    public required string Words { get; init; }
    public required Guid ById { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public DateOnly? DueOn { get; init; }
    public TodoEnding? Ending { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    public bool IsOpen => Ending is null;

    /// <summary>Takes an answer: of a signer yes or no, of the other two done or an opinion, or back.</summary>
    /// <param name="reply">The row of the one who answers; unanswered.</param>
    /// <param name="others">The rows of the others.</param>
    /// <param name="agrees">Signed, done; false for refused, returned. An opinion is neither.</param>
    /// <param name="remark">The words.</param>
    /// <param name="now">The moment.</param>
    public void Take(TodoReply reply, IEnumerable<TodoReply> others, bool agrees, string remark, DateTime now)
    {
        reply.Give(agrees, remark, now);
        var ending = Kind switch
        {
            TodoRequestKind.Opinion => TodoEnding.Answered,
            TodoRequestKind.Handover => agrees ? TodoEnding.Finished : TodoEnding.Returned,
            _ when !agrees => TodoEnding.Refused,
            _ => others.All(other => other.AnsweredAt is not null) ? TodoEnding.Signed : (TodoEnding?)null,
        };
        if (ending is { } end)
            End(end, now);
    }

    public void Withdraw(DateTime now) => End(TodoEnding.Withdrawn, now);

    private void End(TodoEnding ending, DateTime now) => (Ending, EndedAt) = (ending, now);
}

/// <summary>One of those who were asked, and what they answered.</summary>
internal sealed class TodoReply
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid RequestId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public DateTime? AnsweredAt { get; private set; }
    public bool? Agrees { get; private set; }
    public string Remark { get; private set; } = "";

    public void Give(bool agrees, string remark, DateTime now) => (Agrees, Remark, AnsweredAt) = (agrees, remark, now);
}

/// <summary>A reminder from one person to another (催办), kept so that it can be seen and does not come too often.</summary>
internal sealed class Nudge
{
    /// <summary>Nobody is nudged about the same more often.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid RequestId { get; init; }

    /// <summary>The to-do's thing, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string About { get; init; }
    public required Guid ToId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>A reminder of a thing that waits for somebody (催办), from who answers for the unit: one for each person, thing and day, whoever nudges.</summary>
internal sealed class TodoNudge
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The thing, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string About { get; init; }

    /// <summary>What was to be done, as it stood then.</summary>
    public required string Title { get; init; }
    public required Guid ToId { get; init; }
    public required Guid ById { get; init; }
    public required string By { get; init; }
    public required DateOnly On { get; init; }
    public required DateTime At { get; init; }
}
