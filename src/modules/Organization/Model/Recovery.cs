using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Organization.Model;

/// <summary>The mail address to which a person's way back is sent: it counts once the person has answered a letter that went there.</summary>
internal sealed class RecoveryAddress
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    [Sensitive(MaskKind.Email), Secret]
    public required string Email { get; init; }
    public required DateTime AskedAt { get; init; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The person has shown that the address is theirs.</summary>
    public void Confirm(DateTime at) => ConfirmedAt ??= at;
}

/// <summary>
/// A link that went out by mail: good once, for a short time. Here stands only a mark by which it is known again. What it was asked for and what it was used
/// for stand in the audit; the row itself is how the house carries it.
/// </summary>
internal sealed class MailedLink : IMachinery
{
    /// <summary>So long it is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The account's stamp when it was sent: another password since then ends it.</summary>
    public required Guid Stamp { get; init; }

    /// <summary>The address that it confirms; null for a way back.</summary>
    public Guid? ConfirmsId { get; init; }
    public required string Mark { get; init; }
    public required DateTime SentAt { get; init; }
}
