using System.Collections.Frozen;
using Shuren.Kernel;

namespace Shuren.Platform.Rights;

/// <summary>
/// Which roles have which rights: what the rooms grant, with the departures of a district, inside bounds that no district lifts.
/// A departure that breaks a bound has no effect, even if it stands in the database.
/// </summary>
public sealed class RightsTable
{
    private readonly FrozenDictionary<string, RightGrant> defaults;

    /// <summary>Gathers what the rooms grant.</summary>
    public RightsTable(IEnumerable<IModule> modules)
    {
        Defaults = [.. modules.SelectMany(module => module.Rights)];
        defaults = Defaults.ToFrozenDictionary(grant => grant.Right, StringComparer.Ordinal);
    }

    /// <summary>What the rooms grant, in their order.</summary>
    public IReadOnlyList<RightGrant> Defaults { get; }

    /// <summary>The roles that have a right in a district.</summary>
    /// <param name="departures">Where the district departs from the rooms' grants.</param>
    public IReadOnlyDictionary<string, FrozenSet<string>> With(IReadOnlyCollection<Departure> departures)
    {
        var byRight = departures.ToLookup(departure => departure.Right, StringComparer.Ordinal);
        return Defaults.ToDictionary(grant => grant.Right, grant => Apply(grant, byRight[grant.Right]), StringComparer.Ordinal);
    }

    /// <summary>Why a right cannot be given to these roles, or null.</summary>
    /// <param name="right">The right.</param>
    /// <param name="roles">The roles that shall have it.</param>
    public Refusal? RefusalOf(string right, IReadOnlyCollection<string> roles)
    {
        if (!defaults.TryGetValue(right, out var grant))
            return new("RightUnknown", "right", right);
        if (roles.FirstOrDefault(role => !Roles.All.Contains(role)) is { } unknown)
            return new("RoleUnknown", "roles", unknown, string.Join(", ", Roles.All));
        if (grant.IsFixed && !grant.Roles.ToHashSet().SetEquals(roles))
            return new("RightFixed", "roles");
        if (roles.FirstOrDefault(role => !IsInBounds(grant, role)) is not null)
            return new("RightSeparated", "roles");
        return roles.Count == 0 ? new Refusal("RightNeedsRole", "roles") : null;
    }

    private static FrozenSet<string> Apply(RightGrant grant, IEnumerable<Departure> departures)
    {
        var roles = grant.Roles.ToHashSet(StringComparer.Ordinal);
        foreach (var departure in departures.Where(departure => !grant.IsFixed && IsInBounds(grant, departure.Role)))
        {
            if (departure.IsGranted)
                roles.Add(departure.Role);
            else
                roles.Remove(departure.Role);
        }
        return (roles.Count == 0 ? grant.Roles : (IEnumerable<string>)roles).ToFrozenSet(StringComparer.Ordinal);
    }

    // An administrator never gets more than the rooms give: separation is not for a district to lift.
    private static bool IsInBounds(RightGrant grant, string role) =>
        Roles.All.Contains(role) && (!Roles.Administrators.Contains(role) || grant.Roles.Contains(role));
}

/// <summary>Where a district departs from what a room grants.</summary>
/// <param name="Right">The right.</param>
/// <param name="Role">The role.</param>
/// <param name="IsGranted">True where the role has it here, false where it has not.</param>
public readonly record struct Departure(string Right, string Role, bool IsGranted);
