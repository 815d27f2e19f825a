namespace Shuren.PlanText.Structure.Owners;

/// <summary>Finds brackets that say who and when, at the beginning and at the end of a passage.</summary>
internal static class OwnerBracket
{
    private const string Opens = "(【[〔";
    private const int Longest = 300;
    private const int MostNotes = 8;

    /// <summary>Cuts such brackets off the beginning: they belong to what stands before.</summary>
    internal static (Passage Words, OwnerNote? Note) CutFromStart(Passage passage)
    {
        var (found, count) = ((OwnerNote?)null, 0);
        while (!passage.IsEmpty && count++ < MostNotes && Opens.Contains(passage.Plain[0]))
        {
            var close = Brackets.Partners(passage.Plain.AsSpan(0, Math.Min(passage.Length, Longest)))[0];
            if (close < 0 || OwnerNote.Read(passage.Text[1..close]) is not { } note)
                break;
            found = OwnerNote.Merge(found, note);
            passage = passage.From(close + 1);
            while (!passage.IsEmpty && Sentences.IsEnd(passage.Plain[0]))
                passage = passage.From(1);
        }

        return (passage, found);
    }

    /// <summary>Cuts such brackets off the end, in front of the full stop; the full stop stays.</summary>
    internal static (Passage Words, OwnerNote? Note) CutFromEnd(Passage passage)
    {
        OwnerNote? found = null;
        var core = Sentences.WithoutEnd(passage);
        var partners = Brackets.Partners(core.Plain);
        var end = core.Length;
        for (var count = 0; count < MostNotes && end > 0 && partners[end - 1] is >= 0 and var open && Opens.Contains(core.Plain[open])
            && OwnerNote.Read(core.Text[(open + 1)..(end - 1)]) is { } note; count++)
        {
            found = OwnerNote.Merge(note, found);
            end = core.Plain.AsSpan(0, open).TrimEnd(' ').Length;
        }

        if (found is null)
            return (passage, found);
        var stop = passage.Slice(core.Length, passage.Length);
        return (stop.IsEmpty ? core.To(end) : Passage.Join([core.To(end), stop]), found);
    }
}
