namespace Shuren.Contracts.Organization;

/// <summary>The kinds of school groups. A school is in at most one group of a kind at a time, and may be in groups of several kinds.</summary>
public enum SchoolGroupKind
{
    /// <summary>教育集团.</summary>
    Group,

    /// <summary>联盟.</summary>
    Alliance,

    /// <summary>集群.</summary>
    Cluster,

    /// <summary>共同体.</summary>
    Community,

    /// <summary>片区.</summary>
    Area,

    /// <summary>督学责任区: the zone of responsible inspectors.</summary>
    Zone,
}

/// <summary>A school group on a day.</summary>
/// <param name="Id">Its unit.</param>
/// <param name="Name">Its name on that day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lead">The leading school (牵头校), one of the members; null where there is none.</param>
/// <param name="Members">All members, the leading school included.</param>
public sealed record SchoolGroupCard(Guid Id, string Name, SchoolGroupKind Kind, Guid? Lead, IReadOnlyList<Guid> Members);

/// <summary>Questions that other rooms ask about school groups.</summary>
public interface ISchoolGroups
{
    /// <summary>All groups that are open on a day, with their members of that day.</summary>
    Task<IReadOnlyList<SchoolGroupCard>> AsOfAsync(DateOnly day, CancellationToken ct);
}
