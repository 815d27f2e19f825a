using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Shuren.Testing;

/// <summary>A mail as Python's own e-mail package reads it: a witness that shares no code with what wrote it.</summary>
public sealed record ReadMail(Dictionary<string, string> Head, string Plain, string Html);

/// <summary>A real mail server that is not ours: aiosmtpd (Debian's python3-aiosmtpd) with a mailbox, in a process of its own.</summary>
public sealed class RealMailServer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process process;
    private readonly string folder;

    private RealMailServer(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    /// <summary>Where it listens, on this machine.</summary>
    public int Port { get; }

    /// <summary>The certificate, to be trusted.</summary>
    public string Certificate => Path.Combine(folder, "cert.pem");

    /// <summary>Starts it.</summary>
    /// <param name="tls">none, starttls or implicit.</param>
    /// <param name="password">The password of the user <c>shuren</c>; null lets everybody in.</param>
    public static async Task<RealMailServer> StartAsync(string tls, string? password = null)
    {
        var folder = TemporaryFolders.New("mail");
        WriteCertificate(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "server.py"), Server);
        var process = Process.Start(new ProcessStartInfo(Python, ["-W", "ignore", Path.Combine(folder, "server.py"), folder, tls, password ?? ""]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("No python3.");
        var said = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(said, out var port) ? new(process, folder, port) : throw new InvalidOperationException("aiosmtpd is missing: apt-get install python3-aiosmtpd");
    }

    /// <summary>What lies in the mailbox, oldest first.</summary>
    public async Task<IReadOnlyList<ReadMail>> ReadAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "read.py"), Reader);
        using var reading = Process.Start(new ProcessStartInfo(Python, [Path.Combine(folder, "read.py"), folder]) { RedirectStandardOutput = true })!;
        var json = await reading.StandardOutput.ReadToEndAsync();
        await reading.WaitForExitAsync();
        return JsonSerializer.Deserialize<List<ReadMail>>(json)!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private const string Server = """
        import asyncio, logging, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult
        from aiosmtpd.handlers import Mailbox
        logging.disable(logging.CRITICAL)
        folder, tls, password = sys.argv[1:4]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + '/cert.pem', folder + '/key.pem')
        class Box(Mailbox):
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('nobody@'):
                    return '550 no such user'
                if address.startswith('later@'):
                    return '451 try again later'
                envelope.rcpt_tos.append(address)
                return '250 OK'
        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=data.login == b'shuren' and data.password == password.encode(), handled=False)
        def one():
            more = dict(authenticator=check, auth_required=True, auth_require_tls=False) if password else {}
            if tls == 'starttls':
                more.update(tls_context=context, require_starttls=True)
            return SMTP(box, hostname='localhost', **more)
        async def main():
            server = await asyncio.get_running_loop().create_server(one, '127.0.0.1', 0, ssl=context if tls == 'implicit' else None)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        box = Box(folder + '/mail')
        asyncio.run(main())
        """;

    private const string Reader = """
        import email, email.policy, json, pathlib, sys
        mails = []
        for path in sorted(pathlib.Path(sys.argv[1], 'mail', 'new').iterdir(), key=lambda p: p.stat().st_mtime_ns):
            m = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            mails.append({'Head': {k: str(v) for k, v in m.items()}, 'Plain': m.get_body(('plain',)).get_content(), 'Html': m.get_body(('html',)).get_content()})
        print(json.dumps(mails))
        """;
}
