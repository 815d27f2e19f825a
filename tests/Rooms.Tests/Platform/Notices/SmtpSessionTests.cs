using System.Net.Sockets;
using System.Security.Authentication;
using Shuren.Platform.Notices;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Notices;

/// <summary>Mail to a real server of others, and to one that misbehaves.</summary>
public class SmtpSessionTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static MailText Text(MailServer server) => new(server, "青禾县树人");

    [Theory]
    [InlineData("none", MailTls.None, null)]
    [InlineData("starttls", MailTls.StartTls, null)]
    [InlineData("starttls", MailTls.StartTls, "a secret, 有中文")]
    [InlineData("implicit", MailTls.Implicit, "another secret")]
    public async Task A_mail_arrives_as_it_was_written(string kind, MailTls tls, string? password)
    {
        using var real = await RealMailServer.StartAsync(kind, password);
        var server = new MailServer(tls, "localhost", real.Port, "noreply@example.cn") { User = password is null ? null : "shuren", Password = password, CaFile = real.Certificate };
        var id = Guid.CreateVersion7();
        const string Title = "任务1.2“评选县级精品课例40节”将于2026-11-30到期，请填报进展。这个标题很长，要分成几段编码，😀也不能断开";
        var mail = Text(server).Write(id, "reader@example.cn", Title, [new(Title, ".一行以点开头", "https://shuren.example.cn/qinghe/planning/tasks/1?a=1&b=2")], "请勿回复。", "https://shuren.example.cn/qinghe/notices/settings", new(2026, 4, 15, 9, 20, 0, TimeSpan.FromHours(8)));

        await SmtpSession.SendAsync(server, "reader@example.cn", mail, Ct);

        var read = Assert.Single(await real.ReadAsync());
        Assert.Equal(Title, read.Head["Subject"]);
        Assert.Equal("青禾县树人 <noreply@example.cn>", read.Head["From"]);
        Assert.Equal($"<{id:N}@example.cn>", read.Head["Message-ID"]);
        Assert.Equal("Wed, 15 Apr 2026 09:20:00 +0800", read.Head["Date"]);
        Assert.Equal("<https://shuren.example.cn/qinghe/notices/settings>", read.Head["List-Unsubscribe"]);
        Assert.Contains($"{Title}\n.一行以点开头\nhttps://shuren.example.cn/qinghe/planning/tasks/1?a=1&b=2\n", read.Plain.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://shuren.example.cn/qinghe/planning/tasks/1?a=1&amp;b=2\">", read.Html, StringComparison.Ordinal);
        Assert.Contains("notices/settings", read.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_receiver_are_refusals_for_good_and_a_busy_server_is_not()
    {
        using var real = await RealMailServer.StartAsync("implicit", "right");
        var server = new MailServer(MailTls.Implicit, "localhost", real.Port, "noreply@example.cn") { User = "shuren", Password = "right", CaFile = real.Certificate };

        var wrong = await Assert.ThrowsAsync<SmtpRefusedException>(() => SmtpSession.SendAsync(server with { Password = "wrong" }, "a@example.cn", "x", Ct));
        var unknown = await Assert.ThrowsAsync<SmtpRefusedException>(() => SmtpSession.SendAsync(server, "nobody@example.cn", "x", Ct));
        var busy = await Assert.ThrowsAsync<SmtpRefusedException>(() => SmtpSession.SendAsync(server, "later@example.cn", "x", Ct));

        Assert.Equal((535, 550, 451), (wrong.Code, unknown.Code, busy.Code));
        Assert.Equal((true, true, false), (wrong.IsForGood, unknown.IsForGood, busy.IsForGood));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_nothing()
    {
        using var real = await RealMailServer.StartAsync("implicit");

        await Assert.ThrowsAsync<AuthenticationException>(() => SmtpSession.SendAsync(new(MailTls.Implicit, "localhost", real.Port, "noreply@example.cn"), "a@example.cn", "x", Ct));
    }

    [Fact]
    public async Task Where_TLS_is_wanted_and_not_offered_no_password_is_said()
    {
        using var rude = new RudeMailServer(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 rude" : "502 no");

        await Assert.ThrowsAsync<SmtpRefusedException>(() => SmtpSession.SendAsync(new(MailTls.StartTls, "127.0.0.1", rude.Port, "noreply@example.cn") { User = "shuren", Password = "secret" }, "a@example.cn", "x", Ct));

        Assert.DoesNotContain(rude.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hello there")]
    public async Task A_server_that_hangs_up_or_speaks_something_else_is_a_broken_connection(string? answer)
    {
        using var rude = new RudeMailServer(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 ok" : answer);

        await Assert.ThrowsAnyAsync<IOException>(() => SmtpSession.SendAsync(new(MailTls.None, "127.0.0.1", rude.Port, "noreply@example.cn"), "a@example.cn", "x", Ct));
    }

    [Fact]
    public async Task A_server_that_is_not_there_says_so()
    {
        int port;
        using (var rude = new RudeMailServer(_ => null))
            port = rude.Port;

        await Assert.ThrowsAsync<SocketException>(() => SmtpSession.SendAsync(new(MailTls.None, "127.0.0.1", port, "noreply@example.cn"), "a@example.cn", "x", Ct));
    }
}
