using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Platform.Search;

namespace Shuren.Organization.Search;

/// <summary>What was found: the terms as they were understood, and of each kind the newest things.</summary>
internal sealed record SearchAnswer(IReadOnlyList<string> Terms, IReadOnlyList<SearchGroup> Groups);

/// <summary>Things of one kind; where there are more, ask for the kind alone, and for those before the last id.</summary>
internal sealed record SearchGroup(string Kind, string Label, IReadOnlyList<SearchHit> Hits, bool HasMore);

/// <summary>A thing that was found; href leads to its page, relative to the district.</summary>
internal sealed record SearchHit(Guid Id, string Title, string Text, string Href);

/// <summary>What is looked for.</summary>
internal sealed record SearchQuery(
    [property: Description("Words with gaps between; all must be there. Letters may be the initials of a title.")] string? Q,
    [property: Description("One kind only, as kind in the answer.")] string? Kind, [property: Description("Only things before this one: the last id of the page before.")] Guid? Before);

/// <summary>The search of all rooms for programs: what the account may open, and nothing else.</summary>
internal static class SearchDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("search").MapGet("/search", FindAsync)
        .Door("Search", OrganizationRights.Use, "Finds things of all rooms by their words or initials, newest first; only what the account may open.");

    private static async Task<Answer<SearchAnswer>> FindAsync([AsParameters] SearchQuery query, FindThings find, CancellationToken ct)
    {
        var found = await find.RunAsync(query.Q, string.IsNullOrEmpty(query.Kind) ? null : query.Kind, query.Before, ct);
        Outcome<SearchAnswer> outcome = found.Succeeded
            ? new SearchAnswer(found.Value.Terms, [.. found.Value.Groups.Select(group => new SearchGroup(group.Kind.Name, group.Kind.Label(), [.. group.Hits.Select(hit => new SearchHit(hit.Id, hit.Title, hit.Text, hit.Href))], group.HasMore))])
            : found.Refusals.ToList();
        return outcome;
    }
}
