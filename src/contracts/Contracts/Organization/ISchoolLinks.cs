namespace Shuren.Contracts.Organization;

/// <summary>Who looks after a school or a zone.</summary>
public enum SchoolLinkKind
{
    /// <summary>班子成员联系学校: a leader of the bureau and a school.</summary>
    Leader,

    /// <summary>责任督学: an inspector and the zone of schools.</summary>
    Inspector,
}

/// <summary>A link between a person and a school or a zone on a day.</summary>
/// <param name="Kind">As what.</param>
/// <param name="Account">Who.</param>
/// <param name="Unit">The school, or the zone.</param>
public sealed record SchoolLinkCard(SchoolLinkKind Kind, Guid Account, Guid Unit);

/// <summary>Who holds a post on a day.</summary>
/// <param name="Unit">The unit of the post.</param>
/// <param name="Title">The post: 科长, 校长.</param>
/// <param name="Holder">Who holds it; null while it is vacant.</param>
/// <param name="StandIn">Who stands in (代理) that day; null where nobody does.</param>
public sealed record PostCard(Guid Unit, string Title, Guid? Holder, Guid? StandIn);

/// <summary>Questions that other rooms ask about who answers for what.</summary>
public interface ISchoolLinks
{
    /// <summary>All links that hold on a day.</summary>
    Task<IReadOnlyList<SchoolLinkCard>> AsOfAsync(DateOnly day, CancellationToken ct);

    /// <summary>The posts of these units as they are held on a day, in their order.</summary>
    Task<IReadOnlyList<PostCard>> PostsAsync(IReadOnlyCollection<Guid> units, DateOnly day, CancellationToken ct);
}
