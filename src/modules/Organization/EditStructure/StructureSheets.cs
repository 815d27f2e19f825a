using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.ManageUnits;

namespace Shuren.Organization.EditStructure;

/// <summary>The workbook of the structure: units, groups, posts, linkage, a sheet each, with explanations. It is its own template.</summary>
internal static class StructureSheets
{
    public const string Id = "id";
    public const string Name = "name";
    public const string ShortName = "short";
    public const string Kind = "kind";
    public const string Parent = "parent";
    public const string Duties = "duties";
    public const string Closes = "closes";
    public const string Group = "group";
    public const string Member = "member";
    public const string Lead = "lead";
    public const string Unit = "unit";
    public const string Title = "title";
    public const string Account = "account";
    public const string Person = "person";
    public const string How = "how";
    public const string Since = "since";
    public const string Last = "last";
    public const string Ends = "ends";

    /// <summary>The columns that each sheet needs, by the sheet's name.</summary>
    public static IReadOnlyList<WantedColumn> UnitColumns =>
        [new(Id, [StructureText.SheetId]), new(Name, [OrganizationText.UnitName]), new(ShortName, [OrganizationText.ShortName]), new(Kind, [StructureText.GroupKind]), new(Parent, [OrganizationText.UnitAbove]), new(Duties, [OrganizationText.Duties]), new(Closes, [StructureText.SheetCloses])];

    public static IReadOnlyList<WantedColumn> GroupColumns =>
        [new(Group, [StructureText.GroupName]), new(Kind, [StructureText.GroupKind]), new(Member, [StructureText.SheetMember]), new(Lead, [StructureText.SheetLead])];

    public static IReadOnlyList<WantedColumn> PostColumns =>
        [new(Unit, [OrganizationText.Unit]), new(Title, [StructureText.PostTitleLabel]), new(Account, [OrganizationText.AccountName]), new(How, [StructureText.PostHow]), new(Since, [StructureText.Since]), new(Last, [StructureText.LastDay])];

    public static IReadOnlyList<WantedColumn> LinkColumns =>
        [new(Kind, [StructureText.GroupKind]), new(Account, [OrganizationText.AccountName]), new(Unit, [StructureText.LinkUnit]), new(Ends, [StructureText.SheetEnds])];

    public static byte[] Write(StructureState state)
    {
        using var stream = new MemoryStream();
        var title = StructureText.SheetTitle.Filled(state.Day);
        WorkbookWriter.Write(stream, new(title, StructureText.UnitsTitle, [Units(state), Groups(state), Posts(state), Links(state)])
        {
            Notes =
            [
                new(StructureText.SheetId, StructureText.NoteId), new(OrganizationText.UnitAbove, StructureText.NoteParent), new(OrganizationText.Duties, StructureText.NoteDuties), new(StructureText.SheetCloses, StructureText.NoteCloses),
                new(StructureText.Groups, StructureText.NoteGroups), new(StructureText.UnitPosts, StructureText.NotePosts), new(StructureText.Links, StructureText.NoteLinks),
            ],
        });
        return stream.ToArray();
    }

    private static Sheet Units(StructureState state) => new(StructureText.SheetUnits,
        [new(Name, OrganizationText.UnitName, 30), new(ShortName, OrganizationText.ShortName, 16), new(Kind, StructureText.GroupKind, 12) { Choices = [.. Enum.GetValues<UnitKind>().Where(kind => kind is not (UnitKind.Bureau or UnitKind.SchoolGroup)).Select(UnitKindWords.Of)] },
            new(Parent, OrganizationText.UnitAbove, 30), new(Duties, OrganizationText.Duties, 50), new(Closes, StructureText.SheetCloses, 10) { Choices = [StructureText.Yes] }, new(Id, StructureText.SheetId, 36)],
        state.Units.Where(unit => unit.Kind != UnitKind.SchoolGroup).Select(unit => (IReadOnlyList<object?>)[unit.Name, unit.ShortName, UnitKindWords.Of(unit.Kind), state.NameOf(unit.Parent), string.Join("；", unit.Duties), null, unit.Id.ToString("D")]))
        { FrozenColumns = 1 };

    private static Sheet Groups(StructureState state) => new(StructureText.Groups,
        [new(Group, StructureText.GroupName, 30), new(Kind, StructureText.GroupKind, 14) { Choices = [.. Enum.GetValues<SchoolGroupKind>().Select(GroupKindWords.Of)] }, new(Member, StructureText.SheetMember, 30), new(Lead, StructureText.SheetLead, 12) { Choices = [StructureText.Yes] }],
        state.Groups.SelectMany(group => group.Members.DefaultIfEmpty().Select(member => (IReadOnlyList<object?>)[group.Name, GroupKindWords.Of(group.Kind), state.NameOf(member), member != default && member == group.Lead ? StructureText.Yes : null])));

    private static Sheet Posts(StructureState state) => new(StructureText.UnitPosts,
        [new(Unit, OrganizationText.Unit, 30), new(Title, StructureText.PostTitleLabel, 16), new(Account, OrganizationText.AccountName, 16), new(Person, OrganizationText.PersonName, 12), new(How, StructureText.PostHow, 10) { Choices = [StructureText.PostHolder, StructureText.PostStandIn] },
            new(Since, StructureText.Since, 14, CellKind.Date), new(Last, StructureText.LastDay, 14, CellKind.Date)],
        state.Posts.Select(post => (IReadOnlyList<object?>)[state.NameOf(post.Unit), post.Title, state.Person(post.Holding.AccountId)?.SignInName, state.Person(post.Holding.AccountId)?.Name,
            post.Holding.IsStandIn ? StructureText.PostStandIn : StructureText.PostHolder, post.Holding.Since, post.Holding.Until?.AddDays(-1)]));

    private static Sheet Links(StructureState state) => new(StructureText.Links,
        [new(Kind, StructureText.GroupKind, 12) { Choices = [.. Enum.GetValues<SchoolLinkKind>().Select(LinkKindWords.Of)] }, new(Account, OrganizationText.AccountName, 16), new(Person, OrganizationText.PersonName, 12), new(Unit, StructureText.LinkUnit, 30), new(Ends, StructureText.SheetEnds, 10) { Choices = [StructureText.Yes] }],
        state.Links.Select(link => (IReadOnlyList<object?>)[LinkKindWords.Of(link.Kind), state.Person(link.Account)?.SignInName, link.Person, link.UnitName, null]));
}
