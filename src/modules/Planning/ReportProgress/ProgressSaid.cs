namespace Shuren.Planning.ReportProgress;

/// <summary>What a unit says about a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Percent">Percent done, 0 to 100; of the whole task from its lead, of the own part from a unit that helps.</param>
/// <param name="Words">What has been done.</param>
internal sealed record ProgressSaid(Guid Task, int Percent, string Words)
{
    /// <summary>The longest words.</summary>
    public const int LongestWords = 2000;

    /// <summary>The unit that speaks; null takes the first unit of the task for which the actor may report.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The day up to which it speaks; null is today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The milestone that it says is reached; null for a report of the month.</summary>
    public Guid? Milestone { get; init; }

    /// <summary>Links and record numbers, one to a line.</summary>
    public string Links { get; init; } = "";

    /// <summary>Values of the task's targets.</summary>
    public IReadOnlyDictionary<Guid, double> Values { get; init; } = new Dictionary<Guid, double>();
}
