namespace Shuren.PlanText.Structure.Lines;

/// <summary>What a line is to the reader.</summary>
internal enum LineRole
{
    /// <summary>Part of the document.</summary>
    Body,

    /// <summary>Nothing on it.</summary>
    Blank,

    /// <summary>Navigation, numbers of pages, letterhead, signature.</summary>
    Boilerplate,

    /// <summary>The title, its second line, or the line below it.</summary>
    Title,
}

/// <summary>A line with its trimmed words and what is known of it.</summary>
/// <param name="Source">The line of the source.</param>
/// <param name="Words">Its words without the gaps around them.</param>
/// <param name="Role">What it is to the reader.</param>
/// <param name="Marker">The numbering it begins with, or null.</param>
internal sealed record BodyLine(SourceLine Source, Passage Words, LineRole Role, Marker? Marker = null)
{
    /// <summary>How far it is set in, in characters.</summary>
    internal int Indent => Words.IsEmpty ? 0 : Words.Start - Source.Start;

    internal bool IsRow => Source.Kind == LineKind.TableRow;

    /// <summary>Room it takes, where a Latin letter or digit is half as wide as a Chinese character.</summary>
    internal double Width => Indent + (Words.Text.Length + Words.Text.Count(c => c > '\u00ff')) / 2.0;

    /// <summary>A line that does not end like a sentence and is short enough to be a heading.</summary>
    internal bool IsBare => Words.Length is > 0 and <= 60 && !Sentences.IsEnd(Words.Plain[^1]) && !Words.Plain.Contains('。');
}
