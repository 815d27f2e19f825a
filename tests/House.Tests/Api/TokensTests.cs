using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform.Data;
using Shuren.Testing;
using Microsoft.EntityFrameworkCore;

namespace Shuren.House.Tests.Api;

/// <summary>A person makes a key for a program: shown once, never more than the person may, ended by many ways and never told why.</summary>
public class TokensTests
{
    [Fact]
    public async Task A_token_is_made_on_its_page_shown_once_used_and_revoked()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        await browser.OpenAsync("account/tokens");

        await browser.SubmitAsync(new() { ["Form.Name"] = "每日数据核对", ["Form.Scopes"] = "planning:read", ["Form.LastDay"] = "2026-07-01" });
        var secret = browser.Page.QuerySelector("code.strong")!.TextContent; // the notice shows it
        using var caller = ApiCaller.With(site.Address, secret);
        var answered = await caller.GetAsync("plans");
        await browser.OpenAsync("account/tokens");
        var again = browser.Page.Source.Text;
        await browser.SubmitAsync([], "main table form");
        var revoked = await caller.GetAsync("plans");

        Assert.Matches("^shuren_pat_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(200, answered.Status);
        Assert.Contains("青禾县2026年教育工作要点", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, again, StringComparison.Ordinal);
        Assert.Contains("每日数据核对", again, StringComparison.Ordinal);
        Assert.Contains("2026年4月15日", again, StringComparison.Ordinal);
        Assert.Equal(401, revoked.Status);
    }

    [Fact]
    public async Task The_database_and_the_audit_hold_the_hash_and_not_the_secret()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var secret = await ApiCaller.TokenAsync(site, "office");
        await using var scope = site.House.Enter();

        var kept = await scope.ServiceProvider.GetRequiredService<OrganizationDb>().AccessTokens.SingleAsync(TestContext.Current.CancellationToken);
        var entries = await scope.ServiceProvider.GetRequiredService<ShurenDb>().AuditEntries.Where(entry => entry.Subject.Contains("accesstoken")).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret))), kept.Hash);
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.DoesNotContain(kept.Hash, entry.Changes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_token_the_answer_is_the_same()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var reset = await ApiCaller.TokenAsync(site, "chief-basic");
        var closed = await ApiCaller.TokenAsync(site, "chief-safety");
        var old = await ApiCaller.TokenAsync(site, "office");
        await using (var scope = site.House.Enter())
        {
            await scope.ServiceProvider.GetRequiredService<ResetPassword>().RunAsync(site.County.AccountId("chief-basic"), CancellationToken.None);
        }
        await using (var scope = site.House.Enter())
        {
            await scope.ServiceProvider.GetRequiredService<CloseAccount>().RunAsync(site.County.AccountId("chief-safety"), "调离", CancellationToken.None);
        }
        var living = await AskAsync(site, old);
        site.Clock.Now += TimeSpan.FromDays(91);

        List<string> answers = [];
        foreach (var token in (string[])["", reset, closed, old, "shuren_pat_" + new string('A', 43), "nonsense"])
            answers.Add(await AskAsync(site, token));

        Assert.StartsWith("200", living, StringComparison.Ordinal);
        Assert.StartsWith("401", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_cover_of_what_its_owner_may()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var reader = await ApiCaller.OfAsync(site, "office", "planning:read");
        using var writer = await ApiCaller.OfAsync(site, "office", "planning:write");
        using var principal = await ApiCaller.OfAsync(site, "principal");

        var read = await reader.GetAsync("plans");
        var write = await reader.SendAsync("POST", "plans", new { text = "x" });
        var otherRoom = await writer.GetAsync("units");
        var notTheOwners = await principal.SendAsync("POST", "plans", new { text = "x" });

        Assert.Equal((200, 403, 403, 403), (read.Status, write.Status, otherRoom.Status, notTheOwners.Status));
        Assert.Equal("RightMissing", write.Codes);
    }

    [Fact]
    public async Task A_right_that_is_taken_from_the_owner_is_taken_from_the_token()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");
        var before = await office.GetAsync("plans");

        await using (var scope = site.House.Enter())
        {
            var organization = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
            scope.ServiceProvider.GetRequiredService<Platform.Processes.Process>().Begin("test.end-role");
            var account = site.County.AccountId("office");
            (await organization.Holdings.SingleAsync(held => held.AccountId == account, TestContext.Current.CancellationToken)).Until = new(2026, 4, 1);
            await organization.SaveAsync(CancellationToken.None);
        }

        Assert.Equal((200, 401), (before.Status, (await office.GetAsync("plans")).Status));
    }

    [Fact]
    public async Task A_cookie_opens_nothing_of_the_api()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        using var stranger = ApiCaller.With(site.Address, "");

        var answer = await stranger.GetAsync("plans", ("Cookie", browser.CookieHeader));
        var posted = await stranger.SendAsync("POST", "plans", new { text = "一、任务" }, ("Cookie", browser.CookieHeader));

        Assert.Equal((401, 401), (answer.Status, posted.Status));
        Assert.Contains("Bearer", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_by_a_token_names_the_token_in_the_audit()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");

        var made = await office.SendAsync("POST", "plans", new { text = await File.ReadAllTextAsync(Path.Combine(Browser.Tests.Repository.Root, "samples", "qinghe", "plan-2026.txt"), TestContext.Current.CancellationToken) });

        Assert.Equal(201, made.Status);
        await using var scope = site.House.Enter();
        var act = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.SingleAsync(row => row.Kind == "planning.import-plan", TestContext.Current.CancellationToken);
        var token = await scope.ServiceProvider.GetRequiredService<OrganizationDb>().AccessTokens.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"organization/accesstoken/{token.Id:D}", act.Evidence);
        Assert.Equal("周晓岚", act.ActorName);
    }

    [Fact]
    public async Task A_token_makes_no_tokens_and_a_token_of_one_district_is_unknown_in_the_other()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");
        await site.House.Districts.AddAsync("linshui", "临水县", "test", CancellationToken.None);
        site.Services.GetRequiredService<Platform.Districts.DistrictDirectory>().Forget();
        using var there = ApiCaller.With(new Uri(site.Address, "/linshui/"), office.Token);

        var page = await office.GetAsync(new Uri(site.Address, "account/tokens").ToString());
        var other = await there.GetAsync("plans");

        Assert.Equal((302, 401), (page.Status, other.Status));
    }

    // The status, and the words without the trace's id.
    private static async Task<string> AskAsync(TestSite site, string token)
    {
        using var caller = ApiCaller.With(site.Address, token);
        var answer = await caller.GetAsync("plans");
        return answer.Status == 200 ? "200" : $"{answer.Status} {answer.Json["type"]} {answer.Json["title"]} {answer.Json["detail"]} {answer.Headers["WWW-Authenticate"]}";
    }
}
