namespace Shuren.Platform.Notices;

/// <summary>How notices leave the house: given by the operator in the environment, never in the database (docs/operations.md).</summary>
public sealed record NoticeOptions
{
    /// <summary>The mail server; null where none is set: e-mail is then not offered.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>The address under which people reach the site, without the district: <c>https://shuren.example.cn</c>; null leaves links out.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Hosts that webhooks may go to, exactly as they stand in the address; none switches webhooks off.</summary>
    public IReadOnlyList<string> WebhookHosts { get; init; } = [];

    /// <summary>From this the key of each webhook is made; at least 32 characters. Null switches webhooks off.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>True lets webhooks go to private addresses and without TLS: for a program inside the bureau's own network.</summary>
    public bool WebhookInside { get; init; }

    /// <summary>Whether webhooks are offered.</summary>
    public bool HasWebhooks => WebhookHosts.Count > 0 && WebhookSecret is { Length: >= 32 };

    /// <summary>Reads <c>SHUREN_SMTP</c>, <c>SHUREN_SMTP_FROM</c>, <c>SHUREN_ADDRESS</c>, <c>SHUREN_WEBHOOK_HOSTS</c> and their secrets.</summary>
    /// <param name="read">The environment; a secret may stand in a file whose name is given by the same variable with <c>_FILE</c>.</param>
    /// <exception cref="FormatException">A value cannot be used; the message names the variable.</exception>
    public static NoticeOptions From(Func<string, string?> read) => new()
    {
        Mail = Value(read, "SHUREN_SMTP") is { } server
            ? MailServer.Parse(server, Value(read, "SHUREN_SMTP_FROM") ?? throw new FormatException("SHUREN_SMTP_FROM is missing."), Secret(read, "SHUREN_SMTP_PASSWORD"), Value(read, "SHUREN_SMTP_CA"))
            : null,
        PublicAddress = Value(read, "SHUREN_ADDRESS") is { } address
            ? Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : throw new FormatException("SHUREN_ADDRESS is no address.")
            : null,
        WebhookHosts = Value(read, "SHUREN_WEBHOOK_HOSTS")?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [],
        WebhookSecret = Secret(read, "SHUREN_WEBHOOK_SECRET"),
        WebhookInside = Value(read, "SHUREN_WEBHOOK_INSIDE") == "1",
    };

    private static string? Value(Func<string, string?> read, string name) => read(name) is { Length: > 0 } value ? value.Trim() : null;

    private static string? Secret(Func<string, string?> read, string name) =>
        Value(read, name + "_FILE") is { } file ? File.ReadAllText(file).Trim() : Value(read, name);
}
