using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.LinkSchools;
using static Shuren.Organization.EditStructure.StructureSheets;

namespace Shuren.Organization.EditStructure;

/// <summary>The sheet of posts: a row that is not kept yet is a new holder; of one that is kept only the last day may be another.</summary>
internal static class PostRows
{
    public static List<PostChange> Read(SheetRows sheet) => [.. sheet.Rows(PostColumns).Select(row => Change(sheet, row)).OfType<PostChange>()];

    private static PostChange? Change(SheetRows sheet, RowReading row)
    {
        var person = PersonOf(sheet, row);
        var how = sheet.Words(row, How);
        if (how != StructureText.PostHolder && how != StructureText.PostStandIn)
            sheet.Problem(row, How, StructureText.SheetChoice.Filled(how, $"{StructureText.PostHolder}、{StructureText.PostStandIn}"));
        var (since, last) = (sheet.Day(row, Since), sheet.Day(row, Last));
        if (since is null)
            sheet.Problem(row, Since, StructureText.SheetSince);
        if (person is null || since is not { } first)
            return null;
        var (unit, title, standsIn) = (sheet.Words(row, Unit), sheet.Words(row, Title), how == StructureText.PostStandIn);
        var kept = sheet.State.Posts.FirstOrDefault(post => sheet.State.NameOf(post.Unit) == unit && post.Title == title && post.Holding.AccountId == person.Id && post.Holding.IsStandIn == standsIn && post.Holding.Since == first);
        if (kept is not null && kept.Holding.Until?.AddDays(-1) == last)
            return null;
        var words = SpanWords.Of(first, last?.AddDays(1));
        sheet.Differs($"{unit} {title} {person.Name}", how, kept is null ? "" : SpanWords.Of(kept.Holding.Since, kept.Holding.Until), words);
        return new(sheet.Place(row), kept?.Holding.Id, unit, title, person.Id, standsIn, first, last);
    }

    public static FindPeople.Person? PersonOf(SheetRows sheet, RowReading row)
    {
        var account = sheet.Words(row, Account);
        var person = sheet.State.Person(account);
        if (person is null)
            sheet.Problem(row, Account, StructureText.SheetPerson.Filled(account));
        return person;
    }
}

/// <summary>The sheet of linkage: a row that is not kept begins a link; a ticked one ends it.</summary>
internal static class LinkRows
{
    public static List<LinkChange> Read(SheetRows sheet) => [.. sheet.Rows(LinkColumns).Select(row => Change(sheet, row)).OfType<LinkChange>()];

    private static LinkChange? Change(SheetRows sheet, RowReading row)
    {
        var person = PostRows.PersonOf(sheet, row);
        if (sheet.Choice<SchoolLinkKind>(row, Kind, LinkKindWords.Of) is not { } kind || person is null)
            return null;
        var (unit, ends) = (sheet.Words(row, Unit), sheet.Ticked(row, Ends));
        var kept = sheet.State.Links.FirstOrDefault(link => link.Kind == kind && link.Account == person.Id && link.UnitName == unit);
        if (ends && kept is null)
            sheet.Problem(row, Ends, StructureText.SheetNoLink);
        if (ends == kept is null)
            return null;
        sheet.Differs($"{person.Name} {unit}", LinkKindWords.Of(kind), ends ? StructureText.LinkIs : "", ends ? "" : StructureText.LinkIs);
        return new(sheet.Place(row), ends ? kept!.Id : null, kind, person.Id, unit); // ends is true only where it is kept
    }
}
