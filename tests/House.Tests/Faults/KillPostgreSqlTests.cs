using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Host.Web;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>kill -9 of PostgreSQL while people write; <c>./dev faults kill-postgresql 20</c> kills it twenty times.</summary>
public sealed class KillPostgreSqlTests
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("SHUREN_FAULTS_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2;

    private readonly ConcurrentBag<Guid> acknowledged = [];

    [Fact]
    public async Task No_acknowledged_write_is_lost_none_is_doubled_and_the_site_recovers_by_itself()
    {
        using var server = new OwnPostgreSql();
        var data = TemporaryFolders.New("data");
        await using var site = Site.Build(new SiteOptions(server.ConnectionString, data, "http://127.0.0.1:0", null, TextWriter.Null));
        var districts = site.Services.GetRequiredService<DistrictDirectory>();
        await districts.AddAsync("qinghe", "青禾县", "test", CancellationToken.None);
        await site.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };

        for (var round = 0; round < Kills; round++)
        {
            using var stop = new CancellationTokenSource();
            var enough = acknowledged.Count + 20;
            var writing = Enumerable.Range(0, 4).Select(_ => WriteAsync(districts, stop.Token)).ToList();
            while (acknowledged.Count < enough)
                await Task.Delay(5);
            server.Kill();
            var away = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var page = await http.GetAsync(new Uri("/qinghe/public", UriKind.Relative));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (away.StatusCode, page.StatusCode));
            Assert.Contains("没有保存", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            server.Start();
            var again = acknowledged.Count + 4;
            while (acknowledged.Count < again)
                await Task.Delay(5);
            await stop.CancelAsync();
            await Task.WhenAll(writing);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        }

        await CheckAsync(districts);
        await site.StopAsync();
        TestContext.Current.SendDiagnosticMessage($"{Kills} kills of PostgreSQL: {acknowledged.Count} acknowledged, 0 lost, 0 doubled.");
    }

    private async Task WriteAsync(DistrictDirectory districts, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var scope = districts.Enter(TestHouse.Qinghe, "test");
                scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
                var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
                var unit = new Unit { Name = "河湾小学", ShortName = "", Kind = UnitKind.School, Position = 0 };
                db.Add(unit);
                await db.SaveAsync(CancellationToken.None);
                acknowledged.Add(unit.Id);
            }
            catch (Exception cut) when (LastResort.IsMachine(cut))
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private async Task CheckAsync(DistrictDirectory districts)
    {
        await using var scope = districts.Enter(TestHouse.Qinghe, "test");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var stands = await db.Set<Unit>().Select(unit => unit.Id).ToListAsync();
        Assert.Empty(acknowledged.Except(stands));
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.True(verdict.Ok, verdict.Reason);
        // Every row has its act and its seal: none is half written, none stands twice.
        Assert.Equal(stands.Count + 1, verdict.Blocks);
    }
}
