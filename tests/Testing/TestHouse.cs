using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Testing;

/// <summary>The house without its web: services over an empty database with one district, 青禾县.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    // Made once in a process, copied for every test: to migrate an empty database takes ten times as long.
    private static readonly ConcurrentDictionary<(TestDatabase Database, bool WithCounty), Lazy<Task<Made>>> Originals = new();

    private readonly ServiceProvider services;
    private readonly SmallCounty? county;

    private TestHouse(ServiceProvider services, FixedClock clock, string location, string data, SmallCounty? county) =>
        (this.services, Clock, Location, DataFolder, this.county) = (services, clock, location, data, county);

    /// <summary>The clock that all services see.</summary>
    public FixedClock Clock { get; }

    /// <summary>The folder or connection string.</summary>
    public string Location { get; }

    /// <summary>Where files lie; a site over this house takes the same.</summary>
    public string DataFolder { get; }

    /// <summary>Who and what is in the small county, in a house that was made with it.</summary>
    public SmallCounty County => county ?? throw new InvalidOperationException($"The district is empty; {nameof(WithCountyAsync)} fills it.");

    /// <summary>The districts.</summary>
    public DistrictDirectory Districts => services.GetRequiredService<DistrictDirectory>();

    /// <summary>The district of the small county.</summary>
    public static DistrictCard Qinghe { get; } = new("qinghe", "青禾县");

    /// <summary>A house with 青禾县, in which nothing is yet.</summary>
    /// <param name="database">Which database.</param>
    /// <param name="more">Services that stand in place of the house's own, such as what an operator would set.</param>
    public static Task<TestHouse> NewAsync(TestDatabase database, Action<IServiceCollection>? more = null) => CopyAsync(database, withCounty: false, more);

    /// <summary>A house with 青禾县 and the small county in it.</summary>
    /// <param name="database">Which database.</param>
    /// <param name="more">Services that stand in place of the house's own, such as what an operator would set.</param>
    public static Task<TestHouse> WithCountyAsync(TestDatabase database, Action<IServiceCollection>? more = null) => CopyAsync(database, withCounty: true, more);

    private static async Task<TestHouse> CopyAsync(TestDatabase database, bool withCounty, Action<IServiceCollection>? more)
    {
        var original = await Originals.GetOrAdd((database, withCounty), key => new(() => MakeAsync(key.Database, key.WithCounty))).Value;
        return Open(Databases.CopyOf(database, original.Location), original.County, more);
    }

    private static async Task<Made> MakeAsync(TestDatabase database, bool withCounty)
    {
        await using var house = Open(Databases.New(database), null, null);
        // Before the test begins: audit entries of one moment and two houses would have no order.
        house.Clock.Now -= TimeSpan.FromMinutes(20);
        var added = await house.Districts.AddAsync(Qinghe.Code, Qinghe.Name, "test", CancellationToken.None);
        if (!added.Succeeded)
            throw new InvalidOperationException(added.Refusals[0].Code);
        var county = withCounty ? await SmallCounty.InAsync(house) : null;
        // What is still open would keep PostgreSQL from copying, and SQLite from having all in one file.
        await house.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return new(house.Location, county);
    }

    private static TestHouse Open(string location, SmallCounty? county, Action<IServiceCollection>? more)
    {
        var clock = new FixedClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        more?.Invoke(services);
        var data = TemporaryFolders.New("data");
        services.AddPlatform(location, Path.Combine(data, "files"), House.Modules);
        return new(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock, location, data, county);
    }

    /// <summary>A scope in the district in which the system acts.</summary>
    public AsyncServiceScope Enter() => Districts.Enter(Qinghe, "test");

    /// <summary>A scope in the district in which that account acts, with the rights it has.</summary>
    public async Task<AsyncServiceScope> EnterAsAsync(Guid accountId)
    {
        Guid stamp;
        await using (var reading = Enter())
        {
            stamp = await reading.ServiceProvider.GetRequiredService<ShurenDb>().Set<Account>().Where(account => account.Id == accountId).Select(account => account.Stamp).SingleAsync();
        }
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentDistrict>().Choose(Qinghe);
        var state = await scope.ServiceProvider.GetRequiredService<IActorLoader>().LoadAsync(accountId, stamp, scope.ServiceProvider.GetRequiredService<Actor>(), CancellationToken.None);
        return state == SessionState.Good ? scope : throw new InvalidOperationException($"The account's session is {state}.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>What is copied.</summary>
    private sealed record Made(string Location, SmallCounty? County);
}
