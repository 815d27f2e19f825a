using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.KeepUnits;

/// <summary>Everything that is known of one unit: its history, people, places in groups, posts, linkage.</summary>
internal sealed class ViewUnit(OrganizationDb organization, IUnitDirectory units, ViewGroups groups, ViewPosts posts, ViewLinks links, TimeProvider time) : IHandler
{
    /// <summary>An event in words.</summary>
    public sealed record Event(DateOnly On, string Words, string Why, string By);

    /// <summary>Somebody who holds a role here.</summary>
    public sealed record Person(Guid Account, string Name, string Role);

    /// <summary>The page's content.</summary>
    public sealed record View(UnitCard Unit, bool IsGroup, DateOnly Today, DateOnly? ClosedOn, IReadOnlyList<Event> Events, IReadOnlyList<Person> People,
        IReadOnlyList<ViewGroups.Place> Groups, IReadOnlyList<ViewPosts.Row> Posts, IReadOnlyList<ViewLinks.Row> Links)
    {
        /// <summary>What of it would end with the unit.</summary>
        public (int Groups, int Posts, int Links) Running => (Groups.Count(row => row.Until is null), Posts.Count(row => row.HoldsOn(Today)), Links.Count(row => row.Until is null));
    }

    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if ((await units.FindAsync([id], ct)).GetValueOrDefault(id) is not { } unit)
            return null;
        var today = time.Today();
        var closed = await organization.Units.Where(row => row.Id == id).Select(row => row.ClosedOn).FirstAsync(ct);
        return new(unit, unit.Kind == UnitKind.SchoolGroup, today, closed, await EventsAsync(id, ct), await PeopleAsync(id, today, ct), await groups.OfAsync(id, ct), await posts.RunAsync(id, ct), await links.RunAsync(null, id, ct));
    }

    private async Task<IReadOnlyList<Event>> EventsAsync(Guid id, CancellationToken ct)
    {
        var events = await organization.UnitEvents.AsNoTracking().Where(row => row.UnitId == id).OrderByDescending(row => row.On).ThenByDescending(row => row.Id).ToListAsync(ct);
        var others = await units.FindAsync([.. events.Select(row => row.OtherUnitId).OfType<Guid>().Distinct()], ct);
        return [.. events.Select(row => new Event(row.On, Words(row, others), row.Why, row.By))];
    }

    private static string Words(UnitEvent row, IReadOnlyDictionary<Guid, UnitCard> others) =>
        StructureText.ResourceManager.GetString("Event_" + row.Kind, CultureInfo.CurrentUICulture)! // a wall test keeps both languages complete
            .Filled(row.Before, row.After, row.OtherUnitId is { } other ? others.GetValueOrDefault(other)?.Name ?? "" : "");

    private async Task<IReadOnlyList<Person>> PeopleAsync(Guid id, DateOnly today, CancellationToken ct)
    {
        var rows = await (
            from held in organization.Holdings.AsNoTracking()
            where held.UnitId == id && held.Since <= today && (held.Until == null || held.Until >= today)
            join person in organization.Accounts.AsNoTracking() on held.AccountId equals person.Id
            where person.ClosedOn == null
            orderby person.Name
            select new { person.Id, person.Name, held.Role }).ToListAsync(ct);
        return [.. rows.Select(row => new Person(row.Id, row.Name, RoleWords.Of(row.Role)))];
    }
}
