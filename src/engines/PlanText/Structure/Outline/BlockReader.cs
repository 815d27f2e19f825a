using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tables;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Reads the headings and sentences of one district's plan.</summary>
internal sealed class BlockReader(SourceText source, IReadOnlyList<Paragraph> block, List<Item> items, bool startsWithDistrict)
{
    private readonly Habits habits = new(block);
    private readonly Dictionary<int, int> parallel = ParallelHeadings.Find(block);
    private Dictionary<int, Family> inner = [];
    private int lastParagraph = -1;
    private int notedParagraph = -1;

    internal void Read()
    {
        var headings = new HeadingLines(block, habits);
        inner = InnerHeadings.Find(block, i => habits.PlainOpensWithLead(i) && Habits.HasLeadShape(block[i]));
        for (var i = startsWithDistrict && headings.HasSlogan() ? 1 : 0; i < block.Count; i++)
        {
            if (block[i].IsRow)
                i = ReadTable(i);
            else if (headings.IsOfUnit(i))
                AddHeading(new(MarkerKind.OwnLine), block[i], block[i].Body);
            else if (headings.IsOnOwnLine(i))
                AddHeading(Habits.FamilyOf(block[i]), block[i], block[i].Body);
            else if (OwnerLine(block[i]) is { } note)
                items.Add(new NoteItem(note, lastParagraph, IsAlone: true));
            else
                ReadText(i);
        }
    }

    private int ReadTable(int from)
    {
        var to = from;
        while (to < block.Count && block[to].IsRow && block[to].First.Source.Table == block[from].First.Source.Table)
            to++;
        TableReader.Read(source, [.. block.Skip(from).Take(to - from).Select(p => p.First.Source)], items);
        return to - 1;
    }

    private void AddHeading(Family family, Paragraph paragraph, Passage title, bool opensParagraph = false)
    {
        var whole = Sentences.WithoutEnd(title);
        if (whole.Plain is ['【', .., '】'])
            whole = whole.Slice(1, whole.Length - 1);
        var (rest, note) = OwnerBracket.CutFromEnd(whole);
        // 启动阶段（1月—2月）: a time is part of the title, an owner is not.
        rest = note is { Lead: null, Support.Count: 0 } ? whole : Sentences.WithoutEnd(rest);
        if (!rest.IsEmpty && rest.Plain[^1] is ':' or '—')
            rest = rest.Slice(0, rest.Plain.TrimEnd(':', '—').Length);
        if (!rest.IsEmpty)
            items.Add(new HeadingItem(family, paragraph.MarkerText, rest, note, opensParagraph));
    }

    private static OwnerNote? OwnerLine(Paragraph paragraph)
    {
        if (paragraph.Marker is not null)
            return null;
        var (rest, note) = OwnerBracket.CutFromStart(paragraph.Body);
        return note is not null && rest.IsEmpty ? note : OwnerNote.ReadLine(paragraph.Body.Text);
    }

    private void ReadText(int at)
    {
        var paragraph = block[at];
        var family = paragraph.Marker?.Family ?? new Family(MarkerKind.Lead);
        var opens = paragraph.Marker is null ? habits.PlainOpensWithLead(at) : habits.OpensWithLead(family) || habits.OpensPlainly(paragraph);
        var cut = LeadLength(at, family, opens);
        if (cut == 0)
        {
            ReadSentences(at, paragraph.Sentences, null);
            return;
        }

        AddHeading(family, paragraph, paragraph.Body.To(cut), opensParagraph: true);
        var rest = paragraph.Body.From(cut);
        if (!rest.IsEmpty && rest.Plain[0] is ':' or '.')
            rest = rest.From(1);
        ReadSentences(at, Sentences.Split(rest), inner.TryGetValue(at, out var innerFamily) ? innerFamily : null);
    }

    /// <summary>How many characters of a paragraph are its heading: up to the full stop, the colon, the gap or the second verb.</summary>
    private int LeadLength(int at, Family family, bool opens)
    {
        var paragraph = block[at];
        if (parallel.TryGetValue(at, out var length))
            return length;
        if (habits.OpensWithBracket && LeadSplitter.Bracket(paragraph) is > 0 and var bracket)
            return bracket;
        if (paragraph.Marker is not null && (opens || habits.OpensWithColon(family)) && LeadSplitter.Colon(paragraph) is > 0 and var colon)
            return colon;
        if ((paragraph.Marker is not null || opens) && LeadSplitter.Gap(paragraph) is > 0 and var gap)
            return gap;
        if (!opens)
            return 0;
        if (LeadSplitter.Dot(paragraph) is > 0 and var dot)
            return dot;
        if (paragraph.Marker is not null && LeadSplitter.Space(paragraph) is > 0 and var space)
            return space;
        if (Habits.HasLeadShape(paragraph) && habits.LooksLikeSiblings(paragraph))
            return paragraph.Body.Plain.IndexOf(paragraph.Sentences[0].Plain, StringComparison.Ordinal) + paragraph.Sentences[0].Length;
        return paragraph.Sentences.Count > 1 || habits.RunsIn(at) ? LeadSplitter.RunIn(paragraph) : 0;
    }

    private void ReadSentences(int at, IReadOnlyList<Passage> sentences, Family? innerFamily)
    {
        var afterHeading = innerFamily?.Kind == MarkerKind.Lead;
        for (var i = 0; i < sentences.Count; i++)
        {
            var isHeading = innerFamily is not null && !afterHeading && i + 1 < sentences.Count && InnerHeadings.IsInner(sentences[i]);
            if (isHeading)
                items.Add(new HeadingItem(innerFamily!.Value, "", Sentences.WithoutEnd(sentences[i])));
            else
                AddSentence(at, sentences[i], i + 1 == sentences.Count);
            afterHeading = isHeading;
        }
    }

    private void AddSentence(int at, Passage sentence, bool isLast)
    {
        if (OwnerNote.ReadLine(sentence.Text) is { } line)
        {
            items.Add(new NoteItem(line, PrintedAt(at), IsAlone: false));
            return;
        }

        var (withoutStart, before) = OwnerBracket.CutFromStart(sentence);
        if (before is not null)
            items.Add(new NoteItem(before, PrintedAt(at), IsAlone: false));
        var (words, after) = OwnerBracket.CutFromEnd(withoutStart);
        words = words.From(InlineMarker(words.Plain));
        if (!words.Plain.Any(char.IsLetterOrDigit))
            return;
        var closes = isLast && notedParagraph != at;
        items.Add(new SentenceItem(words, lastParagraph = PrintedAt(at), closes ? null : after, block[at].Marker is not null));
        if (after is null)
            return;
        notedParagraph = at;
        if (closes)
            items.Add(new NoteItem(after, PrintedAt(at), IsAlone: false));
    }

    /// <summary>The paragraph as it is printed: pieces that run on in one line are one.</summary>
    private int PrintedAt(int at)
    {
        while (at > 0 && block[at - 1].First.Source.Number == block[at].First.Source.Number)
            at--;
        return at;
    }

    /// <summary>一是…；二是… and （1）…；（2）… inside a paragraph: the counting is no part of the task.</summary>
    private static int InlineMarker(string plain) => MarkerReader.Read(plain) is { } marker
        && marker.Family.Kind is MarkerKind.Spoken or MarkerKind.Circle or MarkerKind.Letter or MarkerKind.NumberInBrackets or MarkerKind.ChineseInBrackets or MarkerKind.Bullet
        ? Math.Min(marker.Length, plain.Length)
        : 0;
}
