using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.KeepGroups;

/// <summary>
/// The members of all groups over time: pure, so that it can be tested without a database. A school is in one group of a kind at a time;
/// a group's roster changes on days that do not lie before its last change.
/// </summary>
internal sealed class GroupBook(Dictionary<Guid, SchoolGroupKind> kinds, IEnumerable<GroupMembership> places)
{
    private readonly List<GroupMembership> all = [.. places];

    /// <summary>Places that were begun here and are not saved yet.</summary>
    public List<GroupMembership> Added { get; } = [];

    /// <summary>Places that were begun and ended on one day, so that they never were.</summary>
    public List<GroupMembership> Removed { get; } = [];

    /// <summary>Says what a group is that was founded just now.</summary>
    public void Know(Guid group, SchoolGroupKind kind) => kinds[group] = kind;

    public IEnumerable<GroupMembership> At(DateOnly day) => all.Where(place => place.Since <= day && (place.Until is null || day < place.Until));

    /// <summary>The roster of a group from a day on: who stays keeps the place, who is new begins one, who is missing ends.</summary>
    public Refusal? Set(Guid group, IReadOnlyList<Guid> members, Guid? lead, DateOnly on)
    {
        if (lead is { } first && !members.Contains(first))
            return new("GroupLead", "Lead");
        var own = all.Where(place => place.GroupId == group).ToList();
        var last = own.Count == 0 ? DateOnly.MinValue : own.Max(place => place.Until ?? place.Since);
        if (on < last)
            return new("GroupOrder", "On", last);
        var running = own.FindAll(place => place.Until is null);
        var wanted = members.Distinct().ToDictionary(member => member, member => member == lead);
        foreach (var member in wanted.Keys.Where(member => !running.Exists(place => place.UnitId == member)))
        {
            if (Elsewhere(group, member, on) is { } other)
                return new("GroupOverlap", "Members", member, other.GroupId, other.Since);
        }
        foreach (var place in running.Where(place => !wanted.TryGetValue(place.UnitId, out var leads) || leads != place.IsLead))
            End(place, on);
        foreach (var (member, leads) in wanted.Where(member => !all.Exists(place => place.GroupId == group && place.UnitId == member.Key && place.Until is null)))
            Begin(group, member, leads, on);
        return null;
    }

    /// <summary>A place of the school in another group of the same kind on that day or later.</summary>
    private GroupMembership? Elsewhere(Guid group, Guid member, DateOnly on) =>
        all.Find(place => place.GroupId != group && place.UnitId == member && (place.Until is null || place.Until > on) && kinds.GetValueOrDefault(place.GroupId) == kinds.GetValueOrDefault(group));

    private void End(GroupMembership place, DateOnly on)
    {
        if (place.Since < on)
        {
            place.Until = on;
            return;
        }
        all.Remove(place);
        if (!Added.Remove(place))
            Removed.Add(place);
    }

    /// <summary>Begins a place; one that was ended on that very day goes on as if nothing had been.</summary>
    private void Begin(Guid group, Guid member, bool leads, DateOnly on)
    {
        if (all.Find(place => place.GroupId == group && place.UnitId == member && place.IsLead == leads && place.Until == on) is { } ended)
        {
            ended.Until = null;
            return;
        }
        var begun = new GroupMembership { GroupId = group, UnitId = member, IsLead = leads, Since = on };
        all.Add(begun);
        Added.Add(begun);
    }
}

/// <summary>Opens the groups to be changed: two queries.</summary>
internal sealed class OpenGroups(OrganizationDb organization) : IHandler
{
    public async Task<GroupBook> RunAsync(CancellationToken ct)
    {
        var groups = await organization.SchoolGroups.AsNoTracking().ToDictionaryAsync(group => group.Id, group => group.Kind, ct);
        return new(groups, await organization.Memberships.ToListAsync(ct));
    }
}
