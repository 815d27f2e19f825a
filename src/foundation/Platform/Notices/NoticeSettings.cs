using Shuren.Platform.Data;

namespace Shuren.Platform.Notices;

/// <summary>How a person wants to be told.</summary>
public sealed class NoticeSettings : IVersioned
{
    /// <summary>The language of e-mails where nobody has chosen.</summary>
    public const string DefaultLanguage = "zh-CN";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Where e-mails go; null for none.</summary>
    public string? Email { get; set; }

    /// <summary>zh-CN or en.</summary>
    public string Language { get; set; } = DefaultLanguage;

    /// <summary>The address that webhooks are sent to; null for none.</summary>
    public string? Webhook { get; set; }

    /// <summary>Counts the keys that were given for the webhook; a new one makes the old worthless.</summary>
    public int WebhookKey { get; set; }

    /// <summary>The hour from which nothing leaves the house, 0 to 23; null for no quiet.</summary>
    public int? QuietFrom { get; set; }

    /// <summary>The hour at which it ends.</summary>
    public int? QuietUntil { get; set; }

    /// <summary>True for one e-mail a day instead of one for each notice.</summary>
    public bool Digest { get; set; }
    public long Version { get; private set; }

    /// <summary>The first local moment, not before the given one, at which something may leave the house.</summary>
    public DateTime OutOfQuiet(DateTime local)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until || from == until)
            return local;
        var quiet = from < until ? local.Hour >= from && local.Hour < until : local.Hour >= from || local.Hour < until;
        if (!quiet)
            return local;
        var end = local.Date.AddHours(until);
        return end > local ? end : end.AddDays(1);
    }
}

/// <summary>A kind of notice that a person switched on or off on a channel; where there is none, the kind's own default holds.</summary>
public sealed class NoticeChoice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Kind { get; init; }
    public required NoticeChannel Channel { get; init; }
    public required bool On { get; set; }
}

/// <summary>A kind of notice that a room sends.</summary>
/// <param name="Name">Room and event, such as <c>planning.task-assigned</c>; stands in the rows, so it never changes.</param>
/// <param name="Title">Its name in the settings.</param>
/// <param name="Order">Place in the settings.</param>
public sealed record NoticeKind(string Name, Func<string> Title, int Order)
{
    /// <summary>Whether it leaves the house by e-mail where nobody has chosen.</summary>
    public bool ByEmail { get; init; } = true;

    /// <summary>Whether it goes that way where nobody has chosen: always in the list, by webhook to whoever gave an address.</summary>
    public bool IsOn(NoticeChannel channel) => channel != NoticeChannel.Email || ByEmail;
}
