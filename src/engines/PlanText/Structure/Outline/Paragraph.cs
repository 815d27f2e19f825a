using Shuren.PlanText.Structure.Lines;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>A paragraph with its broken lines joined.</summary>
/// <param name="Marker">The numbering it begins with, or null.</param>
/// <param name="Whole">All its words.</param>
/// <param name="Body">Its words behind the numbering.</param>
/// <param name="First">Its first line.</param>
internal sealed record Paragraph(Marker? Marker, Passage Whole, Passage Body, BodyLine First)
{
    private IReadOnlyList<Passage>? sentences;

    /// <summary>The sentences of the body.</summary>
    internal IReadOnlyList<Passage> Sentences => sentences ??= Structure.Sentences.Split(Body);

    /// <summary>Whether the last sentence lacks its full stop.</summary>
    internal bool IsOpenEnded => Body.Plain.AsSpan().TrimEnd(" )】]”") is var words && (words.IsEmpty || !Structure.Sentences.IsEnd(words[^1]));

    /// <summary>One piece without a full stop: the form of a heading on a line of its own.</summary>
    internal bool IsBare => Sentences.Count == 1 && IsOpenEnded && Body.Length <= 60;

    internal bool IsRow => First.IsRow;

    internal bool IsStyled => First.Source.Kind == LineKind.Heading;

    /// <summary>The words of the numbering as printed.</summary>
    internal string MarkerText => Marker is null ? "" : Whole.Text[..Math.Min(Marker.Length, Whole.Length)].Trim();
}
