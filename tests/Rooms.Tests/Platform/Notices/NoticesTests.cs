using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Notices;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Notices;

/// <summary>From what a room says to what reaches a person, and what does not.</summary>
public class NoticesTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_same_is_told_once_a_day_to_each(TestDatabase database)
    {
        await using var world = await World.NewAsync(database, new());
        var thing = Guid.CreateVersion7();

        Assert.Equal(2, await world.TellAsync(thing, "office", "director"));
        Assert.Equal(1, await world.TellAsync(thing, "office", "deputy", "deputy"));
        Assert.Equal(1, await world.TellAsync(Guid.CreateVersion7(), "office"));
        world.House.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await world.TellAsync(thing, "office"));

        Assert.Equal(3, (await world.SeenAsync("office")).Count);
        Assert.Single(await world.SeenAsync("deputy"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_arrives_by_mail_in_the_reader_s_language_once(TestDatabase database)
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var world = await World.NewAsync(database, World.Mail(real));
        await world.WishAsync("office", new NoticeSettingsForm { Email = "office@example.cn", Language = "en", Ticked = World.All });
        await world.WishAsync("director", new NoticeSettingsForm { Email = "director@example.cn", Ticked = World.All });

        await world.TellAsync(Guid.CreateVersion7(), "office", "director", "deputy");
        await world.RunAsync();
        await world.RunAsync();

        var mails = (await real.ReadAsync()).ToDictionary(mail => mail.Head["To"], mail => mail.Head["Subject"]);
        Assert.Equal(2, mails.Count);
        Assert.Equal("Cleared away 7 jobs and 8 events.", mails["office@example.cn"]);
        Assert.Equal("清理了7项作业、8条事件。", mails["director@example.cn"]);
    }

    [Fact]
    public async Task What_is_refused_shows_to_the_reader_and_on_the_page_of_jobs()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var world = await World.NewAsync(TestDatabase.Sqlite, World.Mail(real));
        await world.WishAsync("office", new NoticeSettingsForm { Email = "nobody@example.cn", Ticked = World.All });

        await world.TellAsync(Guid.CreateVersion7(), "office");
        await world.RunAsync();

        var notice = Assert.Single(await world.SeenAsync("office"));
        Assert.Equal("邮件服务器拒收（代码550）。请核对邮箱地址。", Assert.Single(notice.NotSent));
        var job = Assert.Single(await world.JobsAsync(SendNotice.Kind));
        Assert.Equal((JobState.Failed, 1), (job.State, job.Attempts));
    }

    [Fact]
    public async Task In_quiet_hours_nothing_leaves_and_what_was_read_meanwhile_stays()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var world = await World.NewAsync(TestDatabase.Sqlite, World.Mail(real));
        await world.WishAsync("office", new NoticeSettingsForm { Email = "office@example.cn", QuietFrom = 22, QuietUntil = 7, Ticked = World.All });
        world.House.Clock.Now = new(2026, 4, 15, 23, 30, 0, TimeSpan.FromHours(8));
        await world.TellAsync(Guid.CreateVersion7(), "office");
        await world.TellAsync(Guid.CreateVersion7(), "office");

        await world.RunAsync();
        Assert.Empty(await ReadAsync(real));
        await world.AsAsync<ReadNotices>("office", async read => await read.RunAsync((await world.SeenAsync("office"))[0].Id, Ct));
        world.House.Clock.Now = new(2026, 4, 16, 7, 0, 0, TimeSpan.FromHours(8));
        await world.RunAsync();

        Assert.Single(await ReadAsync(real));
    }

    [Fact]
    public async Task A_digest_gathers_the_day_in_one_mail()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var world = await World.NewAsync(TestDatabase.Sqlite, World.Mail(real));
        await world.RunAsync();
        await world.WishAsync("office", new NoticeSettingsForm { Email = "office@example.cn", Digest = true, Ticked = World.All });
        for (var told = 0; told < 3; told++)
            await world.TellAsync(Guid.CreateVersion7(), "office");
        await world.RunAsync();
        Assert.Empty(await ReadAsync(real));

        world.House.Clock.Now = new(2026, 4, 16, 7, 31, 0, TimeSpan.FromHours(8));
        await world.RunAsync();
        world.House.Clock.Now += TimeSpan.FromDays(1);
        await world.RunAsync();

        var digest = Assert.Single(await ReadAsync(real));
        Assert.Equal("今日提醒：3条", digest.Head["Subject"]);
        Assert.Equal(4, digest.Plain.Split("清理了7项作业").Length);
    }

    [Fact]
    public async Task Each_kind_is_switched_off_on_each_channel()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var world = await World.NewAsync(TestDatabase.Sqlite, World.Mail(real));
        await world.WishAsync("office", new NoticeSettingsForm { Email = "office@example.cn", Ticked = World.All.Where(tick => tick != (World.Kind, NoticeChannel.Email)).ToHashSet() });
        await world.WishAsync("director", new NoticeSettingsForm { Email = "director@example.cn", Ticked = World.All.Where(tick => tick != (World.Kind, NoticeChannel.InApp)).ToHashSet() });

        await world.TellAsync(Guid.CreateVersion7(), "office", "director");
        await world.RunAsync();

        Assert.Equal("director@example.cn", Assert.Single(await ReadAsync(real)).Head["To"]);
        Assert.Single(await world.SeenAsync("office"));
        Assert.Empty(await world.SeenAsync("director"));
    }

    [Theory]
    [InlineData("not an address", null, null, "EmailForm")]
    [InlineData("a@b.cn", 22, null, "QuietForm")]
    [InlineData("a@b.cn", 7, 7, "QuietForm")]
    public async Task What_cannot_be_is_refused(string email, int? from, int? until, string refusal)
    {
        await using var world = await World.NewAsync(TestDatabase.Sqlite, new());

        var outcome = await world.WishAsync("office", new NoticeSettingsForm { Email = email, QuietFrom = from, QuietUntil = until });

        Assert.Equal(refusal, outcome.Refusals[0].Code);
    }

    private static async Task<IReadOnlyList<ReadMail>> ReadAsync(RealMailServer real)
    {
        try
        {
            return await real.ReadAsync();
        }
        catch (System.Text.Json.JsonException)
        {
            // No mailbox yet: nothing ever came.
            return [];
        }
    }
}

/// <summary>The small county with what its operator has set.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Kind = "test.news";

    private World(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    /// <summary>Everything on.</summary>
    public static IReadOnlySet<(string, NoticeChannel)> All { get; } = Enum.GetValues<NoticeChannel>().Select(channel => (Kind, channel)).ToHashSet();

    public static NoticeOptions Mail(RealMailServer real) => new() { Mail = new MailServer(MailTls.Implicit, "localhost", real.Port, "noreply@example.cn") { CaFile = real.Certificate } };

    public static async Task<World> NewAsync(TestDatabase database, NoticeOptions options)
    {
        var house = await TestHouse.WithCountyAsync(database, services => services.AddSingleton(options).AddSingleton(new NoticeKind(Kind, () => "news", 0)));
        return new(house, house.County);
    }

    public async Task<int> TellAsync(Guid thing, params string[] people)
    {
        await using var scope = House.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.tell");
        var told = await scope.ServiceProvider.GetRequiredService<NoticeBoard>().TellAsync(
            new(Kind, new Ref("test", "thing", thing), new Sentence("JobsSwept", "7", "8"), "planning"), [.. people.Select(County.AccountId)], CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        return told;
    }

    public async Task<Outcome<Done>> WishAsync(string person, NoticeSettingsForm form)
    {
        await using var scope = await House.EnterAsAsync(County.AccountId(person));
        return await scope.ServiceProvider.GetRequiredService<SaveNoticeSettings>().RunAsync(form, CancellationToken.None);
    }

    public async Task AsAsync<T>(string person, Func<T, Task> act) where T : notnull
    {
        await using var scope = await House.EnterAsAsync(County.AccountId(person));
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<IReadOnlyList<ViewNotices.Row>> SeenAsync(string person)
    {
        await using var scope = await House.EnterAsAsync(County.AccountId(person));
        return await scope.ServiceProvider.GetRequiredService<ViewNotices>().RunAsync(unread: false, null, ViewNotices.PageSize, CancellationToken.None);
    }

    public async Task<List<Job>> JobsAsync(string kind)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>().AsNoTracking().Where(job => job.Kind == kind).ToListAsync();
    }

    public async Task RunAsync()
    {
        await using var scope = House.Enter();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
