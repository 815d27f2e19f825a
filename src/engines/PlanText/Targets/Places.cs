namespace Shuren.PlanText.Targets;

/// <summary>The way from a span of a sentence back to the source.</summary>
internal static class Places
{
    internal static Place Of(SourceText source, Sentence sentence, Place inSentence) =>
        source.PlaceOf(sentence.Offsets[inSentence.Start], sentence.Offsets[inSentence.End - 1] + 1);
}
