using Shuren.Platform.Processes;

namespace Shuren.Organization.Model;

/// <summary>A program that shows a new code every half minute (TOTP, RFC 6238).</summary>
internal sealed class Authenticator
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The shared secret, encrypted with a key that lies outside the database.</summary>
    [Secret]
    public required string Secret { get; init; }

    /// <summary>When its first code was shown.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>The half minute of the last code that was taken: no code is taken twice.</summary>
    public required long LastStep { get; set; }
}

/// <summary>A code that stands in for a lost second factor, once.</summary>
internal sealed class RecoveryCode
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    [Secret]
    public required string CodeMark { get; init; }
    public DateTime? UsedAt { get; set; }
}

/// <summary>A key on a device of its owner (WebAuthn); it opens with a finger, a face or a PIN and cannot be phished.</summary>
internal sealed class Passkey
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The credential's id in base64url; unique.</summary>
    public required string CredentialKey { get; init; }

    /// <summary>The public key (COSE) in base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }
    public required DateTime AddedAt { get; init; }

    /// <summary>The device's own count of uses; a step back would betray a copy.</summary>
    public required long Uses { get; set; }

    /// <summary>How the browser reaches the device, separated by commas.</summary>
    public required string Transports { get; init; }
    public required bool IsUserVerified { get; set; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; set; }
}
