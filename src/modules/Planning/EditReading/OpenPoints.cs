using Shuren.Planning.Model;
using Shuren.PlanText;

namespace Shuren.Planning.EditReading;

/// <summary>What has to be looked at before a reading stands. The names are keys of the words: <c>Open_NoLead</c>.</summary>
internal enum OpenPoint
{
    /// <summary>Nobody is suggested to lead.</summary>
    NoLead,

    /// <summary>Several units are as likely to lead.</summary>
    LeadsTie,

    /// <summary>No date.</summary>
    NoDue,

    /// <summary>A target without a number: somebody adds one, or accepts the task as it is.</summary>
    NoNumber,

    /// <summary>Two sentences that may be two tasks: somebody cuts it, or accepts it as it is.</summary>
    TwoSentences,
}

/// <summary>Finds the open points of a task.</summary>
internal static class OpenPoints
{
    /// <summary>In the order of <see cref="OpenPoint"/>; none for a dropped task.</summary>
    public static IReadOnlyList<OpenPoint> Of(WorkTask task, IEnumerable<Target> targets)
    {
        if (task.DroppedAt is not null)
            return [];
        var points = new List<OpenPoint>();
        if (task.LeadUnitId is null)
            points.Add(task.LeadReason.Length > 0 ? OpenPoint.LeadsTie : OpenPoint.NoLead);
        if (task.DueOn is null)
            points.Add(OpenPoint.NoDue);
        if (task.AcceptedAt is not null)
            return points;
        if (targets.Any(LacksNumber))
            points.Add(OpenPoint.NoNumber);
        if (Clauses.HoldsTwoSentences(task.Text))
            points.Add(OpenPoint.TwoSentences);
        return points;
    }

    /// <summary>A planned target without its number; a deed by a date needs none.</summary>
    public static bool LacksNumber(Target target) => target is { Value: null, DroppedAt: null, Status: TargetStatus.Target } && target.Kind != TargetKind.Date;
}
