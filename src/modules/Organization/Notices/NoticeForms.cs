using Microsoft.AspNetCore.Http;
using Shuren.Platform.Notices;

namespace Shuren.Organization.Notices;

/// <summary>What is typed about how one wants to be told.</summary>
public sealed class NoticeSettingsForm
{
    /// <summary>Where e-mails go; empty for none.</summary>
    public string Email { get; init; } = "";

    /// <summary>zh-CN or en.</summary>
    public string Language { get; init; } = "";

    /// <summary>Where webhooks go; empty for none.</summary>
    public string Webhook { get; init; } = "";

    /// <summary>The hour from which it is quiet; null for never.</summary>
    public int? QuietFrom { get; init; }

    /// <summary>The hour at which quiet ends.</summary>
    public int? QuietUntil { get; init; }

    /// <summary>One e-mail a day.</summary>
    public bool Digest { get; init; }

    /// <summary>What is ticked: kind and channel.</summary>
    public IReadOnlySet<(string Kind, NoticeChannel Channel)> Ticked { get; init; } = new HashSet<(string, NoticeChannel)>();

    /// <summary>Reads a posted form.</summary>
    public static NoticeSettingsForm Of(IFormCollection form) => new()
    {
        Email = $"{form["Email"]}".Trim(), Language = $"{form["Language"]}", Webhook = $"{form["Webhook"]}".Trim(),
        QuietFrom = Hour(form["QuietFrom"]), QuietUntil = Hour(form["QuietUntil"]), Digest = form["Digest"] == "true",
        Ticked = form["On"].OfType<string>().Select(Tick).OfType<(string, NoticeChannel)>().ToHashSet(),
    };

    /// <summary>How a tick is sent.</summary>
    public static string ValueOf(string kind, NoticeChannel channel) => $"{kind}:{channel}";

    private static (string, NoticeChannel)? Tick(string value) =>
        value.Split(':') is [var kind, var channel] && Enum.TryParse<NoticeChannel>(channel, out var known) ? (kind, known) : null;

    private static int? Hour(string? value) => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 23 ? hour : null;
}
