using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.House.Tests.Api;

/// <summary>What people do with one another, by programs: amend, lend, ask and answer, bring files, find, grant upwards. Each by the act behind its page.</summary>
public sealed class SharedWorkTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_wish_of_the_lead_is_granted_by_an_amendment_and_another_is_declined(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        using var office = await ApiCaller.OfAsync(site, "office");
        using var chief = await ApiCaller.OfAsync(site, "chief-basic");
        var task = $"tasks/{TaskOf(site, "2.1"):N}";

        var asked = await chief.SendAsync("POST", $"{task}/change-requests", new { wish = "请推迟到2027年1月。" });
        var notTheirs = await chief.SendAsync("POST", $"{task}/amendments", new { dueOn = "2027-01-31", reason = "推迟" }, ("If-Match", (await chief.GetAsync(task)).ETag));
        var without = await office.SendAsync("POST", $"{task}/amendments", new { dueOn = "2027-01-31", reason = "推迟" });
        var noReason = await office.SendAsync("POST", $"{task}/amendments", new { dueOn = "2027-01-31" }, ("If-Match", (await office.GetAsync(task)).ETag));
        var amended = await office.SendAsync("POST", $"{task}/amendments", new { dueOn = "2027-01-31", reason = "工期顺延" }, ("If-Match", (await office.GetAsync(task)).ETag));
        var again = await chief.SendAsync("POST", $"{task}/change-requests", new { wish = "请再推迟。" });
        var declined = await office.SendAsync("POST", $"change-requests/{again.Json["id"]}/decline", new { answer = "年底前须完成。" });
        var list = await office.GetAsync($"plans/{site.County.Plan.Id:N}/amendments");

        Assert.Equal((201, 403, 428, 422, 204, 201, 204), (asked.Status, notTheirs.Status, without.Status, noReason.Status, amended.Status, again.Status, declined.Status));
        var change = Assert.Single(list.Json["items"]!.AsArray());
        Assert.Equal(("due", "2026-12-31", "2027-01-31", "工期顺延"), (Of(change, "field"), Of(change, "before"), Of(change, "after"), Of(change, "reason")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_to_do_is_countersigned_and_who_has_not_answered_is_reminded(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        using var office = await ApiCaller.OfAsync(site, "office");
        using var chief = await ApiCaller.OfAsync(site, "chief-safety");
        using var stranger = await ApiCaller.OfAsync(site, "principal");
        var about = Of((await office.GetAsync("todos")).Json["items"]!.AsArray().First(todo => !Of(todo, "about").Contains("todorequest", StringComparison.Ordinal)), "about");

        var shared = await office.SendAsync("POST", "todo-requests", new { kind = "countersign", about, people = new[] { site.County.AccountId("chief-safety"), site.County.AccountId("chief-finance") }, words = "请会签。" });
        var request = $"todo-requests/{shared.Json["id"]}";
        var answered = await chief.SendAsync("POST", $"{request}/answer", new { agrees = true });
        var twice = await chief.SendAsync("POST", $"{request}/answer", new { agrees = true });
        var nudged = await office.SendAsync("POST", $"{request}/nudge", new { });
        var again = await office.SendAsync("POST", $"{request}/nudge", new { });
        var none = await stranger.GetAsync(request);
        var seen = await chief.GetAsync(request);
        var back = await office.SendAsync("POST", $"{request}/withdraw", new { });

        Assert.Equal((201, 204, 422, 200, 422, 404, 204), (shared.Status, answered.Status, twice.Status, nudged.Status, again.Status, none.Status, back.Status));
        Assert.Equal(1, nudged.Json["people"]!.GetValue<int>());
        Assert.Equal("NudgedAlready", again.Codes);
        Assert.Single(seen.Json["replies"]!.AsArray(), reply => reply!["answeredAt"] is not null);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_role_is_lent_listed_and_taken_back(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var chief = await ApiCaller.OfAsync(site, "chief-basic");
        using var other = await ApiCaller.OfAsync(site, "chief-safety");
        var holding = Of((await chief.GetAsync("delegations")).Json["lendable"]!.AsArray().Single(), "holding");
        var today = DateOnly.FromDateTime(site.Clock.Now.LocalDateTime);

        var nothing = await chief.SendAsync("POST", "delegations", new { });
        var stolen = await other.SendAsync("POST", "delegations", new { holding, to = site.County.AccountId("staff-basic"), since = today, until = today.AddDays(3), reason = "出差" });
        var given = await chief.SendAsync("POST", "delegations", new { holding, to = site.County.AccountId("staff-basic"), since = today, until = today.AddDays(3), reason = "出差" });
        var foreign = await other.SendAsync("POST", $"delegations/{given.Json["id"]}/end", new { });
        var ended = await chief.SendAsync("POST", $"delegations/{given.Json["id"]}/end", new { });

        Assert.Equal((422, 422, 201, 403, 204), (nothing.Status, stolen.Status, given.Status, foreign.Status, ended.Status));
        Assert.Contains("DelegationNotHeld", stolen.Codes, StringComparison.Ordinal);
        Assert.Equal("takenBack", Of((await chief.GetAsync("delegations")).Json["items"]!.AsArray().Single(), "state"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_report_brings_files_which_who_sees_the_task_reads_back_and_nobody_else(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        using var chief = await ApiCaller.OfAsync(site, "chief-basic");
        using var stranger = await ApiCaller.OfAsync(site, "principal");
        using var system = await ApiCaller.OfAsync(site, "system");
        var task = $"tasks/{TaskOf(site, "2.1"):N}";
        byte[] minutes = Encoding.UTF8.GetBytes("监理月报：主体已封顶。");

        var program = await SendFileAsync(chief, task, "照片.jpg", "MZ not a picture"u8.ToArray());
        var made = await SendFileAsync(chief, task, "月报.txt", minutes);
        Assert.True(made.Status == 201, made.ToString());
        var report = (await chief.GetAsync($"{task}/reports")).Json["items"]!.AsArray().Single(item => item!["files"]!.AsArray().Count > 0);
        var file = report!["files"]!.AsArray().Single();
        var read = await chief.GetAsync($"{task}/evidence/{Of(file, "id")}");
        var part = await chief.GetAsync($"{task}/evidence/{Of(file, "id")}", ("Range", "bytes=0-2"));
        var foreign = await stranger.GetAsync($"{task}/evidence/{Of(file, "id")}");
        var elsewhere = await chief.GetAsync($"tasks/{TaskOf(site, "3.3"):N}/evidence/{Of(file, "id")}");
        var use = await system.GetAsync("files");
        var limits = await system.SendAsync("PUT", "files/limits", new { largestMb = 20, mostPerThing = 5, quotaMb = 0 });
        var check = await system.SendAsync("POST", "files/check", new { });

        Assert.Equal((422, 201, 200, 206, 404, 404), (program.Status, made.Status, read.Status, part.Status, foreign.Status, elsewhere.Status));
        Assert.Equal(("月报.txt", Encoding.UTF8.GetString(minutes)), (Of(file, "name"), read.Text));
        // The sample of the county has kept a document as well.
        Assert.True(use.Json["used"]!.GetValue<long>() > minutes.Length, use.Text);
        Assert.Equal((422, "QuotaForm", 201), (limits.Status, limits.Codes, check.Status));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Things_are_found_by_right_and_granted_upwards_and_seen_from_above(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        await site.House.Districts.AddAsync("dongcheng", "东城市", "test", CancellationToken.None);
        site.Services.GetRequiredService<DistrictDirectory>().Forget();
        using var office = await ApiCaller.OfAsync(site, "office");
        using var principal = await ApiCaller.OfAsync(site, "principal");

        var found = await office.GetAsync("search?q=精品课例");
        var hidden = await principal.GetAsync("search?q=精品课例");
        var shorter = await office.GetAsync("search?q=课");
        var unsaid = await office.SendAsync("POST", "above/grants", new { upper = "dongcheng", kinds = new[] { "planning.plan" }, since = "2026-04-15" });
        var granted = await office.SendAsync("POST", "above/grants", new { upper = "dongcheng", kinds = new[] { "planning.plan" }, since = "2026-04-15", why = "市级调度" });
        var grant = (await office.GetAsync("above")).Json["grants"]!.AsArray().Single(row => Of(row, "upper") == "dongcheng");
        var revoked = await office.SendAsync("POST", $"above/grants/{Of(grant, "id")}/revoke", new { why = "调度结束" });
        var below = await office.GetAsync("below");
        var notTheirs = await principal.GetAsync("below");

        Assert.Contains("评选县级精品课例40节", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("评选县级精品课例40节", hidden.Text, StringComparison.Ordinal);
        Assert.Equal((422, 422, 204, "holds", 204, 403), (shorter.Status, unsaid.Status, granted.Status, Of(grant, "state"), revoked.Status, notTheirs.Status));
        Assert.Equal("revoked", Of((await office.GetAsync("above")).Json["grants"]!.AsArray().Single(row => Of(row, "upper") == "dongcheng"), "state"));
        var figures = Assert.Single(below.Json["items"]!.AsArray())!["figures"]!.AsArray();
        Assert.Equal(4, figures.Single(figure => Of(figure, "key") == "tasks")!["value"]!.GetValue<double>());
    }

    private static Guid TaskOf(TestSite site, string number) => site.County.Tasks.Single(task => task.Number == number).Id;

    private static string Of(JsonNode? row, string name) => row![name]!.ToString(); // a test that asks for it expects one

    private static async Task<ApiAnswer> SendFileAsync(ApiCaller caller, string task, string name, byte[] content)
    {
        using var parts = new MultipartFormDataContent { { new StringContent("60"), "percent" }, { new StringContent("主体已封顶。"), "words" }, { new ByteArrayContent(content), "files", name } };
        return await caller.SendAsync("POST", $"{task}/reports/file", parts);
    }
}
