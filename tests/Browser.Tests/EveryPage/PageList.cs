using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Shuren.Host;
using Shuren.Host.Web;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>A page of the site and the roles that may see it.</summary>
/// <param name="Route">Its route, such as <c>/planning/tasks/{Task:guid}</c>.</param>
/// <param name="Roles">Who may see it; empty for a page that everybody may see.</param>
internal sealed record ListedPage(string Route, IReadOnlyList<string> Roles)
{
    // Of those who hold the right, only who edits the plan and only who asked see anything there.
    private static readonly Dictionary<string, string> MeantFor = new()
    {
        ["/planning/plans/{Plan:guid}/{List}/excel"] = Shuren.Platform.Rights.Roles.Office,
        ["/todo/requests/{Id:guid}/withdraw"] = Shuren.Platform.Rights.Roles.Office,
    };

    /// <summary>One who sees it; null where everybody does.</summary>
    public string? FirstRole => MeantFor.GetValueOrDefault(Route) ?? (Roles is [var first, ..] ? first : null);
}

/// <summary>The pages, asked of the site itself: a new page is tested without being written down anywhere.</summary>
internal static class PageList
{
    private static readonly Lazy<IReadOnlyList<ListedPage>> Pages = new(Find);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListedPage> All => Pages.Value;

    /// <summary>The page with that route.</summary>
    public static ListedPage Of(string route) => All.Single(page => page.Route == route);

    private static List<ListedPage> Find()
    {
        using var site = Site.Build(new SiteOptions(TemporaryFolders.New("list"), TemporaryFolders.New("list"), "http://127.0.0.1:0"));
        return
        [
            .. ((IEndpointRouteBuilder)site).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Select(endpoint => new ListedPage("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), RolesOf(endpoint)))
                .DistinctBy(page => page.Route).OrderBy(page => page.Route, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> RolesOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return [];
        var right = endpoint.Metadata.OfType<NeedsAttribute>().SingleOrDefault()?.Right;
        return right is null ? Roles.All : House.Modules.SelectMany(module => module.Rights).Single(grant => grant.Right == right).Roles;
    }
}
