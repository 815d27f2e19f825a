using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning;

/// <summary>The small county in a house of its own, and people who act in it: each act in a scope of its own, as a request would be.</summary>
internal sealed class Acts : IAsyncDisposable
{
    private Acts(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    public static async Task<Acts> InAsync(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database);
        return new(house, house.County);
    }

    /// <summary>The small county with its plan sent out, signed, approved and published.</summary>
    public static async Task<Acts> RunningAsync(TestDatabase database)
    {
        var acts = await InAsync(database);
        var plan = acts.County.Plan.Id;
        await acts.SignedAsync();
        Good(await acts.As<ApprovePlan, Outcome<Done>>("director", act => act.RunAsync(plan, CancellationToken.None)));
        Good(await acts.As<PublishPlan, Outcome<Done>>("office", act => act.RunAsync(plan, CancellationToken.None)));
        return acts;
    }

    public static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, string.Join(", ", outcome.Refusals.Select(refusal => refusal.Code)));
        return outcome.Value;
    }

    /// <summary>The task with that number.</summary>
    public WorkTask Task(string number) => County.Tasks.Single(task => task.Number == number);

    /// <summary>Sends the plan out and lets its four leads sign: three by their chiefs, one recorded by the office.</summary>
    public async Task SignedAsync()
    {
        var plan = County.Plan.Id;
        Good(await As<SendToCountersign, Outcome<Done>>("office", act => act.RunAsync(plan, 2, CancellationToken.None)));
        foreach (var (who, unit) in ((string, string)[])[("chief-basic", "基础教育科"), ("chief-finance", "规划财务科"), ("chief-safety", "安全科"), ("office", "组织人事科")])
            Good(await As<CountersignPlan, Outcome<Done>>(who, act => act.RunAsync(plan, County.UnitId(unit), CancellationToken.None)));
    }

    /// <summary>Lets somebody use a handler.</summary>
    public async Task<T> As<THandler, T>(string signIn, Func<THandler, Task<T>> act) where THandler : notnull
    {
        House.Clock.Now += TimeSpan.FromSeconds(1);
        await using var scope = await House.EnterAsAsync(County.AccountId(signIn));
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>Lets the test look at the database.</summary>
    public async Task<T> Look<T>(Func<Shuren.Planning.PlanningDb, Task<T>> look)
    {
        await using var scope = House.Enter();
        return await look(scope.ServiceProvider.GetRequiredService<Shuren.Planning.PlanningDb>());
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
