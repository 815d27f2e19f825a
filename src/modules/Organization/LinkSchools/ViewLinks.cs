using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;

namespace Shuren.Organization.LinkSchools;

/// <summary>Who looks after which schools and zones: as of a day, or of one unit over time.</summary>
internal sealed class ViewLinks(OrganizationDb organization, IUnitDirectory units) : IHandler
{
    /// <summary>A link with its days.</summary>
    public sealed record Row(Guid Id, SchoolLinkKind Kind, Guid Account, string Person, Guid Unit, string UnitName, DateOnly Since, DateOnly? Until);

    /// <param name="day">Only what holds on that day; null for all, newest first.</param>
    /// <param name="unit">Only that school or zone; null for all.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(DateOnly? day, Guid? unit, CancellationToken ct)
    {
        var rows = await (
            from link in organization.SchoolLinks.AsNoTracking()
            where (day == null || (link.Since <= day && (link.Until == null || link.Until > day))) && (unit == null || link.UnitId == unit)
            join person in organization.Accounts.AsNoTracking() on link.AccountId equals person.Id
            orderby person.Name, link.Since descending
            select new { link, person.Name }).ToListAsync(ct);
        var names = await units.FindAsync([.. rows.Select(row => row.link.UnitId).Distinct()], ct);
        return [.. rows.Select(row => new Row(row.link.Id, row.link.Kind, row.link.AccountId, row.Name, row.link.UnitId, names[row.link.UnitId].Name, row.link.Since, row.link.Until))];
    }
}
