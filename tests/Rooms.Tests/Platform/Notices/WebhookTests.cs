using System.Net;
using System.Text;
using System.Text.Json;
using Shuren.Organization.Notices;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Notices;

/// <summary>Notices to another program: signed, only where the operator allows it, never into a private network by surprise.</summary>
public class WebhookTests
{
    private const string Secret = "an operator's secret of 32 letters";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_notice_is_posted_with_a_signature_that_the_receiver_can_check(TestDatabase database)
    {
        using var receiver = new Receiver(200);
        await using var world = await World.NewAsync(database, Options(receiver.Authority, inside: true));
        Assert.True((await world.WishAsync("office", Form(receiver))).Succeeded);

        await world.TellAsync(Guid.CreateVersion7(), "office");
        await world.RunAsync();

        var (body, headers) = await receiver.Heard;
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal("清理了7项作业、8条事件。", told.GetProperty("title").GetString());
        Assert.Equal(headers["X-Shuren-Id"], told.GetProperty("id").GetString());
        var key = await KeyAsync(world);
        Assert.Equal("sha256=" + await OpenSslAsync(key, $"{headers["X-Shuren-Timestamp"]}.{body}"), headers["X-Shuren-Signature"]);
        Assert.Equal(world.House.Clock.Now.ToUnixTimeSeconds().ToString(), headers["X-Shuren-Timestamp"]);
    }

    [Fact]
    public async Task A_new_key_makes_the_old_worthless_and_no_two_people_share_one()
    {
        using var receiver = new Receiver(200);
        await using var world = await World.NewAsync(TestDatabase.Sqlite, Options(receiver.Authority, inside: true));
        await world.WishAsync("office", Form(receiver));
        var first = await KeyAsync(world);

        await world.AsAsync<SaveNoticeSettings>("office", save => save.RenewKeyAsync(CancellationToken.None));

        using var sender = new WebhookSender(Options("x.cn", true), null!, TimeProvider.System);
        Assert.NotEqual(first, await KeyAsync(world));
        Assert.NotEqual(sender.KeyOf("qinghe", Guid.Empty, 1), sender.KeyOf("other", Guid.Empty, 1));
    }

    [Fact]
    public async Task A_name_that_leads_into_the_private_network_gets_nothing()
    {
        using var receiver = new Receiver(200);
        await using var world = await World.NewAsync(TestDatabase.Sqlite, Options(receiver.Authority, inside: true));
        await world.WishAsync("office", Form(receiver));
        // The operator closes the inside afterwards: what is kept is judged again when it is sent.
        await using var closed = await World.NewAsync(TestDatabase.Sqlite, Options($"localhost:{receiver.Port}", inside: false));
        Assert.Equal("WebhookForm", (await closed.WishAsync("office", Form(receiver))).Refusals[0].Code);
        Assert.True((await closed.WishAsync("office", new NoticeSettingsForm { Webhook = $"https://localhost:{receiver.Port}/x", Ticked = World.All })).Succeeded);

        await closed.TellAsync(Guid.CreateVersion7(), "office");
        await closed.RunAsync();

        var job = Assert.Single(await closed.JobsAsync(SendNotice.Kind));
        Assert.Equal(JobState.Waiting, job.State);
        Assert.Contains("private network", job.Message, StringComparison.Ordinal);
        Assert.False(receiver.Heard.IsCompleted);
    }

    [Theory]
    [InlineData("https://evil.example.cn/", "WebhookHost")]
    [InlineData("https://hook.example.cn.evil.cn/", "WebhookHost")]
    [InlineData("https://hook.example.cn:8443/", "WebhookHost")]
    [InlineData("https://user@hook.example.cn/", "WebhookForm")]
    [InlineData("http://hook.example.cn/", "WebhookForm")]
    [InlineData("ftp://hook.example.cn/", "WebhookForm")]
    [InlineData("hook.example.cn", "WebhookForm")]
    [InlineData("https://hook.example.cn/path?x=1", null)]
    public void Only_the_operator_s_hosts_are_taken(string address, string? refusal)
    {
        using var sender = new WebhookSender(Options("hook.example.cn", inside: false), null!, TimeProvider.System);

        Assert.Equal(refusal, sender.RefusalOf(address)?.Code);
    }

    [Theory]
    [InlineData(302, JobState.Failed)] // a redirect could lead anywhere: it is not followed
    [InlineData(404, JobState.Failed)]
    [InlineData(500, JobState.Waiting)]
    [InlineData(429, JobState.Waiting)]
    public async Task What_is_refused_is_given_up_and_what_is_broken_is_tried_again(int status, JobState state)
    {
        using var receiver = new Receiver(status);
        await using var world = await World.NewAsync(TestDatabase.Sqlite, Options(receiver.Authority, inside: true));
        await world.WishAsync("office", Form(receiver));

        await world.TellAsync(Guid.CreateVersion7(), "office");
        await world.RunAsync();

        Assert.Equal(state, Assert.Single(await world.JobsAsync(SendNotice.Kind)).State);
    }

    private static NoticeOptions Options(string host, bool inside) => new() { WebhookHosts = [host], WebhookSecret = Secret, WebhookInside = inside };

    private static NoticeSettingsForm Form(Receiver receiver) => new() { Webhook = $"http://{receiver.Authority}/hook", Ticked = World.All };

    private static async Task<string> KeyAsync(World world)
    {
        string? key = null;
        await world.AsAsync<ViewNoticeSettings>("office", async view => key = (await view.RunAsync(CancellationToken.None)).WebhookKey);
        return key!;
    }

    /// <summary>The HMAC as another program reckons it.</summary>
    private static async Task<string> OpenSslAsync(string key, string text)
    {
        using var openssl = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("openssl", ["dgst", "-sha256", "-hmac", key, "-r"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await openssl.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        openssl.StandardInput.Close();
        return (await openssl.StandardOutput.ReadToEndAsync()).Split(' ')[0];
    }

    /// <summary>Takes one post and answers with a code.</summary>
    private sealed class Receiver : IDisposable
    {
        private HttpListener listener = new();

        public Receiver(int status)
        {
            for (Port = Random.Shared.Next(20000, 40000); !listener.IsListening; Port++)
            {
                try
                {
                    listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
                    listener.Start();
                    break;
                }
                catch (HttpListenerException)
                {
                    // Somebody else has this port, and a listener that could not start is of no more use.
                    listener = new();
                }
            }
            Heard = HearAsync(status);
        }

        public int Port { get; }

        public string Authority => $"127.0.0.1:{Port}";

        public Task<(string Body, Dictionary<string, string> Headers)> Heard { get; }

        public void Dispose() => listener.Close();

        private async Task<(string, Dictionary<string, string>)> HearAsync(int status)
        {
            var context = await listener.GetContextAsync();
            var body = await new StreamReader(context.Request.InputStream, Encoding.UTF8).ReadToEndAsync();
            context.Response.StatusCode = status;
            if (status == 302)
                context.Response.RedirectLocation = "http://127.0.0.1:1/";
            context.Response.Close();
            return (body, context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name]!));
        }
    }
}
