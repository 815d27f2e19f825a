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
    private readonly ServiceProvider services;

    private TestHouse(ServiceProvider services, FixedClock clock, string database, string data) => (this.services, Clock, Location, DataFolder) = (services, clock, database, data);

    /// <summary>The clock that all services see.</summary>
    public FixedClock Clock { get; }

    /// <summary>The folder or connection string.</summary>
    public string Location { get; }

    /// <summary>Where files lie; a site over this house takes the same.</summary>
    public string DataFolder { get; }

    /// <summary>The districts.</summary>
    public DistrictDirectory Districts => services.GetRequiredService<DistrictDirectory>();

    /// <summary>The district of the small county.</summary>
    public static DistrictCard Qinghe { get; } = new("qinghe", "青禾县");

    /// <summary>Builds the house on an empty database and adds 青禾县.</summary>
    /// <param name="database">Which database.</param>
    /// <param name="more">Services that stand in place of the house's own, such as what an operator would set.</param>
    public static async Task<TestHouse> NewAsync(TestDatabase database, Action<IServiceCollection>? more = null)
    {
        var clock = new FixedClock();
        var location = Databases.New(database);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        more?.Invoke(services);
        var data = TemporaryFolders.New("data");
        services.AddPlatform(location, Path.Combine(data, "files"), House.Modules);
        var house = new TestHouse(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock, location, data);
        var added = await house.Districts.AddAsync(Qinghe.Code, Qinghe.Name, "test", CancellationToken.None);
        return added.Succeeded ? house : throw new InvalidOperationException(added.Refusals[0].Code);
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
}
