using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Organization;
using Shuren.Platform.Doors;

namespace Shuren.Organization.KeepGroups;

/// <summary>A school group on a day.</summary>
internal sealed record GroupItem(Guid Id, string Name, SchoolGroupKind Kind, Guid? Lead, IReadOnlyList<GroupMember> Members);

/// <summary>A member of a group by its name on that day.</summary>
internal sealed record GroupMember(Guid Unit, string Name);

/// <summary>School groups for programs.</summary>
internal static class GroupDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("units").MapGet("/school-groups", ListAsync)
        .Door("ListSchoolGroups", OrganizationRights.View, "The school groups of a day with their members.");

    private static async Task<Answer<Page<GroupItem>>> ListAsync(DateOnly? day, [AsParameters] PageQuery page, ViewGroups look, CancellationToken ct)
    {
        var view = await look.RunAsync(day, ct);
        return Paging.OfWhole(view.Groups, page, group => group.Id.ToString("N"),
            group => new GroupItem(group.Id, group.Name, group.Kind, group.Lead, [.. group.Members.Select(unit => new GroupMember(unit, view.Names.GetValueOrDefault(unit, "")))]));
    }
}
