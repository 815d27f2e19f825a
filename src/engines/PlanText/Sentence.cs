namespace Shuren.PlanText;

/// <summary>One sentence with the way back to its source: broken lines are joined, the heading is cut off.</summary>
/// <param name="Text">The words.</param>
/// <param name="Offsets">For each character of <paramref name="Text"/> its offset in <see cref="SourceText.Text"/>.</param>
/// <param name="Section">The innermost section, or null.</param>
/// <param name="Task">The task that this sentence is (or, for a bare expectation, the task before it), or null.</param>
/// <param name="IsPlan">False in the part that sums up the past.</param>
internal sealed record Sentence(string Text, IReadOnlyList<int> Offsets, string? Section, string? Task, bool IsPlan)
{
    /// <summary>When its numbers are due if it does not say so itself: the year at the head of its column. Null for most.</summary>
    public string? Due { get; init; }

    /// <summary>What its numbers measure if it does not say so itself: the task of its row. Null for most.</summary>
    public string? About { get; init; }
}
