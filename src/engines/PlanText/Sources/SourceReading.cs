using System.Diagnostics.CodeAnalysis;

namespace Shuren.PlanText.Sources;

/// <summary>What became of a document: its text, or the problem that says what is wrong and what to do.</summary>
public sealed record SourceReading
{
    private SourceReading(SourceText? text, SourceProblem? problem)
    {
        Text = text;
        Problem = problem;
    }

    /// <summary>The document as text; null when it was refused.</summary>
    public SourceText? Text { get; }

    /// <summary>Why it was refused; null when it was read.</summary>
    public SourceProblem? Problem { get; }

    /// <summary>True when the document was read.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Text is not null;

    internal static SourceReading Of(SourceText text) => new(text, null);

    internal static SourceReading Refused(SourceProblemKind kind, params object[] arguments) =>
        new(null, SourceMessages.Say(kind, arguments));
}
