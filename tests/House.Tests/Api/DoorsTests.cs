using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Host.Web.Api;
using Shuren.Planning;
using Shuren.Platform.Data;
using Shuren.Platform.Doors;
using Shuren.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.House.Tests.Api;

/// <summary>What every door of the API keeps to: pages by key, tags, repeated posts, problems in words, limits.</summary>
public class DoorsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Pages_one_behind_the_other_are_the_whole_list(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var office = await ApiCaller.OfAsync(site, "office");
        using var system = await ApiCaller.OfAsync(site, "system");

        var tasks = await WalkAsync(office, $"plans/{site.County.Plan.Id}/tasks?limit=3", "id");
        var units = await WalkAsync(office, "units?limit=4", "id");
        var accounts = await WalkAsync(system, "accounts?limit=2", "signInName");

        Assert.Equal(site.County.Tasks.Select(task => task.Id.ToString()), tasks);
        Assert.Equal(19, units.Count);
        Assert.Equal(units.Distinct(), units);
        Assert.Equal(accounts.Order(StringComparer.Ordinal), accounts);
        Assert.Equal(15, accounts.Count);
    }

    [Fact]
    public async Task A_row_that_goes_between_two_pages_moves_nothing()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");
        var first = await office.GetAsync($"plans/{site.County.Plan.Id}/tasks?limit=3");
        await using (var scope = site.House.Enter())
        {
            var planning = scope.ServiceProvider.GetRequiredService<PlanningDb>();
            scope.ServiceProvider.GetRequiredService<Platform.Processes.Process>().Begin("test.drop");
            (await planning.Tasks.FindAsync([site.County.Tasks[1].Id], TestContext.Current.CancellationToken))!.DroppedAt = site.Clock.Now.UtcDateTime; // the county's own
            await planning.SaveAsync(CancellationToken.None);
        }

        var second = await office.GetAsync($"plans/{site.County.Plan.Id}/tasks?limit=3&after={first.Json["next"]}");

        Assert.Equal(site.County.Tasks.Skip(3).Take(3).Select(task => task.Number), second.Json["items"]!.AsArray().Select(task => task!["number"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("limit=0", 422, "LimitForm")]
    [InlineData("limit=201", 422, "LimitForm")]
    [InlineData("after=nonsense", 422, "CursorForm")]
    [InlineData("limit=many", 400, "BodyForm")]
    [InlineData("due=April", 422, "MonthForm")]
    public async Task A_part_that_is_none_is_refused_in_words(string query, int status, string code)
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");

        var answer = await office.GetAsync($"plans/{site.County.Plan.Id}/tasks?{query}");

        Assert.Equal((status, code), (answer.Status, answer.Codes));
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", answer.Json["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_reader_that_knows_the_tag_hears_that_nothing_has_changed()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");
        var address = $"tasks/{site.County.Tasks[0].Id}";
        var first = await office.GetAsync(address);

        var same = await office.GetAsync(address, ("If-None-Match", first.ETag));
        var other = await office.GetAsync(address, ("If-None-Match", "\"0.0000\""));

        Assert.Equal((200, 304, 200), (first.Status, same.Status, other.Status));
        Assert.Empty(same.Text);
        Assert.Equal(first.ETag, same.ETag);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_overwrites_says_which_version_was_seen(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        using var office = await ApiCaller.OfAsync(site, "office");
        var address = $"tasks/{site.County.Tasks.Single(task => task.Number == "2.1").Id}/milestones";
        var seen = await office.GetAsync(address);
        var steps = new { items = seen.Json["items"]!.AsArray().Select(step => new { id = step!["id"]!.GetValue<Guid>(), dueOn = "2026-08-21", title = step["title"]!.GetValue<string>(), done = false }) };

        var without = await office.SendAsync("PUT", address, steps);
        var first = await office.SendAsync("PUT", address, steps, ("If-Match", seen.ETag));
        var stale = await office.SendAsync("PUT", address, new { items = Array.Empty<object>() }, ("If-Match", seen.ETag));
        var fresh = await office.GetAsync(address);

        Assert.Equal((428, 204, 412), (without.Status, first.Status, stale.Status));
        Assert.Equal("EditedMeanwhile", stale.Codes);
        Assert.All(fresh.Json["items"]!.AsArray(), step => Assert.Equal("2026-08-21", step!["dueOn"]!.GetValue<string>()));
        Assert.NotEqual(seen.ETag, fresh.ETag);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_post_that_is_repeated_acts_once_and_hears_the_same(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        using var chief = await ApiCaller.OfAsync(site, "chief-basic");
        var address = $"tasks/{site.County.Tasks.Single(task => task.Number == "2.1").Id}/reports";
        var said = new { percent = 55, words = "两所在建园主体已经封顶。" };
        var before = await ActsAsync(site);

        var first = await chief.SendAsync("POST", address, said, ("Idempotency-Key", "a-1"));
        var again = await chief.SendAsync("POST", address, said, ("Idempotency-Key", "a-1"));
        var another = await chief.SendAsync("POST", address, said with { percent = 60 }, ("Idempotency-Key", "a-1"));
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => chief.SendAsync("POST", address, said with { percent = 70 }, ("Idempotency-Key", "a-2"))));
        var wrong = await chief.SendAsync("POST", address, said, ("Idempotency-Key", "with a blank"));

        Assert.Equal((201, 201, 422, 400), (first.Status, again.Status, another.Status, wrong.Status));
        Assert.Equal((first.Text, first.Headers["Location"]), (again.Text, again.Headers["Location"]));
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.Equal("IdempotencyKeyReused", another.Codes);
        Assert.All(atOnce, answer => Assert.Equal((201, atOnce[0].Text), (answer.Status, answer.Text)));
        Assert.Equal(before + 2, await ActsAsync(site));
    }

    [Fact]
    public async Task A_refused_post_is_not_kept_and_a_key_counts_for_its_account_alone()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await SampleIds.OfAsync(site);
        using var chief = await ApiCaller.OfAsync(site, "chief-basic");
        using var office = await ApiCaller.OfAsync(site, "office");
        var address = $"tasks/{site.County.Tasks.Single(task => task.Number == "2.1").Id}/reports";

        var refused = await chief.SendAsync("POST", address, new { percent = 101, words = "" }, ("Idempotency-Key", "k"));
        var mended = await chief.SendAsync("POST", address, new { percent = 50, words = "已过半。" }, ("Idempotency-Key", "k"));
        var other = await office.SendAsync("POST", address, new { percent = 30, words = "配合部分已办。" }, ("Idempotency-Key", "k"));

        Assert.Equal(422, refused.Status);
        Assert.Equal("PercentForm WordsForm", refused.Codes);
        Assert.Equal(201, mended.Status);
        Assert.NotEqual("IdempotencyKeyReused", other.Status == 201 ? "" : other.Codes);
    }

    [Fact]
    public async Task The_nightly_sweep_forgets_answers_after_a_day()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var system = await ApiCaller.OfAsync(site, "system");
        await system.SendAsync("POST", "notices/read", null, ("Idempotency-Key", "k"));
        var kept = await RepliesAsync(site);

        site.Clock.Now += TimeSpan.FromHours(25);
        await using (var scope = site.House.Enter())
        {
            var sweep = (IJob)scope.ServiceProvider.GetRequiredService(typeof(IJob).Assembly.GetType("Shuren.Platform.Jobs.SweepJobs")!); // internal to the platform
            await sweep.RunAsync(null!, CancellationToken.None); // it looks at nothing of its run
        }

        Assert.Equal((1, 0), (kept, await RepliesAsync(site)));
    }

    [Fact]
    public async Task Problems_speak_the_language_that_the_caller_asks_for()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");
        var address = $"tasks/{Guid.CreateVersion7()}";

        var chinese = await office.GetAsync(address);
        var english = await office.GetAsync(address, ("Accept-Language", "en-GB,en;q=0.8"));

        Assert.Equal(("没有找到", "Not found"), (chinese.Json["title"]!.GetValue<string>(), english.Json["title"]!.GetValue<string>()));
        Assert.Equal((404, "urn:shuren:problem:NothingThere"), ((int)english.Json["status"]!, english.Json["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_method_and_a_wrong_form_are_told_as_problems()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await ApiCaller.OfAsync(site, "office");

        var unknown = await office.GetAsync("no/such/thing");
        var method = await office.SendAsync("DELETE", "plans", null);
        var form = await office.SendAsync("POST", "plans", new StringContent("x", System.Text.Encoding.UTF8, "text/plain"));
        var broken = await office.SendAsync("POST", "plans", "{\"text\": ");

        Assert.Equal((404, 405, 415, 400), (unknown.Status, method.Status, form.Status, broken.Status));
        Assert.All((ApiAnswer[])[unknown, method, form, broken], answer => Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_nobody_else_is()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite, api: new ApiLimits(3, TimeSpan.FromHours(1)));
        using var office = await ApiCaller.OfAsync(site, "office");
        using var director = await ApiCaller.OfAsync(site, "director");

        List<ApiAnswer> answers = [];
        for (var ask = 0; ask < 4; ask++)
            answers.Add(await office.GetAsync("plans"));
        var other = await director.GetAsync("plans");

        Assert.Equal([200, 200, 200, 429], answers.Select(answer => answer.Status));
        Assert.Equal(["\"api\";r=2", "\"api\";r=1", "\"api\";r=0", "\"api\";r=0"], answers.Select(answer => answer.Headers["RateLimit"]));
        Assert.Equal("RequestsTooOften", answers[3].Codes);
        Assert.InRange(int.Parse(answers[3].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task Many_tokens_that_are_not_good_are_slowed_down_and_a_good_one_still_works()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var guesser = ApiCaller.With(site.Address, "shuren_pat_" + new string('B', 43));
        using var office = await ApiCaller.OfAsync(site, "office");

        List<int> answers = [];
        for (var ask = 0; ask < 42; ask++)
            answers.Add((await guesser.GetAsync("plans")).Status);

        Assert.Equal(40, answers.Count(status => status == 401));
        Assert.Equal([429, 429], answers[^2..]);
        Assert.Equal(200, (await office.GetAsync("plans")).Status);
    }

    private static async Task<List<string>> WalkAsync(ApiCaller caller, string address, string key)
    {
        var (found, next) = (new List<string>(), address);
        while (next.Length > 0)
        {
            var page = await caller.GetAsync(next);
            Assert.Equal(200, page.Status);
            found.AddRange(page.Json["items"]!.AsArray().Select(item => item![key]!.ToString()));
            next = page.Headers.TryGetValue("Link", out var link) ? link.Split('<', '>')[1] : "";
            Assert.Equal(page.Json["next"] is null, next.Length == 0);
        }
        return found;
    }

    private static async Task<int> ActsAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.CountAsync(act => act.Kind == "planning.report-progress", TestContext.Current.CancellationToken);
    }

    private static async Task<int> RepliesAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<ApiReply>().CountAsync(TestContext.Current.CancellationToken);
    }
}
