using Shuren.Contracts.Organization;

namespace Shuren.Organization.Model;

/// <summary>What kind of group a unit of schools is; its name and its dates are those of its unit.</summary>
internal sealed class SchoolGroup
{
    /// <summary>The id of the group's unit.</summary>
    public required Guid Id { get; init; }
    public required SchoolGroupKind Kind { get; init; }
}

/// <summary>A post of a unit (职务): 科长, 副科长, 校长.</summary>
internal sealed class UnitPost
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required string Title { get; set; }

    /// <summary>Place among the unit's posts, from 0.</summary>
    public required int Position { get; set; }
}

/// <summary>Who held a post, or stood in for its holder (代理), from one day to another.</summary>
internal sealed class PostHolding
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PostId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>True for somebody who stands in.</summary>
    public required bool IsStandIn { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
    public required string Why { get; init; }
}

/// <summary>A leader who looks after a school, or an inspector of a zone, from one day to another.</summary>
internal sealed class SchoolLink
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required SchoolLinkKind Kind { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}
