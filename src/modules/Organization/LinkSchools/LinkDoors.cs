using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Organization;
using Shuren.Platform.Doors;

namespace Shuren.Organization.LinkSchools;

/// <summary>A leader or inspector who looks after a school or zone; until is null while it lasts.</summary>
internal sealed record LinkItem(Guid Id, SchoolLinkKind Kind, Guid Account, string Person, Guid Unit, string UnitName, DateOnly Since, DateOnly? Until);

/// <summary>Linked schools for programs.</summary>
internal static class LinkDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("units").MapGet("/school-links", ListAsync)
        .Door("ListSchoolLinks", OrganizationRights.View, "Who looks after which schools and zones: on a day, or over time where no day is said.");

    private static async Task<Answer<Page<LinkItem>>> ListAsync(DateOnly? day, Guid? unit, [AsParameters] PageQuery page, ViewLinks look, CancellationToken ct) =>
        Paging.OfWhole(await look.RunAsync(day, unit, ct), page, row => row.Id.ToString("N"),
            row => new LinkItem(row.Id, row.Kind, row.Account, row.Person, row.Unit, row.UnitName, row.Since, row.Until));
}
