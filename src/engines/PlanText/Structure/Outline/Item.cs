using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>One thing in reading order: a heading, a sentence, or a note that says who does what stands before it.</summary>
internal abstract record Item;

/// <summary>A new district's plan begins.</summary>
internal sealed record DistrictItem(string Name) : Item;

/// <summary>A heading before its level is known.</summary>
/// <param name="Family">Its numbering or form.</param>
/// <param name="Marker">The numbering as printed, or empty.</param>
/// <param name="Title">Its words.</param>
/// <param name="Note">Who and when, where the heading says so.</param>
/// <param name="OpensParagraph">Its text goes on behind it, so that no line of its own stands under it.</param>
internal sealed record HeadingItem(Family Family, string Marker, Passage Title, OwnerNote? Note = null, bool OpensParagraph = false) : Item;

/// <summary>A sentence.</summary>
/// <param name="Words">With its full stop, without the note at its end.</param>
/// <param name="Paragraph">Counts paragraphs, so that a note knows how far back it reaches.</param>
/// <param name="Note">A note inside the sentence that is for it alone.</param>
/// <param name="IsNumbered">Its paragraph begins with a numbering.</param>
internal sealed record SentenceItem(Passage Words, int Paragraph, OwnerNote? Note = null, bool IsNumbered = false) : Item;

/// <summary>A note for what stands before it.</summary>
/// <param name="Note">Who and when.</param>
/// <param name="Paragraph">The paragraph that it closes.</param>
/// <param name="IsAlone">It fills a line or paragraph of its own.</param>
internal sealed record NoteItem(OwnerNote Note, int Paragraph, bool IsAlone) : Item;

/// <summary>A sentence of a breakdown table.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Others">Cells with further words, such as a goal, and the year of their column, if it has one: read for numbers, not for tasks.</param>
/// <param name="Note">Who and when, from its columns.</param>
/// <param name="IsTask">It is a task whatever its words, for its row has no other.</param>
internal sealed record RowItem(Passage Text, IReadOnlyList<(Passage Words, string? Year)> Others, OwnerNote? Note, bool IsTask) : Item;

/// <summary>A value of a table of indicators.</summary>
/// <param name="Words">The indicator, its value and its unit, read as one.</param>
/// <param name="IsPlanned">False for what was reached.</param>
internal sealed record ValueItem(Passage Words, bool IsPlanned) : Item;
