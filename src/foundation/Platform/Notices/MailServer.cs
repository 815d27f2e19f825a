namespace Shuren.Platform.Notices;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailTls
{
    /// <summary>smtp://: not at all; for a relay on the same machine.</summary>
    None,

    /// <summary>smtp+starttls://: begins in the clear and must change to TLS before anything is said.</summary>
    StartTls,

    /// <summary>smtps://: TLS from the first byte (port 465), as most providers want it.</summary>
    Implicit,
}

/// <summary>The mail server that the operator has set.</summary>
/// <param name="Tls">How the connection is protected.</param>
/// <param name="Host">Its name, which its certificate must bear.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailServer(MailTls Tls, string Host, int Port, string From)
{
    /// <summary>The name to sign in with; null for a relay that knows this machine.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }

    /// <summary>A file with the certificate of an authority of one's own, trusted in place of the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Reads <c>smtps://user@host:465</c>.</summary>
    /// <exception cref="FormatException">It is no such address, or a password would travel in the clear.</exception>
    public static MailServer Parse(string address, string from, string? password, string? caFile)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host == "")
            throw new FormatException("SHUREN_SMTP is no address such as smtps://user@smtp.example.cn:465.");
        var (tls, port) = uri.Scheme switch
        {
            "smtps" => (MailTls.Implicit, 465),
            "smtp+starttls" => (MailTls.StartTls, 587),
            "smtp" => (MailTls.None, 25),
            _ => throw new FormatException("SHUREN_SMTP begins with smtps://, smtp+starttls:// or smtp://."),
        };
        if (uri.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new FormatException("SHUREN_SMTP holds no password: it stands in SHUREN_SMTP_PASSWORD_FILE.");
        var user = uri.UserInfo == "" ? null : Uri.UnescapeDataString(uri.UserInfo);
        if (tls == MailTls.None && user is not null && !uri.IsLoopback)
            throw new FormatException("SHUREN_SMTP would send the password in the clear: use smtps:// or smtp+starttls://.");
        return MailAddress.IsValid(from)
            ? new(tls, uri.Host, uri.Port > 0 ? uri.Port : port, from) { User = user, Password = password, CaFile = caFile }
            : throw new FormatException("SHUREN_SMTP_FROM is no e-mail address.");
    }
}

/// <summary>What is taken for an e-mail address: plain ASCII, one at, a host with a dot; nothing that could break out of a line.</summary>
public static class MailAddress
{
    private const int Longest = 254;

    /// <summary>Whether it can be written to.</summary>
    public static bool IsValid(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return address.Length <= Longest && at > 0 && at == address.LastIndexOf('@') && address[(at + 1)..] is { Length: > 3 } host
            && host.Contains('.', StringComparison.Ordinal) && host[0] != '.' && host[^1] != '.' && !host.Contains("..", StringComparison.Ordinal)
            && address[..at].All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.-".Contains(c, StringComparison.Ordinal)) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }
}
