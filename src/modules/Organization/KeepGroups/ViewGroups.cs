using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Organization.KeepGroups;

/// <summary>School groups as they are on a day; and one group's roster over time.</summary>
internal sealed class ViewGroups(OrganizationDb organization, ISchoolGroups groups, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>A place in a group, with its days.</summary>
    public sealed record Place(Guid Group, string GroupName, SchoolGroupKind Kind, Guid Unit, string UnitName, bool IsLead, DateOnly Since, DateOnly? Until);

    /// <summary>The groups of a day with the names of their members.</summary>
    public sealed record View(DateOnly Day, IReadOnlyList<SchoolGroupCard> Groups, IReadOnlyDictionary<Guid, string> Names);

    public async Task<View> RunAsync(DateOnly? day, CancellationToken ct)
    {
        var on = day ?? time.Today();
        var cards = await groups.AsOfAsync(on, ct);
        return new(on, cards, (await units.AsOfAsync(on, ct)).ToDictionary(unit => unit.Id, unit => unit.Name));
    }

    /// <summary>The places of a unit in groups, or of a group's members, newest first.</summary>
    public async Task<IReadOnlyList<Place>> OfAsync(Guid unit, CancellationToken ct)
    {
        var rows = await (
            from place in organization.Memberships.AsNoTracking()
            where place.UnitId == unit || place.GroupId == unit
            join kind in organization.SchoolGroups.AsNoTracking() on place.GroupId equals kind.Id into kinds
            from kind in kinds.DefaultIfEmpty()
            select new { Place = place, Kind = kind == null ? SchoolGroupKind.Group : kind.Kind }).ToListAsync(ct);
        var names = await units.FindAsync([.. rows.SelectMany(row => new[] { row.Place.UnitId, row.Place.GroupId }).Distinct()], ct);
        return [.. rows.OrderBy(row => row.Place.Until is not null).ThenByDescending(row => row.Place.Since).ThenByDescending(row => row.Place.IsLead)
            .Select(row => new Place(row.Place.GroupId, names[row.Place.GroupId].Name, row.Kind, row.Place.UnitId, names[row.Place.UnitId].Name, row.Place.IsLead, row.Place.Since, row.Place.Until))];
    }
}
