namespace Shuren.Ui;

/// <summary>One thing that waits for the reader.</summary>
/// <param name="Lamp">Its deadline's lamp.</param>
/// <param name="When">The lamp's words: 逾期2个工作日.</param>
/// <param name="Title">What to do.</param>
/// <param name="Href">Where it is done.</param>
public sealed record TodoItem(LampKind Lamp, string When, string Title, string Href)
{
    /// <summary>The day: 应于4月13日.</summary>
    public string? Due { get; init; }

    /// <summary>Why it waits, in one line.</summary>
    public string? Why { get; init; }

    /// <summary>Whose matter it is.</summary>
    public string? Source { get; init; }

    /// <summary>The act in a word: 去汇总.</summary>
    public string? Act { get; init; }

    /// <summary>Where it can be handed over or shared; null where it cannot.</summary>
    public string? MoreHref { get; init; }
}
