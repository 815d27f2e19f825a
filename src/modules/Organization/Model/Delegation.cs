using Shuren.Platform.Data;

namespace Shuren.Organization.Model;

/// <summary>
/// One role at one unit, lent to another account until a day (委托). It ends by itself; it holds only while the giver holds the role;
/// what was lent cannot be lent on.
/// </summary>
internal sealed class Delegation : IVersioned
{
    /// <summary>Nobody is away longer without the post being given to somebody else.</summary>
    public const int LongestDays = 180;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FromAccountId { get; init; }
    public required Guid ToAccountId { get; init; }
    public required string Role { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }
    public required string Reason { get; init; }

    /// <summary>When it was taken back before its time.</summary>
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;

    public bool RunsOn(DateOnly day) => EndedAt is null && day >= Since && day <= Until;
}

/// <summary>An account that acts for another now (代行): chosen and left by itself, so that nobody acts in another's name unawares.</summary>
internal sealed class ActingInName
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Guid DelegationId { get; init; }
    public required DateTime Since { get; init; }
    public DateTime? Until { get; set; }
}
