namespace Shuren.PlanText.Dates;

/// <summary>Words that say by when, and the last day they allow.</summary>
/// <param name="Words">As printed: 6月底前.</param>
/// <param name="Start">Where they begin in the text that was searched.</param>
/// <param name="LastDay">The last day that the words allow; null where they name none (长期, or the year is not known).</param>
public readonly record struct Due(string Words, int Start, DateOnly? LastDay)
{
    /// <summary>Whether the words name a day, a month, a term or the year's end: more than the year alone or a rhythm (每月).</summary>
    internal bool IsSharp { get; init; }
}
