using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Notices;

/// <summary>From a notice to its thing: it is read by being opened.</summary>
internal static class NoticeDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/notices/{id:guid}", OpenAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.Use);

    private static async Task<Results<RedirectHttpResult, NotFound>> OpenAsync(Guid id, ReadNotices read, HttpRequest request, CancellationToken ct) =>
        await read.RunAsync(id, ct) is { } href ? TypedResults.Redirect($"{request.PathBase}/{href}") : TypedResults.NotFound();
}
