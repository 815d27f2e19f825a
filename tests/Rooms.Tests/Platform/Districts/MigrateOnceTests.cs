using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>Several servers that start at once bring every district up to date exactly once.</summary>
public class MigrateOnceTests
{
    private const string Before = "20261128_0502_Organization_Todos";

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Each_district_is_migrated_by_one_of_the_servers_that_start_at_once(TestDatabase database)
    {
        var location = Databases.New(database);
        string[] codes = ["qinghe", "shiqiao", "linshui", "liutang"];
        await using (var old = Server(location))
        {
            foreach (var code in codes)
                await MakeOldAsync(old, code);
        }
        await using var first = Server(location);
        await using var second = Server(location);
        await using var third = Server(location);

        var done = await Task.WhenAll(new[] { first, second, third }.Select(server => Task.Run(() => server.GetRequiredService<DistrictDirectory>().MigrateAsync(Ct))));

        Assert.All(codes, code => Assert.Single(done, server => server[code] > 0));
        Assert.Equal(codes.Order(), (await first.GetRequiredService<DistrictDirectory>().ListAsync(Ct)).Select(card => card.Code));
        var again = await second.GetRequiredService<DistrictDirectory>().MigrateAsync(Ct);
        Assert.All(again.Values, count => Assert.Equal(0, count));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_lock_is_one_for_all_servers_and_is_given_back(TestDatabase database)
    {
        var location = Databases.New(database);
        await using var first = Server(location);
        await using var second = Server(location);
        var order = new List<string>();

        var held = await first.GetRequiredService<INamespaces>().LockAsync(Ct);
        var waiting = Task.Run(async () =>
        {
            await using var taken = await second.GetRequiredService<INamespaces>().LockAsync(Ct);
            order.Add("second");
        }, Ct);
        await Task.WhenAny(waiting, Task.Run(() => second.GetRequiredService<INamespaces>().ListAsync(Ct)));
        order.Add("first");
        await held.DisposeAsync();
        await waiting;

        Assert.Equal(["first", "second"], order);
    }

    private static ServiceProvider Server(string location) =>
        new ServiceCollection().AddLogging().AddPlatform(location, TemporaryFolders.New("data"), Host.House.Modules).BuildServiceProvider();

    /// <summary>A district as an earlier release left it.</summary>
    private static async Task MakeOldAsync(ServiceProvider server, string code)
    {
        await server.GetRequiredService<INamespaces>().CreateAsync(code, Ct);
        await using var scope = server.GetRequiredService<DistrictDirectory>().Enter(new(code, code), "test");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.GetService<IMigrator>().MigrateAsync(Before, Ct);
        db.Add(new DistrictRecord { Code = code, Name = code, CreatedAt = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync(Ct);
    }
}
