using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.KeepUnits;
using Shuren.Platform.Doors;

namespace Shuren.Organization.ManageUnits;

/// <summary>A unit in the tree; depth 0 is the bureau, people hold a role at the unit itself.</summary>
internal sealed record UnitItem(Guid Id, string Name, string ShortName, UnitKind Kind, Guid? Parent, int Depth, int People);

/// <summary>A unit with what it answers for and what happened to it, newest first.</summary>
internal sealed record UnitFile(Guid Id, string Name, string ShortName, UnitKind Kind, Guid? Parent, DateOnly? ClosedOn, IReadOnlyList<string> Duties, IReadOnlyList<UnitHappening> History);

/// <summary>Something that happened to a unit.</summary>
internal sealed record UnitHappening(DateOnly On, string Words, string Why, string By);

/// <summary>Somebody at a post; until is null while it is held.</summary>
internal sealed record PostItem(Guid Id, string Title, string Person, bool IsStandIn, DateOnly Since, DateOnly? Until);

/// <summary>Who holds the posts of a unit.</summary>
internal sealed record PostList(IReadOnlyList<PostItem> Items);

/// <summary>The tree for programs.</summary>
internal static class UnitDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("units");
        api.MapGet("/units", ListAsync).Door("ListUnits", OrganizationRights.View, "The organisation tree of a day, from the bureau down.");
        api.MapGet("/units/{unit:guid}", ReadAsync).Door("ReadUnit", OrganizationRights.View, "One unit with its duties and history.");
        api.MapGet("/units/{unit:guid}/posts", PostsAsync).Door("ListPosts", OrganizationRights.View, "The posts of a unit with everybody who held them or stood in.");
    }

    private static async Task<Answer<Page<UnitItem>>> ListAsync(DateOnly? day, string? words, [AsParameters] PageQuery page, ViewUnits look, TimeProvider time, CancellationToken ct)
    {
        var rows = await look.RunAsync(day ?? time.Today(), words ?? "", ct);
        return Paging.OfWhole(rows, page, row => row.Unit.Id.ToString("N"),
            row => new UnitItem(row.Unit.Id, row.Unit.Name, row.Unit.ShortName, row.Unit.Kind, row.Unit.Parent, row.Depth, row.People));
    }

    private static async Task<Answer<UnitFile>> ReadAsync(Guid unit, ViewUnit look, CancellationToken ct) => await look.RunAsync(unit, ct) is { } view
        ? new UnitFile(view.Unit.Id, view.Unit.Name, view.Unit.ShortName, view.Unit.Kind, view.Unit.Parent, view.ClosedOn, view.Unit.Duties,
            [.. view.Events.Select(found => new UnitHappening(found.On, found.Words, found.Why, found.By))])
        : null;

    private static async Task<Answer<PostList>> PostsAsync(Guid unit, ViewUnit look, CancellationToken ct) => await look.RunAsync(unit, ct) is { } view
        ? new PostList([.. view.Posts.Select(row => new PostItem(row.Holding, row.Title, row.Person, row.IsStandIn, row.Since, row.Until))])
        : null;
}
