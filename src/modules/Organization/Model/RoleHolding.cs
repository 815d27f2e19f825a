namespace Shuren.Organization.Model;

/// <summary>A role that an account holds at a unit: it reaches that unit and all below it, from its first day to its last.</summary>
internal sealed class RoleHolding
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The last day on which it counts; null while no end is known.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A role that the system administrator proposes; it counts only when the security administrator has granted it.</summary>
internal sealed class RoleProposal
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>Where the district departs from the rights that the product gives a role.</summary>
internal sealed class RoleRight
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Right { get; init; }
    public required string Role { get; init; }

    /// <summary>True where the role has the right here, false where it has not.</summary>
    public required bool IsGranted { get; set; }
}

/// <summary>Holdings by date.</summary>
internal static class HoldingDates
{
    /// <summary>Those that count on that day.</summary>
    public static IQueryable<RoleHolding> On(this IQueryable<RoleHolding> holdings, DateOnly day) =>
        holdings.Where(holding => holding.Since <= day && (holding.Until == null || holding.Until >= day));
}
