using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>The small county in a house of its own, and people who act in it: each act in a scope of its own, as a request would be.</summary>
internal sealed class People : IAsyncDisposable
{
    private People(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    public CancellationToken Ct { get; } = CancellationToken.None;

    public static async Task<People> InAsync(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database);
        return new(house, house.County);
    }

    /// <summary>People in a house that is there already.</summary>
    public static People Of(TestHouse house, SmallCounty county) => new(house, county);

    public static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, string.Join(", ", outcome.Refusals.Select(refusal => $"{refusal.Field} {refusal.Code}")));
        return outcome.Value;
    }

    public static string Refused<T>(Outcome<T> outcome)
    {
        Assert.False(outcome.Succeeded);
        return string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code));
    }

    /// <summary>Lets somebody use a handler.</summary>
    public async Task<T> As<THandler, T>(string signIn, Func<THandler, Task<T>> act) where THandler : notnull
    {
        House.Clock.Now += TimeSpan.FromSeconds(1);
        await using var scope = await House.EnterAsAsync(County.AccountId(signIn));
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>Lets the test look at the room's tables.</summary>
    public async Task<T> Look<T>(Func<OrganizationDb, Task<T>> look)
    {
        await using var scope = House.Enter();
        return await look(scope.ServiceProvider.GetRequiredService<OrganizationDb>());
    }

    /// <summary>The newest act in the audit.</summary>
    public async Task<ProcessRecord> LastActAsync()
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.OrderByDescending(act => act.Id).FirstAsync(Ct);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
