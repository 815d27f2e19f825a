using Shuren.Platform.Data;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Organization.Model;

/// <summary>Somebody who can sign in.</summary>
internal sealed class Account : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The name typed at sign-in; lower case, unique in the district.</summary>
    public required string SignInName { get; init; }
    public required string Name { get; set; }

    [Secret]
    public required string PasswordHash { get; set; }

    [Sensitive(MaskKind.Phone), Secret]
    public string? Phone { get; set; }

    [Sensitive(MaskKind.Email), Secret]
    public string? Email { get; set; }

    /// <summary>True for a one-time password: the first thing to do is to choose one's own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Changes with the password; a session that began under another stamp is over.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Unused since 20261128_0301 counts in organization_sign_in_attempts; migrations only add, and a backup keeps every column.</summary>
    public int Failures { get; private set; }

    /// <inheritdoc cref="Failures"/>
    public DateTime? LockedUntil { get; private set; }
    public long Version { get; private set; }

    /// <summary>Sets a password; every open session ends.</summary>
    public void SetPassword(string hash, bool oneTime) => (PasswordHash, MustChangePassword, Stamp) = (hash, oneTime, Guid.CreateVersion7());

    /// <summary>Takes over a hash of the same password with today's cost.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>Closes the account; every open session ends, what it did stays readable.</summary>
    public void Close(DateOnly on)
    {
        ClosedOn ??= on;
        Stamp = Guid.CreateVersion7();
    }
}
