using Shuren.Platform.Processes;

namespace Shuren.Organization.Model;

/// <summary>A session that began with a sign-in: listed to its owner, ended by the owner or an administrator.</summary>
internal sealed class SignInSession
{
    /// <summary>However busy, a session ends after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The account's stamp when it began.</summary>
    public required Guid Stamp { get; init; }
    public required DateTime BeganAt { get; init; }

    /// <summary>Where from, as the server saw it.</summary>
    public required string Address { get; init; }

    /// <summary>Browser and system, as the browser says.</summary>
    public required string Device { get; init; }

    /// <summary>What was shown beside the password: empty, totp, recovery-code or passkey.</summary>
    public required string SecondFactor { get; init; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Ends it; a second end changes nothing.</summary>
    public void End(DateTime at) => EndedAt ??= at;
}

/// <summary>A sign-in that failed. Names and passwords stand here as marks that cannot be read back (see <see cref="SignIn.Marks"/>).</summary>
internal sealed class SignInAttempt
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    public required string NameMark { get; init; }
    public required string PasswordMark { get; init; }
    public required string Address { get; init; }
}

/// <summary>A sign-in that is being looked at: there before the password is compared, gone when the answer is known, so that many at once are counted too.</summary>
internal sealed class SignInTry : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    public required string NameMark { get; init; }
    public required string PasswordMark { get; init; }
    public required string Address { get; init; }
}

/// <summary>When a session was last at work, to the quarter of an hour: written beside the audit, which would drown in it.</summary>
internal sealed class SessionSight : IMachinery
{
    /// <summary>The session's id.</summary>
    public required Guid Id { get; init; }
    public required DateTime SeenAt { get; init; }
}

/// <summary>Somebody has asked for a way back in; an administrator gives a one-time password.</summary>
internal sealed class RecoveryRequest
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required DateTime At { get; init; }
    public DateTime? AnsweredAt { get; set; }
}

/// <summary>What a district demands at sign-in; without a row the product's own demands count.</summary>
internal sealed class SignInPolicy
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Roles that must have a second factor, separated by commas.</summary>
    public required string SecondFactorRoles { get; set; }
}
