using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Shuren.Platform.Notices;

/// <summary>The server did not take the mail.</summary>
/// <param name="code">Its reply code; 5xx is for good, 4xx for now.</param>
/// <param name="reply">Its words.</param>
public sealed class SmtpRefusedException(int code, string reply) : IOException($"{code} {reply}")
{
    /// <summary>The reply code.</summary>
    public int Code { get; } = code;

    /// <summary>True where trying again is of no use.</summary>
    public bool IsForGood => Code >= 500;
}

/// <summary>One conversation with a mail server by RFC 5321: greet, protect (RFC 3207), sign in (RFC 4954), hand over, take leave.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailServer server;
    private readonly TcpClient tcp = new();
    private Stream stream = Stream.Null;

    private SmtpSession(MailServer server) => this.server = server;

    /// <summary>Hands one message to the server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="to">The receiver's address.</param>
    /// <param name="message">The message with CRLF line ends.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="SmtpRefusedException">The server refused.</exception>
    /// <exception cref="IOException">The connection broke; <see cref="SocketException"/> and authentication failures likewise.</exception>
    public static async Task SendAsync(MailServer server, string to, string message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var session = new SmtpSession(server);
            await session.OpenAsync(patience.Token);
            await session.SayAsync($"MAIL FROM:<{server.From}>", 250, patience.Token);
            await session.SayAsync($"RCPT TO:<{to}>", 250, patience.Token);
            await session.SayAsync("DATA", 354, patience.Token);
            await session.SayAsync(Stuffed(message) + "\r\n.", 250, patience.Token);
            await session.SayAsync("QUIT", 221, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{server.Host} did not answer in time.");
        }
    }

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        return stream.DisposeAsync();
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        await tcp.ConnectAsync(server.Host, server.Port, ct);
        stream = tcp.GetStream();
        if (server.Tls == MailTls.Implicit)
            await ProtectAsync(ct);
        await HearAsync(220, ct);
        await GreetAsync(ct);
        if (server.Tls == MailTls.StartTls)
        {
            // A server (or somebody in between) that does not offer TLS gets nothing.
            await SayAsync("STARTTLS", 220, ct);
            await ProtectAsync(ct);
            await GreetAsync(ct);
        }
        if (server.User is { } user)
        {
            var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{server.Password}"));
            await SayAsync($"AUTH PLAIN {secret}", 235, ct);
        }
    }

    private Task<string> GreetAsync(CancellationToken ct) => SayAsync($"EHLO {Environment.MachineName}", 250, ct);

    private async Task ProtectAsync(CancellationToken ct)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = tls;
        var options = new SslClientAuthenticationOptions { TargetHost = server.Host };
        if (server.CaFile is { } file)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }
        await tls.AuthenticateAsClientAsync(options, ct);
    }

    private async Task<string> SayAsync(string line, int expected, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);
        return await HearAsync(expected, ct);
    }

    /// <summary>Reads a reply: lines <c>250-…</c> and a last one <c>250 …</c>.</summary>
    private async Task<string> HearAsync(int expected, CancellationToken ct)
    {
        var heard = new StringBuilder();
        while (true)
        {
            var line = await LineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line[..3], out var code))
                throw new IOException("The mail server does not speak SMTP.");
            heard.AppendLine(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-')
                continue;
            return code == expected ? heard.ToString() : throw new SmtpRefusedException(code, heard.ToString().Trim());
        }
    }

    // Byte by byte: replies are short, and nothing of what follows STARTTLS may be read ahead in the clear.
    private async Task<string> LineAsync(CancellationToken ct)
    {
        const int Longest = 2000;
        var (line, one) = (new List<byte>(), new byte[1]);
        while (line.Count < Longest)
        {
            if (await stream.ReadAsync(one, ct) == 0)
                throw new IOException("The mail server hung up.");
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        throw new IOException("The mail server does not speak SMTP.");
    }

    // A line that is a single dot would end the message (RFC 5321, 4.5.2).
    private static string Stuffed(string message) => (message.StartsWith('.') ? "." : "") + message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
}
