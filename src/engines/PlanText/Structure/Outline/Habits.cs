using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Tasks;

namespace Shuren.PlanText.Structure.Outline;

/// <summary>
/// How siblings look in one district's plan. One paragraph alone seldom shows whether its first sentence is a heading;
/// the paragraphs numbered like it do.
/// </summary>
internal sealed class Habits
{
    private const int LongestMarkedLead = 34;
    private const int LongestPlainLead = 26;
    private const int ShortLead = 17;

    /// <summary>2026年.</summary>
    private const int YearName = 5;

    private readonly IReadOnlyList<Paragraph> block;
    private readonly Dictionary<Family, int> firstAt = [];
    private readonly Dictionary<Family, Tally> tallies = [];
    private readonly Tally plain = new();
    private readonly Dictionary<int, Tally> inSection = [];
    private readonly int[] sectionOf;
    private int brackets;

    internal Habits(IReadOnlyList<Paragraph> block)
    {
        this.block = block;
        sectionOf = new int[block.Count];
        var section = 0;
        for (var i = 0; i < block.Count; i++)
        {
            section = block[i].Marker is not null || block[i].IsStyled || block[i].IsBare ? i : section;
            sectionOf[i] = section;
            inSection.TryAdd(section, new());
        }

        for (var i = 0; i < block.Count; i++)
            firstAt.TryAdd(FamilyOf(block[i]), i);
        for (var i = 0; i < block.Count; i++)
            Count(i);
    }

    private sealed class Tally
    {
        public int Leaders, ShortLeaders, RunIns, Followers, BareWithBody, BareLeaf, Colons, Singles, SinglesWithBody;
    }

    /// <summary>Numbered paragraphs of this kind open with a heading.</summary>
    internal bool OpensWithLead(Family family) => tallies.TryGetValue(family, out var t) && t.Leaders > 0 && t.Leaders >= t.Followers;

    /// <summary>A numbered paragraph that opens with a few words of one clause has a heading even where others have none.</summary>
    internal bool OpensPlainly(Paragraph paragraph) =>
        paragraph.Marker is { } marker && tallies.TryGetValue(marker.Family, out var t) && t.Leaders * 3 >= t.Followers
        && HasLeadShape(paragraph) && IsOneClause(paragraph) && paragraph.Sentences[0].Length <= ShortLead;

    /// <summary>All paragraphs without number open with a heading (a few may run into their text), or all in the same section.</summary>
    internal bool PlainOpensWithLead(int at) =>
        (plain.Leaders >= 2 && plain.Leaders >= 4 * plain.Followers) || inSection[sectionOf[at]] is { Leaders: >= 3, Followers: 0 } || RunsIn(at);

    /// <summary>Headings that run into their text are believed where a plan has several and all paragraphs of the section have one.</summary>
    internal bool RunsIn(int at) =>
        plain.RunIns >= 3 && block[at].Marker is null && inSection[sectionOf[at]] is { Followers: 0 } section && section.RunIns + section.Leaders >= 2;

    /// <summary>Several paragraphs open with a heading in brackets: 【师德建设】.</summary>
    internal bool OpensWithBracket => brackets >= 2;

    /// <summary>Most numbered paragraphs of this kind have a heading before a colon.</summary>
    internal bool OpensWithColon(Family family) => tallies.TryGetValue(family, out var t) && t.Colons >= 2 && t.Colons * 2 > t.Leaders + t.Followers + t.Singles;

    /// <summary>Lines of this kind are the points of a list, with nothing under them.</summary>
    internal bool IsList(Family family) => tallies.TryGetValue(family, out var t) && t.BareLeaf >= 2 && t.BareLeaf > t.BareWithBody;

    /// <summary>Lines of this kind are headings although they end with a full stop.</summary>
    internal bool SinglesAreHeadings(Family family) => tallies.TryGetValue(family, out var t) && t.Singles >= 2 && t.SinglesWithBody * 4 >= t.Singles * 3;

    /// <summary>Whether anything stands under the paragraph at this place.</summary>
    internal bool HasBody(int at)
    {
        if (at + 1 >= block.Count)
            return false;
        var (mine, next) = (FamilyOf(block[at]), FamilyOf(block[at + 1]));
        if (block[at + 1].Marker is null && !block[at + 1].IsBare && !block[at + 1].IsStyled)
            return true;
        if (next.Kind == MarkerKind.Spoken && mine.HasRank)
            return true;
        // 三月份 with 1. below it, though 1. stood higher up too.
        if (block[at].Marker is null && block[at + 1].Marker is { Value: 1 })
            return true;
        return next != mine && (next.HasRank && mine.HasRank ? next.Kind >= mine.Kind : firstAt[next] > firstAt[mine]);
    }

    /// <summary>Whether a first sentence has the form of its siblings' headings: among headings of one clause, one of two is a task.</summary>
    internal bool LooksLikeSiblings(Paragraph paragraph)
    {
        var tally = paragraph.Marker is null ? plain : Of(paragraph.Marker.Family);
        return IsOneClause(paragraph) || tally.ShortLeaders < 3 || tally.ShortLeaders * 3 < tally.Leaders * 2;
    }

    private static bool IsOneClause(Paragraph paragraph) => !paragraph.Sentences[0].Plain.Contains(',');

    internal static Family FamilyOf(Paragraph paragraph) => paragraph.Marker?.Family
        ?? (paragraph.IsStyled ? new(MarkerKind.Styled, paragraph.First.Source.HeadingLevel)
            : new(paragraph.IsBare ? MarkerKind.OwnLine : MarkerKind.Lead));

    /// <summary>Whether the first sentence could be a heading: short, few clauses, no quantity, and others follow.</summary>
    internal static bool HasLeadShape(Paragraph paragraph)
    {
        if (paragraph.Sentences.Count < 2 || CountsOn(paragraph) || !HasMore(paragraph, needsAction: !IsOneClause(paragraph)))
            return false;
        var first = paragraph.Sentences[0];
        var clauses = Structure.Sentences.Clauses(first).Count();
        return first.Plain[^1] == '。' && IsHeadingLike(first.Plain)
            && (paragraph.Marker is null
                ? first.Length <= LongestPlainLead && clauses <= 2
                : first.Length <= LongestMarkedLead && clauses <= 3);
    }

    /// <summary>一是…。二是…。 in one paragraph is a list and has no heading.</summary>
    private static bool CountsOn(Paragraph paragraph) =>
        paragraph.Marker is { } mine && MarkerReader.Read(paragraph.Sentences[1].Plain) is { } next && next.Family == mine.Family && next.Value == mine.Value + 1;

    /// <summary>
    /// Whether more follows the first sentence than a note (责任科室：…). Behind several clauses it must be an action:
    /// with a mere number behind it, the first sentence is the task.
    /// </summary>
    private static bool HasMore(Paragraph paragraph, bool needsAction) =>
        paragraph.Sentences.Skip(1).Any(s => OwnerNote.ReadLine(s.Text) is null
            && OwnerBracket.CutFromStart(s).Words is { IsEmpty: false } words && (!needsAction || ActionWords.NameAction(words, amongAims: false)));

    /// <summary>Background, aims and sentences with dates or colons are no headings.</summary>
    internal static bool IsHeadingLike(string plain) =>
        !PartNames.IsBackground(plain) && !PartNames.IsGeneral(plain) && !plain.Contains(':') && !HasQuantity(NamesYear(plain) ? plain[YearName..] : plain)
        && !plain.Contains(",要", StringComparison.Ordinal) && !plain.Contains(",应", StringComparison.Ordinal);

    /// <summary>2026年为起步年: what a year is called, and nothing to be done in it.</summary>
    private static bool NamesYear(string plain) =>
        plain.Length > YearName && PeriodFinder.FirstYear(plain.AsSpan(0, 4)) is not null && plain[4] == '年' && plain[YearName] is '为' or '是';

    private static bool HasQuantity(string plain)
    {
        var end = plain.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? bracket : plain.Length;
        for (var i = 1; i < end; i++)
        {
            if (char.IsAsciiDigit(plain[i - 1]) && plain[i] is '%' or '所' or '个' or '名' or '人' or '万' or '亿' or '场' or '次' or '间' or '年')
                return true;
        }

        return false;
    }

    private void Count(int at)
    {
        var paragraph = block[at];
        if (paragraph.Sentences.Count == 0 || paragraph.IsRow)
            return;
        var tally = paragraph.Marker is null ? plain : Of(FamilyOf(paragraph));
        if (paragraph.Sentences.Count > 1)
        {
            CountLead(tally, paragraph, isIntroduction: at == 0);
            if (paragraph.Marker is null)
                CountLead(inSection[sectionOf[at]], paragraph, isIntroduction: at == 0);
        }
        else if (paragraph.Marker is null && !paragraph.IsBare && LeadSplitter.RunIn(paragraph) > 0)
            inSection[sectionOf[at]].RunIns += CountRunIn(plain);
        else if (paragraph.IsBare)
            _ = HasBody(at) ? tally.BareWithBody++ : tally.BareLeaf++;
        else
        {
            tally.Singles++;
            tally.SinglesWithBody += HasBody(at) && paragraph.Body.Length <= LongestMarkedLead ? 1 : 0;
        }

        if (LeadSplitter.Colon(paragraph) > 0)
            tally.Colons++;
        if (LeadSplitter.Bracket(paragraph) > 0)
            brackets++;
    }

    /// <summary>What introduces a plan has no heading and says nothing against the others.</summary>
    private static void CountLead(Tally tally, Paragraph paragraph, bool isIntroduction)
    {
        var first = paragraph.Sentences[0].Plain;
        if (HasLeadShape(paragraph) || (paragraph.Marker is not null && LeadSplitter.HasSign(paragraph)))
        {
            tally.Leaders++;
            tally.ShortLeaders += IsOneClause(paragraph) ? 1 : 0;
        }
        else if (paragraph.Marker is null && LeadSplitter.RunIn(paragraph) > 0)
            CountRunIn(tally);
        else if (!(isIntroduction && paragraph.Marker is null) && !paragraph.Sentences.Any(s => PartNames.IsExhortation(s.Plain)) && !PartNames.IsBackground(first) && !PartNames.IsGeneral(first))
            tally.Followers++;
    }

    private static int CountRunIn(Tally tally)
    {
        tally.RunIns++;
        return 1;
    }

    private Tally Of(Family family)
    {
        if (!tallies.TryGetValue(family, out var tally))
            tallies.Add(family, tally = new());
        return tally;
    }
}
