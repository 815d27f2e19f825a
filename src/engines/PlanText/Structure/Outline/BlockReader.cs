using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tables;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>Reads the headings and sentences of one district's plan.</summary>
internal sealed class BlockReader(SourceText source, IReadOnlyList<Paragraph> block, List<Item> items, bool startsWithDistrict)
{
    private readonly Habits habits = new(block);
    private Dictionary<int, Family> inner = [];
    private int lastParagraph = -1;
    private int notedParagraph = -1;

    internal void Read()
    {
        inner = InnerHeadings.Find(block, i => habits.PlainOpensWithLead(i) && Habits.HasLeadShape(block[i]));
        for (var i = startsWithDistrict && HasSlogan() ? 1 : 0; i < block.Count; i++)
        {
            if (block[i].IsRow)
                i = ReadTable(i);
            else if (IsUnitHeading(i))
                AddHeading(new(MarkerKind.OwnLine), block[i], block[i].Body);
            else if (IsOwnLineHeading(i))
                AddHeading(Habits.FamilyOf(block[i]), block[i], block[i].Body);
            else if (OwnerLine(block[i]) is { } note)
                items.Add(new NoteItem(note, lastParagraph, IsAlone: true));
            else
                ReadText(i);
        }
    }

    /// <summary>The line below a district's name is its slogan, unless it heads the text like the other short lines do.</summary>
    private bool HasSlogan()
    {
        if (block.Count < 2 || !IsPlainLine(block[0]))
            return false;
        var next = Enumerable.Range(1, block.Count - 1).FirstOrDefault(i => IsPlainLine(block[i]) || (block[i].Marker is not null && IsOwnLineHeading(i)), -1);
        return next < 0 || (next == 2 && block[1].Sentences.Count <= 2) || next == 1;
    }

    private static bool IsPlainLine(Paragraph paragraph) => paragraph.Marker is null && paragraph.IsBare && !paragraph.IsRow;

    private int ReadTable(int from)
    {
        var to = from;
        while (to < block.Count && block[to].IsRow && block[to].First.Source.Table == block[from].First.Source.Table)
            to++;
        TableReader.Read(source, [.. block.Skip(from).Take(to - from).Select(p => p.First.Source)], items);
        return to - 1;
    }

    private bool IsOwnLineHeading(int at)
    {
        var paragraph = block[at];
        if (paragraph.IsStyled)
            return paragraph.Body.Length is > 0 and <= 60;
        if (IsHeadingAboveNumbers(at))
            return true;
        if (paragraph.Sentences.Count != 1)
            return false;
        var family = Habits.FamilyOf(paragraph);
        if (!paragraph.IsBare)
        {
            return paragraph.Marker is not null && paragraph.Body.Length <= 34 && habits.HasBody(at)
                && habits.SinglesAreHeadings(family) && Habits.IsHeadingLike(paragraph.Body.Plain);
        }

        if (OwnerNote.ReadLine(paragraph.Body.Text) is not null || IsAnnouncement(paragraph.Body.Plain)
            || (PartNames.IsGeneral(paragraph.Body.Plain) && !paragraph.Body.Plain.EndsWith(':')))
            return false;
        return paragraph.Marker is null ? IsPlainHeading(at) : !habits.IsList(family) && (habits.HasBody(at) || paragraph.Body.Length <= 40);
    }

    /// <summary>（二）加强组考。（招生办） with 1. below it: a full stop and a note do not make it a task.</summary>
    private bool IsHeadingAboveNumbers(int at)
    {
        var (mine, next) = (block[at].Marker?.Family, at + 1 < block.Count ? block[at + 1].Marker?.Family : null);
        if (mine is not { HasRank: true } || next is not { HasRank: true } || next.Value.Kind <= mine.Value.Kind || block[at].Body.Length > 40)
            return false;
        var words = OwnerBracket.CutFromEnd(block[at].Body).Words;
        return words.Length is > 0 and <= 20 && !words.Plain.Contains(',') && Sentences.Split(words).Count == 1 && Habits.IsHeadingLike(words.Plain);
    }

    /// <summary>A short line without number heads what follows; three and more in a row are a list.</summary>
    private bool IsPlainHeading(int at)
    {
        if (at + 1 >= block.Count || block[at].Body.Length > 50)
            return false;
        var (first, last) = (at, at);
        while (first > 0 && first > at - 3 && IsPlainLine(block[first - 1]))
            first--;
        while (last + 1 < block.Count && last < at + 3 && IsPlainLine(block[last + 1]))
            last++;
        return last - first < 2 && last + 1 < block.Count && (block[last + 1].Marker is null || habits.HasBody(last));
    }

    /// <summary>重点做好以下工作： leads over to a list; 工作目标： is a heading.</summary>
    private static bool IsAnnouncement(string plain) =>
        plain.EndsWith(':') && (plain.Length > 14 || plain.Contains("以下", StringComparison.Ordinal) || plain.Contains("如下", StringComparison.Ordinal));

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

    /// <summary>【基础教育科】 with 1. below it heads what this section does; behind tasks it says who does them.</summary>
    private bool IsUnitHeading(int at) =>
        block[at].Marker is null && block[at].Body.Plain is ['【', .., '】'] words && !words.Contains(':', StringComparison.Ordinal)
        && at + 1 < block.Count && block[at + 1].Marker is { Value: 1 };

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
        items.Add(new SentenceItem(words, lastParagraph = PrintedAt(at), closes ? null : after));
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
