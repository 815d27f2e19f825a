using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shuren.Platform.Data;

namespace Shuren.Planning.Model;

/// <summary>The ladder of pressure on late work (督办阶梯), from the lowest rung up.</summary>
internal enum Rung
{
    /// <summary>催办.</summary>
    Reminder,

    /// <summary>调度: on the agenda of a review meeting.</summary>
    Review,

    /// <summary>督查.</summary>
    Check,

    /// <summary>通报.</summary>
    Circular,

    /// <summary>整改.</summary>
    Rectification,

    /// <summary>约谈.</summary>
    Interview,
}

/// <summary>One step on the ladder for one task, with its document.</summary>
internal sealed class DispatchStep : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TaskId { get; init; }
    public required Rung Rung { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Why it was taken, as it stands in the document.</summary>
    public required string Reason { get; init; }

    /// <summary>The day by which the unit answers.</summary>
    public required DateOnly AnswerBy { get; set; }
    public string DocumentTitle { get; init; } = "";
    public string DocumentNumber { get; init; } = "";

    /// <summary>The meeting that dealt with it, for <see cref="Rung.Review"/>.</summary>
    public Guid? MeetingId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What the unit answered; null while it has not.</summary>
    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Whether it brought a result, in the office's judgement; false lets the next rung be proposed.</summary>
    public bool? BroughtResult { get; private set; }
    public long Version { get; private set; }

    public void Reply(string answer, DateOnly on) => (Answer, AnsweredOn) = (answer, on);

    /// <summary>Moves the day to answer with the calendar.</summary>
    public void MoveAnswer(DateOnly day) => AnswerBy = day;

    public void Judge(bool broughtResult) => BroughtResult = broughtResult;
}

/// <summary>A dispatch meeting (调度会).</summary>
internal sealed class DispatchMeeting : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }

    /// <summary>Counts the meetings of a plan, from 1.</summary>
    public required int Number { get; init; }
    public required DateOnly On { get; set; }

    /// <summary>Time of day and place, as printed: 14:30，局三楼第一会议室.</summary>
    public required string TimeAndPlace { get; set; }
    public required string Chair { get; set; }

    /// <summary>When the minutes were closed; null while it is being prepared or held.</summary>
    public DateTime? ClosedAt { get; set; }
    public long Version { get; private set; }
}

/// <summary>A point of a meeting's agenda and what was decided on it.</summary>
internal sealed class AgendaItem : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid MeetingId { get; init; }
    public required int Position { get; set; }

    /// <summary>The late task it is about; null for another point.</summary>
    public Guid? TaskId { get; init; }
    public required string Title { get; set; }

    /// <summary>Why it stands on the agenda: late by so many working days, no report, behind plan.</summary>
    public required string Why { get; set; }

    /// <summary>What was decided; empty while nothing was.</summary>
    public string Decision { get; set; } = "";

    /// <summary>The task that the decision became.</summary>
    public Guid? DecisionTaskId { get; set; }
    public long Version { get; private set; }
}

/// <summary>A reminder that was sent, so that the same one is never sent twice.</summary>
internal sealed class SentReminder
{
    /// <summary>Made from what is reminded of: a second server that says the same at the same moment meets this key and stops.</summary>
    public Guid Id { get; private init; }
    public required Guid TaskId { get; init; }

    /// <summary>The milestone it is about, or null for the task's own date.</summary>
    public Guid? MilestoneId { get; init; }

    /// <summary>ahead (three working days before) or late.</summary>
    public required string Kind { get; init; }

    /// <summary>The date that was reminded of: another date is another reminder.</summary>
    public required DateOnly DueOn { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The reminder of one date, with the key that no other can have.</summary>
    public static SentReminder Of(Guid task, Guid? milestone, string kind, DateOnly dueOn, DateTime at)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{task:N} {milestone:N} {kind} {dueOn:O}");
        return new() { Id = new(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16)), TaskId = task, MilestoneId = milestone, Kind = kind, DueOn = dueOn, At = at };
    }
}

/// <summary>A secret address under which a calendar program reads a unit's deadlines.</summary>
internal sealed class CalendarFeed
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose tasks it shows; null for the whole plan.</summary>
    public Guid? UnitId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    public required string SecretHash { get; init; }
    public required DateTime At { get; init; }
    public DateTime? EndedAt { get; set; }
}
