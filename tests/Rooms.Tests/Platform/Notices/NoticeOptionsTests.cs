using Shuren.Platform.Notices;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Notices;

/// <summary>What the operator sets in the environment.</summary>
public class NoticeOptionsTests
{
    [Fact]
    public void Nothing_set_means_nothing_leaves_the_house()
    {
        var options = NoticeOptions.From(_ => null);

        Assert.Null(options.Mail);
        Assert.False(options.HasWebhooks);
    }

    [Fact]
    public void A_password_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from the file\n");

        var options = NoticeOptions.From(new Dictionary<string, string>
        {
            ["SHUREN_SMTP"] = "smtps://no%40reply@smtp.example.cn", ["SHUREN_SMTP_FROM"] = "no-reply@example.cn", ["SHUREN_SMTP_PASSWORD_FILE"] = file,
        }.GetValueOrDefault);

        Assert.Equal(new MailServer(MailTls.Implicit, "smtp.example.cn", 465, "no-reply@example.cn") { User = "no@reply", Password = "from the file" }, options.Mail);
        File.Delete(file);
    }

    [Theory]
    [InlineData("smtp+starttls://relay.example.cn", MailTls.StartTls, 587)]
    [InlineData("smtp://127.0.0.1", MailTls.None, 25)]
    [InlineData("smtp://127.0.0.1:2525", MailTls.None, 2525)]
    public void The_address_says_how_the_connection_is_protected(string address, MailTls tls, int port)
    {
        var server = MailServer.Parse(address, "a@b.cn", null, null);

        Assert.Equal((tls, port), (server.Tls, server.Port));
    }

    [Theory]
    [InlineData("smtp.example.cn", "a@b.cn")]
    [InlineData("https://smtp.example.cn", "a@b.cn")]
    [InlineData("smtps://user:password@smtp.example.cn", "a@b.cn")] // a password in a process list
    [InlineData("smtp://user@smtp.example.cn", "a@b.cn")] // a password in the clear
    [InlineData("smtps://smtp.example.cn", "nobody")]
    public void What_would_not_work_or_not_be_safe_is_said_at_the_start(string address, string from) =>
        Assert.Throws<FormatException>(() => MailServer.Parse(address, from, "secret", null));

    [Theory]
    [InlineData("a@b.cn", true)]
    [InlineData("zhou.xiaolan+work@edu.example.cn", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("a@b", false)]
    [InlineData("a@@b.cn", false)]
    [InlineData("a b@b.cn", false)]
    [InlineData("a@b.cn\r\nRCPT TO:<x@y.cn>", false)]
    [InlineData("<a@b.cn>", false)]
    [InlineData("a@b..cn", false)]
    [InlineData("a@.b.cn", false)]
    [InlineData("周@b.cn", false)]
    public void Only_what_cannot_break_out_of_a_line_is_an_address(string address, bool valid) => Assert.Equal(valid, MailAddress.IsValid(address));
}
