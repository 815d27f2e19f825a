using Shuren.PlanText.Dates;
using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Owners;

namespace Shuren.PlanText.Structure.Tasks;

/// <summary>Gives headings their level: numberings take their rank in the order in which they first appear.</summary>
internal sealed class SectionTree(DocumentHead head, Func<Passage, Place> place)
{
    private static readonly string[] Past = ["总结", "回顾"];

    private readonly bool isReview = head.Title is { } title && Array.Exists(Past, w => title.Contains(w, StringComparison.Ordinal));
    private readonly List<(HeadingItem Heading, PlanSection Section, OwnerNote? Note)> open = [];
    private readonly List<PlanSection> sections = [];
    private bool lastTopIsPlan = true;

    internal IReadOnlyList<PlanSection> Sections => sections;

    /// <summary>The innermost section that is open.</summary>
    internal PlanSection? Current => open.Count > 0 ? open[^1].Section : null;

    /// <summary>Whether what stands here is planned. Above the first heading of a summary it is not.</summary>
    internal bool IsPlan => Current?.IsPlan ?? !isReview;

    internal string? District { get; private set; }

    /// <summary>总体要求 and the like, here or above.</summary>
    internal bool IsGuiding => open.Exists(o => PartNames.IsGuiding(o.Section.Title)) || (Current is { } section && PartNames.IsFrame(section.Title));

    /// <summary>工作目标 and the like.</summary>
    internal bool IsAim => Current is { } section && PartNames.IsAim(section.Title);

    /// <summary>What the headings themselves say about who and when: （一）…（牵头科室：…）, 第一季度.</summary>
    internal OwnerNote? Note => open.Aggregate((OwnerNote?)null, (note, o) => OwnerNote.Merge(o.Note, note));

    internal void Enter(string district)
    {
        District = district;
        open.Clear();
    }

    internal void Add(HeadingItem heading)
    {
        CloseBelow(heading);
        var title = Passage.ToPlain(heading.Title.Text);
        var section = new PlanSection($"s{sections.Count + 1}", Current?.Id, open.Count + 1, heading.Marker, heading.Title.Text,
            District, TellsPlan(title), place(heading.Title));
        if (open.Count == 0)
            lastTopIsPlan = section.IsPlan;
        sections.Add(section);
        open.Add((heading, section, OwnerNote.Merge(heading.Note, TimeOf(title))));
    }

    private void CloseBelow(HeadingItem heading)
    {
        var at = open.FindIndex(o => o.Heading.Family == heading.Family);
        if (at < 0)
        {
            at = open.Count;
            while (at > 0 && StandsHigher(heading.Family, open[at - 1].Heading))
                at--;
        }

        open.RemoveRange(at, open.Count - at);
    }

    /// <summary>A numbering that was not yet open closes those that custom puts below it; a line of its own closes what opened a paragraph.</summary>
    private static bool StandsHigher(Family mine, HeadingItem below)
    {
        var other = below.Family;
        return PartNames.IsPrologue(below.Title.Plain)
            || (mine.Kind is MarkerKind.OwnLine or MarkerKind.Styled && below.OpensParagraph)
            || (mine.HasRank && other.HasRank && mine.Kind < other.Kind)
            || (mine.Kind == other.Kind && mine.Kind is MarkerKind.Styled or MarkerKind.Decimal && mine.Detail < other.Detail);
    }

    private bool TellsPlan(string title)
    {
        if (PartNames.IsSummary(title))
            return false;
        if (open.Count > 0)
            return Current!.IsPlan || (PartNames.IsPlan(title) && (IsNext(title) || PeriodFinder.FirstYear(title) == head.Period.Year));
        return PartNames.IsPlan(title) || (isReview ? sections.Count > 0 && lastTopIsPlan : true);
    }

    /// <summary>Inside a summary only a heading that looks ahead opens the plan.</summary>
    private static bool IsNext(string title) =>
        title.Contains("下一步", StringComparison.Ordinal) || title.Contains("打算", StringComparison.Ordinal) || title.Contains("今后", StringComparison.Ordinal)
        || title.Contains("下步", StringComparison.Ordinal);

    /// <summary>第一季度, or the bracket of 启动阶段（1月—2月）.</summary>
    private static OwnerNote? TimeOf(string title)
    {
        var bracket = title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open ? title[(open + 1)..^1] : title;
        return DueWords.Find(bracket, null) is { } due && due.Words.Length * 2 >= bracket.Length ? new(null, [], due.Words) : null;
    }
}
