using Shuren.Platform.Data;

namespace Shuren.Organization.Model;

/// <summary>Somebody who can sign in.</summary>
internal sealed class Account : IVersioned
{
    /// <summary>So many wrong passwords in a row lock the account.</summary>
    public const int FailuresUntilLock = 5;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The name typed at sign-in; lower case, unique in the district.</summary>
    public required string SignInName { get; init; }
    public required string Name { get; set; }
    public required string PasswordHash { get; set; }

    /// <summary>True for a one-time password: the first thing to do is to choose one's own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Changes with the password; a session that carries another stamp is over.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();
    public int Failures { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public long Version { get; private set; }

    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <summary>Counts a wrong password; the fifth locks.</summary>
    public void Fail(DateTime now)
    {
        Failures++;
        if (Failures < FailuresUntilLock)
            return;
        (Failures, LockedUntil) = (0, now + LockTime);
    }

    public void Succeed() => (Failures, LockedUntil) = (0, null);

    /// <summary>Sets a password; every open session ends.</summary>
    public void SetPassword(string hash, bool oneTime)
    {
        (PasswordHash, MustChangePassword, Stamp) = (hash, oneTime, Guid.CreateVersion7());
        Succeed();
    }

    public void Close(DateOnly on) => ClosedOn ??= on;
}

/// <summary>A role that an account holds at a unit: it reaches that unit and all below it.</summary>
internal sealed class RoleHolding
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; set; }
}
