using Shuren.Platform.Processes;

namespace Shuren.Organization.Model;

/// <summary>
/// A key by which a program acts as an account (访问令牌): it may do what its scopes cover of what the account may do today. It ends with its last day, with the
/// account, with the account's password, or when it is revoked.
/// </summary>
internal sealed class AccessToken
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The account's stamp when it was made: another password has another.</summary>
    public required Guid Stamp { get; init; }

    /// <summary>What it is for, in the owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret in lower-case hex; the secret itself is kept nowhere.</summary>
    [Secret]
    public required string Hash { get; init; }

    /// <summary>As <see cref="AccessTokens.Scopes"/> writes them.</summary>
    public required string Scopes { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly LastDay { get; init; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Revokes it; a second time changes nothing.</summary>
    public void End(DateTime at) => EndedAt ??= at;
}

/// <summary>When a token was last used, to the day: written beside the audit, which would drown in it.</summary>
internal sealed class AccessTokenUse : IMachinery
{
    /// <summary>The token's id.</summary>
    public required Guid Id { get; init; }
    public DateOnly? UsedOn { get; init; }
}
