using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.WatchSchools;

/// <summary>
/// The schools that a person looks after today: an inspector's zones, the schools of a leader; each with what the rooms have to say about it.
/// As many queries for one school as for forty.
/// </summary>
internal sealed class ReadMySchools(ISchoolLinks links, ISchoolGroups groups, IUnitDirectory units, IEnumerable<IGlanceSource> sources, Actor actor, TimeProvider time) : IHandler
{
    private static readonly string[] Watchers = [Roles.Director, Roles.Deputy, Roles.Inspector];

    /// <summary>A school with what is to be known of it, and what presses there.</summary>
    public sealed record Row(UnitCard School, IReadOnlyList<Glance> Known, IReadOnlyList<Glance> Pressing);

    /// <summary>The schools of a zone; without a name those that the person looks after one by one.</summary>
    public sealed record Part(string? Zone, IReadOnlyList<Row> Schools);

    /// <returns>Null for somebody to whom no school is given; no part where an inspector has no zone yet.</returns>
    public async Task<IReadOnlyList<Part>?> RunAsync(CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Roles.Any(Watchers.Contains))
            return null;
        var today = time.Today();
        var me = actor.ActsFor ?? actor.AccountId;
        var mine = (await links.AsOfAsync(today, ct)).Where(link => link.Account == me).ToLookup(link => link.Kind, link => link.Unit);
        if (mine.Count == 0)
            return actor.Roles.Contains(Roles.Inspector) ? [] : null;
        var zones = mine[SchoolLinkKind.Inspector].Any() ? (await groups.AsOfAsync(today, ct)).Where(group => mine[SchoolLinkKind.Inspector].Contains(group.Id)).ToList() : [];
        List<(string? Zone, IReadOnlyList<Guid> Schools)> parts = [.. zones.Select(zone => ((string?)zone.Name, zone.Members))];
        if (mine[SchoolLinkKind.Leader].ToList() is { Count: > 0 } own)
            parts.Add((null, own));
        var schools = parts.SelectMany(part => part.Schools).ToHashSet();
        var cards = await units.FindAsync(schools, ct);
        var said = await AskAsync(schools, today, ct);
        return [.. parts.Select(part => new Part(part.Zone, [.. part.Schools.Where(cards.ContainsKey).Select(school => cards[school]).OrderBy(card => card.Order).Select(card => RowOf(card, said[card.Id]))]))];
    }

    private async Task<ILookup<Guid, Glance>> AskAsync(IReadOnlyCollection<Guid> schools, DateOnly today, CancellationToken ct)
    {
        var all = new List<Glance>();
        foreach (var source in sources)
            all.AddRange(await source.OfAsync(schools, actor, today, ct));
        return all.ToLookup(glance => glance.Unit);
    }

    private static Row RowOf(UnitCard school, IEnumerable<Glance> said)
    {
        var byLamp = said.ToLookup(glance => glance.Lamp is not null);
        return new(school, [.. byLamp[false]], [.. byLamp[true]]);
    }
}
