using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.Answers;

/// <summary>Answers what other rooms ask about school groups; three queries, whatever their number.</summary>
internal sealed class SchoolGroups(OrganizationDb organization, IUnitDirectory units) : ISchoolGroups
{
    public async Task<IReadOnlyList<SchoolGroupCard>> AsOfAsync(DateOnly day, CancellationToken ct)
    {
        var open = (await units.AsOfAsync(day, ct)).Where(unit => unit.Kind == UnitKind.SchoolGroup).ToList();
        var kinds = await organization.SchoolGroups.AsNoTracking().ToDictionaryAsync(group => group.Id, group => group.Kind, ct);
        var places = (await organization.Memberships.AsNoTracking().Where(place => place.Since <= day && (place.Until == null || place.Until > day)).OrderBy(place => place.Id).ToListAsync(ct)).ToLookup(place => place.GroupId);
        return [.. open.Select(group => new SchoolGroupCard(group.Id, group.Name, kinds.GetValueOrDefault(group.Id),
            places[group.Id].FirstOrDefault(place => place.IsLead)?.UnitId, [.. places[group.Id].OrderByDescending(place => place.IsLead).Select(place => place.UnitId)]))];
    }
}
