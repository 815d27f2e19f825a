using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization;
using Shuren.Organization.Recovery;
using Shuren.Organization.SignIn;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Rooms.Tests.Platform.Notices;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>The way back by mail, through a real mail server: once, for a short time, and telling nobody who exists.</summary>
public sealed partial class RecoveryTests
{
    private const string Chosen = "quiet lanterns over the river";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_confirmed_address_gets_a_link_that_opens_once_and_ends_every_session(TestDatabase database)
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(database, real);
        await ConfirmAsync(people, real, "office", "office@example.cn");
        var session = await BeginAsync(people, "office");

        await AskAsync(people, "office");
        var secret = await SecretAsync(real, "office@example.cn", "sign-in/recover");
        var refused = await RecoverAsync(people, secret, "short");
        var done = await RecoverAsync(people, secret, Chosen);
        var again = await RecoverAsync(people, secret, "another long enough one");

        Assert.Equal(("PasswordTooShort", true, "LinkOver"), (People.Refused(refused), done.Succeeded, People.Refused(again)));
        Assert.True((await SignInAsync(people, "office", Chosen)).Succeeded);
        Assert.Equal("SignInRefused", People.Refused(await SignInAsync(people, "office", SmallCounty.Password)));
        await using var scope = people.House.Enter();
        Assert.Equal(SessionState.Over, await scope.ServiceProvider.GetRequiredService<IActorLoader>().LoadSessionAsync(session, new(), people.Ct));
        Assert.Equal(0, await people.Look(db => db.RecoveryRequests.CountAsync(row => row.AnsweredAt == null)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_link_that_is_used_twice_at_the_same_moment_opens_once(TestDatabase database)
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(database, real);
        await ConfirmAsync(people, real, "office", "office@example.cn");
        await AskAsync(people, "office");
        var secret = await SecretAsync(real, "office@example.cn", "sign-in/recover");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => RecoverAsync(people, secret, $"{Chosen} {at}")));

        Assert.Equal(1, answers.Count(answer => answer.Succeeded));
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal("LinkOver", People.Refused(answer)));
    }

    [Fact]
    public async Task A_link_ends_with_time_with_a_newer_one_and_with_another_password()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(TestDatabase.Sqlite, real);
        await ConfirmAsync(people, real, "office", "office@example.cn");

        await AskAsync(people, "office");
        var first = await SecretAsync(real, "office@example.cn", "sign-in/recover");
        await AskAsync(people, "office");
        var second = await SecretAsync(real, "office@example.cn", "sign-in/recover");
        Assert.Equal("LinkOver", People.Refused(await RecoverAsync(people, first, Chosen)));
        people.House.Clock.Now += TimeSpan.FromMinutes(31);
        Assert.Equal("LinkOver", People.Refused(await RecoverAsync(people, second, Chosen)));
        await AskAsync(people, "office");
        var third = await SecretAsync(real, "office@example.cn", "sign-in/recover");
        await people.As<ChangePassword, Outcome<Shuren.Organization.Model.Account>>("office", act => act.RunAsync(SmallCounty.Password, "a password of one's own choice", "", people.Ct));

        Assert.Equal("LinkOver", People.Refused(await RecoverAsync(people, third, Chosen)));
        Assert.Equal("LinkOver", People.Refused(await RecoverAsync(people, "no link at all", Chosen)));
    }

    [Fact]
    public async Task An_address_counts_only_when_its_owner_has_answered_and_only_the_owner_can()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(TestDatabase.Sqlite, real);
        await SetAsync(people, "office", "office@example.cn");
        var secret = await SecretAsync(real, "office@example.cn", "account/recovery/confirm");

        await AskAsync(people, "office");
        Assert.Single(await real.ReadAsync());
        Assert.Equal("LinkOver", People.Refused(await people.As<ConfirmRecoveryAddress, Outcome<Done>>("director", act => act.RunAsync(secret, people.Ct))));
        // A link that confirms does not open, and one that opens does not confirm.
        Assert.Equal("LinkOver", People.Refused(await RecoverAsync(people, secret, Chosen)));
        People.Good(await people.As<ConfirmRecoveryAddress, Outcome<Done>>("office", act => act.RunAsync(secret, people.Ct)));
        await AskAsync(people, "office");

        Assert.Equal(2, (await real.ReadAsync()).Count);
        Assert.Equal("LinkOver", People.Refused(await people.As<ConfirmRecoveryAddress, Outcome<Done>>("office", act => act.RunAsync(secret, people.Ct))));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Asking_does_the_same_work_whether_the_name_exists_or_not(TestDatabase database)
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(database, real);
        await ConfirmAsync(people, real, "office", "office@example.cn");

        List<(int Jobs, int Acts, int Attempts)> work = [];
        foreach (var name in (string[])["office", "teacher", "nobody-of-that-name"])
        {
            var before = await WorkAsync(people);
            await using (var scope = people.House.Enter())
                await scope.ServiceProvider.GetRequiredService<AskForRecovery>().RunAsync(name, "10.0.0.9", people.Ct);
            var after = await WorkAsync(people);
            work.Add((after.Jobs - before.Jobs, after.Acts - before.Acts, after.Attempts - before.Attempts));
        }

        Assert.All(work, done => Assert.Equal((1, 1, 1), done));
    }

    [Fact]
    public async Task Neither_the_link_nor_the_address_can_be_read_in_the_database()
    {
        using var real = await RealMailServer.StartAsync("implicit");
        await using var people = await InAsync(TestDatabase.Sqlite, real);
        await ConfirmAsync(people, real, "office", "hidden-name@example.cn");
        await AskAsync(people, "office");
        var secret = await SecretAsync(real, "hidden-name@example.cn", "sign-in/recover");

        await using var scope = people.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        Assert.NotEqual(secret, await people.Look(rows => rows.MailedLinks.Select(link => link.Mark).SingleAsync()));
        Assert.DoesNotContain(await db.Set<Job>().Select(job => job.Arguments).ToListAsync(), arguments => arguments.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(await db.AuditEntries.Select(entry => entry.Changes).ToListAsync(), changes => changes.Contains("hidden-name", StringComparison.Ordinal));
    }

    private static async Task<(int Jobs, int Acts, int Attempts)> WorkAsync(People people)
    {
        await using var scope = people.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        return (await db.Set<Job>().CountAsync(job => job.Kind == MailLink.Kind), await db.Processes.CountAsync(), await people.Look(rows => rows.Attempts.CountAsync()));
    }

    private static async Task<People> InAsync(TestDatabase database, RealMailServer real)
    {
        var options = World.Mail(real) with { PublicAddress = new("https://shuren.example.cn/") };
        var house = await TestHouse.WithCountyAsync(database, services => services.AddSingleton(options));
        return People.Of(house, house.County);
    }

    private static async Task SetAsync(People people, string person, string email)
    {
        People.Good(await people.As<SetRecoveryAddress, Outcome<Done>>(person, act => act.RunAsync(email, SmallCounty.Password, "", people.Ct)));
        await RunJobsAsync(people);
    }

    private static async Task ConfirmAsync(People people, RealMailServer real, string person, string email)
    {
        await SetAsync(people, person, email);
        var secret = await SecretAsync(real, email, "account/recovery/confirm");
        People.Good(await people.As<ConfirmRecoveryAddress, Outcome<Done>>(person, act => act.RunAsync(secret, people.Ct)));
    }

    private static async Task AskAsync(People people, string name)
    {
        await using (var scope = people.House.Enter())
            await scope.ServiceProvider.GetRequiredService<AskForRecovery>().RunAsync(name, "", people.Ct);
        await RunJobsAsync(people);
    }

    private static async Task RunJobsAsync(People people)
    {
        await using var scope = people.House.Enter();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(people.Ct);
    }

    // The newest letter; its link leads to the page that was meant.
    private static async Task<string> SecretAsync(RealMailServer real, string to, string page)
    {
        var mail = (await real.ReadAsync()).Last(mail => mail.Head["To"] == to);
        var found = Link().Match(mail.Plain);
        Assert.Equal($"https://shuren.example.cn/qinghe/{page}", found.Groups[1].Value);
        return found.Groups[2].Value;
    }

    private static async Task<Outcome<Done>> RecoverAsync(People people, string secret, string chosen)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<RecoverByLink>().RunAsync(secret, chosen, people.Ct);
    }

    private static async Task<Outcome<SignIn.Entered>> SignInAsync(People people, string name, string password)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(name, password, "", people.Ct);
    }

    private static async Task<Guid> BeginAsync(People people, string name)
    {
        var entered = People.Good(await SignInAsync(people, name, SmallCounty.Password));
        await using var scope = people.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<BeginSession>().RunAsync(entered.Account, new("", ""), "", null, people.Ct)).Id;
    }

    [GeneratedRegex(@"(https://[^?\s]+)\?Link=([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
