using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;

namespace Shuren.Host.Sample;

/// <summary>The acts of the sample year: the same handlers that people's pages use, each in a scope of its own, at its own time.</summary>
internal sealed class SampleActs : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DistrictCard district;

    /// <param name="house">The house whose databases and files are used.</param>
    /// <param name="district">The sample district.</param>
    public SampleActs(IServiceProvider house, DistrictCard district)
    {
        this.district = district;
        Clock = new(house.GetRequiredService<TimeProvider>());
        var own = new ServiceCollection();
        own.AddSingleton<TimeProvider>(Clock);
        own.AddLogging();
        own.AddPlatform(".", ".", House.Modules);
        own.AddSingleton(house.GetRequiredService<INamespaces>());
        own.AddSingleton(house.GetRequiredService<FileStoreOptions>());
        services = own.BuildServiceProvider();
    }

    public SampleClock Clock { get; }

    public DateOnly Today => Clock.Today;

    /// <summary>Lets somebody act; an act that is refused is a defect of the sample.</summary>
    public async Task<T> DoAsync<THandler, T>(string who, Func<THandler, Task<Outcome<T>>> act) where THandler : notnull
    {
        await using var scope = services.GetRequiredService<DistrictDirectory>().Enter(district, who);
        var outcome = await act(scope.ServiceProvider.GetRequiredService<THandler>());
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{typeof(THandler).Name}: {outcome.Refusals[0].Code} {string.Join(' ', outcome.Refusals[0].Args)}");
    }

    /// <summary>Looks at what stands there.</summary>
    public async Task<T> LookAsync<T>(Func<PlanningDb, Task<T>> look)
    {
        await using var scope = services.GetRequiredService<DistrictDirectory>().Enter(district, "sample");
        return await look(scope.ServiceProvider.GetRequiredService<PlanningDb>());
    }

    /// <summary>The tasks of a plan in reading order.</summary>
    public Task<List<WorkTask>> TasksAsync(Guid plan, CancellationToken ct) =>
        LookAsync(db => db.Tasks.AsNoTracking().Where(task => task.PlanId == plan && task.DroppedAt == null).OrderBy(task => task.Position).ToListAsync(ct));

    public async Task<IReadOnlyList<UnitCard>> UnitsAsync(CancellationToken ct)
    {
        await using var scope = services.GetRequiredService<DistrictDirectory>().Enter(district, "sample");
        return await scope.ServiceProvider.GetRequiredService<IUnitDirectory>().AllAsync(ct);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
