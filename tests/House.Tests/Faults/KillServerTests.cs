using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>
/// kill -9 of the server while people write: what was acknowledged is there, what was sent again is there once.
/// <c>./dev faults kill-server 100</c> kills a hundred times on each database.
/// </summary>
public sealed class KillServerTests
{
    private const int Writers = 4;

    // A long run says now and then what has been found, so that one that is broken off has shown something too.
    private const int CheckedEvery = 10;

    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("SHUREN_FAULTS_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : null;

    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly ConcurrentDictionary<int, (string Name, string Once)> sent = new();
    private readonly ConcurrentBag<string> keys = [];

    [Theory]
    [InlineData(TestDatabase.Sqlite, 3)]
    [InlineData(TestDatabase.PostgreSql, 2)]
    public async Task No_acknowledged_write_is_lost_and_none_is_doubled(TestDatabase database, int kills)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var data = database == TestDatabase.Sqlite ? house.Location : house.DataFolder;
        var chance = new Random(20260415);
        var address = ServerProcess.FreeAddress();
        // They stay signed in, as people do: each server that follows knows their sessions.
        var browsers = new List<TestBrowser>();

        for (var round = 0; round < (Asked ?? kills); round++)
        {
            await using var server = await ServerProcess.StartAtAsync(address, house.Location, data);
            while (browsers.Count < Writers)
                browsers.Add(await SignInAsync(server));
            await SendAgainAsync(browsers[0]);
            if (round > 0 && round % CheckedEvery == 0)
                await CheckAsync(house, database, round);
            var before = acknowledged.Count;
            var enough = before + 2 + chance.Next(10);
            var writing = browsers.Select((browser, writer) => WriteAsync(browser, writer, round)).ToList();
            while (acknowledged.Count < enough && !writing.TrueForAll(one => one.IsCompleted))
                await Task.Delay(5);
            await server.KillAsync();
            await Task.WhenAll(writing);
            Assert.True(acknowledged.Count >= enough, "The writers stopped before the kill.");
        }

        await using var last = await ServerProcess.StartAtAsync(address, house.Location, data);
        await SendAgainAsync(browsers[0]);
        browsers.ForEach(browser => browser.Dispose());
        await CheckAsync(house, database, Asked ?? kills);
    }

    private async Task WriteAsync(TestBrowser browser, int writer, int round)
    {
        try
        {
            for (var at = 0; ; at++)
            {
                var (name, once) = ($"校{round}-{writer}-{at}", Guid.CreateVersion7().ToString("N"));
                await browser.OpenAsync("organization/units/add");
                sent[writer] = (name, once);
                await PostAsync(browser, name, once);
                sent.TryRemove(writer, out _);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // The server is gone; what was under way is sent again to the next one.
        }
    }

    // As a browser does that got no answer: the same form with the same key.
    private async Task SendAgainAsync(TestBrowser browser)
    {
        foreach (var (writer, (name, once)) in sent)
        {
            await browser.OpenAsync("organization/units/add");
            await PostAsync(browser, name, once);
            sent.TryRemove(writer, out _);
        }
    }

    private async Task PostAsync(TestBrowser browser, string name, string once)
    {
        await browser.SubmitAsync(new() { ["Form.Name"] = name, ["_once"] = once });
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        acknowledged.Add(name);
        keys.Add(once);
    }

    private static async Task<TestBrowser> SignInAsync(ServerProcess server)
    {
        var browser = new TestBrowser(new Uri(server.Root, "/qinghe/"));
        await browser.OpenAsync("sign-in");
        await browser.SubmitAsync(new() { ["Form.Name"] = "office", ["Form.Password"] = SmallCounty.Password });
        return browser;
    }

    private async Task CheckAsync(TestHouse house, TestDatabase database, int killed)
    {
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var stands = (await db.Set<Unit>().Where(unit => EF.Functions.Like(unit.Name, "校%")).Select(unit => unit.Name).ToListAsync()).ToLookup(name => name);
        Assert.Empty(acknowledged.Where(name => !stands.Contains(name)));
        Assert.Empty(stands.Where(name => name.Count() > 1).Select(name => name.Key));
        var acts = (await db.Processes.Where(act => act.Once != null).Select(act => act.Once!.Value).ToListAsync()).ToHashSet();
        Assert.Empty(keys.Where(key => !acts.Contains(Guid.Parse(key))));
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.True(verdict.Ok, verdict.Reason);
        TestContext.Current.SendDiagnosticMessage($"{killed} kills on {database}: {acknowledged.Count} acknowledged, 0 lost, 0 doubled.");
    }
}
