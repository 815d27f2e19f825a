using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shuren.Contracts.Organization;
using Shuren.Host.Web;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>A full disk, a clock that jumps, a database without a free connection: clear words, nothing wrong kept, and afterwards as before.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_full_disk_keeps_nothing_of_the_act_and_room_makes_it_work_again()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.Database.OpenConnectionAsync();
        var before = await CountsAsync(db);
        // The file may not grow any further.
        await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1");
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
        db.AddRange(Enumerable.Range(0, 3_000).Select(Unit));

        var full = await Record.ExceptionAsync(() => db.SaveAsync(CancellationToken.None));
        var after = await CountsAsync(db);
        await db.Database.ExecuteSqlRawAsync("pragma max_page_count = 1000000");
        await db.SaveAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (HttpStatusCode)LastResort.StatusOf(full!));
        Assert.Equal(before, after);
        Assert.Equal((before.Units + 3_000, before.Acts + 1), await CountsAsync(db));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_clock_that_jumps_a_day_forth_and_back_leaves_the_audit_whole_and_in_order(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var names = new List<string>();

        foreach (var (days, at) in ((int, int)[])[(0, 0), (1, 1), (-2, 2), (1, 3)])
        {
            house.Clock.Now = house.Clock.Now.AddDays(days);
            await WriteAsync(house, at);
            names.Add($"校{at}");
        }

        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
        var told = await db.AuditEntries.Where(entry => entry.Subject.StartsWith("organization/unit/")).OrderBy(entry => entry.Id).Select(entry => entry.Changes).ToListAsync();
        Assert.Equal(names, told.Select(changes => System.Text.Json.JsonDocument.Parse(changes).RootElement.GetProperty("Name")[1].GetString()!));
    }

    [Fact]
    public async Task Without_a_free_connection_a_write_is_told_so_and_the_next_works()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.PostgreSql);
        var narrow = new NpgsqlConnectionStringBuilder(house.Location) { MaxPoolSize = 1, Timeout = 1 }.ToString();
        await using var site = Site.Build(new SiteOptions(narrow, house.DataFolder, "http://127.0.0.1:0", null, TextWriter.Null));
        var districts = site.Services.GetRequiredService<Platform.Districts.DistrictDirectory>();
        await using var holding = districts.Enter(TestHouse.Qinghe, "test");
        await holding.ServiceProvider.GetRequiredService<ShurenDb>().Database.OpenConnectionAsync();

        await using var waiting = districts.Enter(TestHouse.Qinghe, "test");
        waiting.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
        var db = waiting.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(Unit(1));
        var exhausted = await Record.ExceptionAsync(() => db.SaveAsync(CancellationToken.None));
        await holding.ServiceProvider.GetRequiredService<ShurenDb>().Database.CloseConnectionAsync();
        await db.SaveAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (HttpStatusCode)LastResort.StatusOf(exhausted!));
        Assert.Equal(1, await db.Set<Unit>().CountAsync());
    }

    [Fact]
    public async Task A_database_that_is_too_slow_gives_a_page_that_says_so_and_keeps_nothing()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.PostgreSql, connection: ";Command Timeout=1");
        using var browser = await site.SignInAsync("office");
        await browser.OpenAsync("organization/units/add");
        await using var lockKeeper = NpgsqlDataSource.Create(site.House.Location);
        await using (var connection = await lockKeeper.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table qinghe.organization_units in exclusive mode", connection, transaction);
            await command.ExecuteNonQueryAsync();

            await browser.SubmitAsync(new() { ["Form.Name"] = "河湾小学" });

            Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
            Assert.Contains("没有保存", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        }
        await browser.OpenAsync("organization/units/add");
        await browser.SubmitAsync(new() { ["Form.Name"] = "河湾小学" });
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    private static async Task<(int Units, int Acts)> CountsAsync(ShurenDb db) => (await db.Set<Unit>().CountAsync(), await db.Processes.CountAsync());

    private static async Task WriteAsync(TestHouse house, int at)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(Unit(at));
        await db.SaveAsync(CancellationToken.None);
    }

    private static Unit Unit(int at) => new() { Name = $"校{at}", ShortName = "", Kind = UnitKind.School, Position = at };
}
