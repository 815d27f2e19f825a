using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization;
using Shuren.Organization.SecondFactors;
using Shuren.Organization.SignIn;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>Guessing is slowed, whoever is guessed at; a code opens once.</summary>
public class AccountSignInTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, "office")]
    [InlineData(TestDatabase.PostgreSql, "office")]
    [InlineData(TestDatabase.Sqlite, "nobody-of-that-name")]
    [InlineData(TestDatabase.PostgreSql, "nobody-of-that-name")]
    public async Task Five_failures_close_a_name_whether_it_exists_or_not(TestDatabase database, string name)
    {
        await using var people = await People.InAsync(database);

        var answers = new List<string>();
        for (var attempt = 0; attempt < 7; attempt++)
            answers.Add(People.Refused(await TryAsync(people, name, $"wrong guess {attempt}", $"10.0.0.{attempt}")));

        Assert.Equal([.. Enumerable.Repeat("SignInRefused", 5), "SignInLocked", "SignInLocked"], answers);
    }

    [Fact]
    public async Task The_name_opens_again_after_a_quarter_of_an_hour_and_success_forgets_the_failures()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        for (var attempt = 0; attempt < 5; attempt++)
            await TryAsync(people, "office", $"wrong guess {attempt}", "");
        var locked = await TryAsync(people, "office", SmallCounty.Password, "");

        people.House.Clock.Now += Throttle.Window;
        var open = await TryAsync(people, "office", SmallCounty.Password, "");

        Assert.Equal("SignInLocked", People.Refused(locked));
        Assert.Equal("周晓岚", People.Good(open).Account.Name);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task One_password_against_many_names_is_noticed_whatever_the_address(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        string[] names = ["director", "deputy", "teacher", "parent", "not-there"];
        foreach (var (name, place) in names.Select((name, place) => (name, place)))
            await TryAsync(people, name, "Spring-2026!", $"10.0.{place}.1");

        Assert.Equal("SignInSprayed", People.Refused(await TryAsync(people, "office", "Spring-2026!", "10.9.9.9")));
        Assert.Equal("SignInRefused", People.Refused(await TryAsync(people, "office", "another wrong one", "10.9.9.9")));
        Assert.True((await TryAsync(people, "office", SmallCounty.Password, "10.9.9.9")).Succeeded);
    }

    [Fact]
    public async Task Too_many_failures_from_one_address_close_the_address()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        for (var attempt = 0; attempt < Throttle.PerAddress; attempt++)
            await TryAsync(people, $"name-{attempt}", $"guess {attempt}", "10.0.0.1");

        Assert.Equal("SignInTooMany", People.Refused(await TryAsync(people, "office", SmallCounty.Password, "10.0.0.1")));
        Assert.True((await TryAsync(people, "office", SmallCounty.Password, "10.0.0.2")).Succeeded);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Of_guesses_that_come_at_the_same_moment_no_more_are_looked_at_than_one_after_another(TestDatabase database)
    {
        await using var people = await People.InAsync(database);

        // Each from an address of its own, the right password among them.
        var guesses = Enumerable.Range(0, 40).Select(at => (Password: at == 30 ? SmallCounty.Password : $"wrong guess {at}", Address: $"10.1.0.{at}"));
        var answers = await Task.WhenAll(guesses.Select(guess => TryAsync(people, "director", guess.Password, guess.Address)));
        var sprayed = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => TryAsync(people, $"name-{at}", "Spring-2026!", $"10.2.0.{at}")));

        // A right one ends its try and makes room for one more.
        Assert.InRange(answers.Count(answer => answer.Succeeded || answer.Refusals[0].Code == "SignInRefused"), 1, Throttle.PerName + 1);
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Contains(answer.Refusals[0].Code, (string[])["SignInRefused", "SignInLocked"]));
        Assert.InRange(sprayed.Count(answer => answer.Refusals[0].Code == "SignInRefused"), 1, Throttle.NamesPerPassword);
        Assert.Equal(0, await people.Look(db => db.Tries.CountAsync()));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_session_shows_when_it_was_last_at_work_and_is_written_once_in_a_quarter_of_an_hour(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var began = people.House.Clock.GetUtcNow().UtcDateTime;
        var session = await BeginAsync(people, "office");

        List<TimeSpan> seen = [];
        foreach (var minutes in (int[])[5, 9, 2, 14, 2])
        {
            people.House.Clock.Now += TimeSpan.FromMinutes(minutes);
            await UseAsync(people, session);
            seen.Add(await people.Look(db => db.SessionSights.Where(sight => sight.Id == session).Select(sight => sight.SeenAt).SingleAsync()) - began);
        }

        Assert.Equal([0, 0, 16, 16, 32], seen.Select(span => span.TotalMinutes));
        await using var scope = people.House.Enter();
        Assert.Equal(began.AddMinutes(32), Assert.Single(await scope.ServiceProvider.GetRequiredService<FindSessions>().RunAsync(people.County.AccountId("office"), people.Ct)).SeenAt);
    }

    private static async Task<Guid> BeginAsync(People people, string name)
    {
        var entered = People.Good(await TryAsync(people, name, SmallCounty.Password, ""));
        await using var scope = people.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<BeginSession>().RunAsync(entered.Account, new("", ""), "", null, people.Ct)).Id;
    }

    private static async Task UseAsync(People people, Guid session)
    {
        await using var scope = people.House.Enter();
        await scope.ServiceProvider.GetRequiredService<IActorLoader>().LoadSessionAsync(session, new Actor(), people.Ct);
    }

    [Fact]
    public async Task What_was_typed_stands_nowhere_in_the_database()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        await TryAsync(people, "my secret typed into the wrong field", "another secret", "10.0.0.1");

        var attempt = await people.Look(db => db.Attempts.SingleAsync());
        Assert.Matches("^[0-9a-f]{32}$", attempt.NameMark);
        Assert.Matches("^[0-9a-f]{6}$", attempt.PasswordMark);
    }

    // RFC 6238, appendix B (SHA-1), the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code)
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");

        Assert.Equal(code, Totp.CodeAt(secret, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(second))));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Written(secret));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_code_and_a_recovery_code_open_once(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var codes = await AddAuthenticatorAsync(people, secret);
        people.House.Clock.Now += TimeSpan.FromMinutes(5);
        var code = Totp.CodeAt(secret, Totp.StepAt(people.House.Clock.GetUtcNow().UtcDateTime));

        var factors = new List<string>();
        foreach (var typed in (string[])[code, code, codes[0], codes[0].ToUpperInvariant(), codes[1]])
            factors.Add(await ProveAsync(people, typed));

        Assert.Equal(["totp", "CodeWrong", "recovery-code", "CodeWrong", "recovery-code"], factors);
    }

    [Fact]
    public async Task The_shared_secret_is_encrypted_in_the_database()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");

        await AddAuthenticatorAsync(people, secret);

        var kept = Convert.FromBase64String(await people.Look(db => db.Authenticators.Select(row => row.Secret).SingleAsync()));
        Assert.Equal(-1, kept.AsSpan().IndexOf(secret));
    }

    private static async Task<List<string>> AddAuthenticatorAsync(People people, byte[] secret)
    {
        await using var scope = await people.House.EnterAsAsync(people.County.AccountId("office"));
        var carried = scope.ServiceProvider.GetRequiredService<AuthenticatorSecrets>().Protect(people.County.AccountId("office"), secret);
        var code = Totp.CodeAt(secret, Totp.StepAt(people.House.Clock.GetUtcNow().UtcDateTime));
        return People.Good(await scope.ServiceProvider.GetRequiredService<AddAuthenticator>().RunAsync(carried, code, people.Ct));
    }

    private static async Task<string> ProveAsync(People people, string typed)
    {
        await using var scope = people.House.Enter();
        var account = await scope.ServiceProvider.GetRequiredService<OrganizationDb>().Accounts.SingleAsync(row => row.SignInName == "office");
        var outcome = await scope.ServiceProvider.GetRequiredService<ProveSecondFactor>().RunAsync((account.Id, account.Stamp), typed, "", people.Ct);
        if (!outcome.Succeeded)
            return outcome.Refusals[0].Code;
        await scope.ServiceProvider.GetRequiredService<BeginSession>().RunAsync(outcome.Value.Account, new("", ""), outcome.Value.Factor, null, people.Ct);
        return outcome.Value.Factor;
    }

    private static async Task<Outcome<SignIn.Entered>> TryAsync(People people, string name, string password, string address)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(name, password, address, people.Ct);
    }
}
