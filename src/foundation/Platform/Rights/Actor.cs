using System.Collections.Frozen;
using Shuren.Kernel;

namespace Shuren.Platform.Rights;

/// <summary>
/// Who acts in this request: passed to handlers, never ambient. Filled by the host after sign-in;
/// a command acts as <see cref="BecomeSystem"/>.
/// </summary>
public sealed class Actor
{
    private FrozenDictionary<string, FrozenSet<Guid>> unitsByRight = FrozenDictionary<string, FrozenSet<Guid>>.Empty;

    /// <summary>The account, or null for a visitor or the system itself.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The name that stands in the audit.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The account in whose name this one acts by a delegation (代行), or null; <see cref="Name"/> then says both names.</summary>
    public Guid? ActsFor { get; private set; }

    /// <summary>The access token by which the actor came; it stands in the audit as what an act rests on, where the act names nothing else.</summary>
    public Ref? Token { get; private set; }

    /// <summary>The units at which roles are held.</summary>
    public IReadOnlyList<Guid> Units { get; private set; } = [];

    /// <summary>The roles held, whatever the unit.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>True for a command line or a background job of the house itself.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>True for somebody who is signed in.</summary>
    public bool IsSignedIn => AccountId is not null;

    /// <summary>Makes this the signed-in person.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="units">Units at which it holds roles.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="rights">For each right the units that it reaches.</param>
    public void Become(Guid accountId, string name, IReadOnlyList<Guid> units, IReadOnlyList<string> roles,
        IEnumerable<KeyValuePair<string, FrozenSet<Guid>>> rights)
    {
        (AccountId, Name, Units, Roles) = (accountId, name, units, roles);
        unitsByRight = rights.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Lets the actor do only what a token is for: of the rights that the account has today those that the token covers.</summary>
    /// <param name="token">The token.</param>
    /// <param name="covers">Whether it covers a right.</param>
    public void LimitTo(Ref token, Func<string, bool> covers)
    {
        Token = token;
        unitsByRight = unitsByRight.Where(right => covers(right.Key)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Says in whose name the signed-in person acts.</summary>
    public void ActFor(Guid accountId) => ActsFor = accountId;

    /// <summary>Makes this the system itself, which may do everything and is named in the audit.</summary>
    public void BecomeSystem(string name) => (IsSystem, Name) = (true, name);

    /// <summary>Makes this somebody of a bureau above, who has no right here and is named in the audit of what was opened.</summary>
    public void ComeFromAbove(string name) => Name = name;

    /// <summary>Whether the actor has the right at any unit.</summary>
    public bool Can(string right) => IsSystem || unitsByRight.ContainsKey(right);

    /// <summary>Whether the actor has the right for that unit.</summary>
    public bool CanFor(string right, Guid unit) => IsSystem || UnitsFor(right).Contains(unit);

    /// <summary>The units that the right reaches: the scope filter of a query. Empty for the system, which is not filtered.</summary>
    public FrozenSet<Guid> UnitsFor(string right) => unitsByRight.GetValueOrDefault(right) ?? [];
}
