using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning;

/// <summary>The small county in which somebody of the office imports plans.</summary>
internal sealed class ImportWorld : IAsyncDisposable
{
    private ImportWorld(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    public static async Task<ImportWorld> NewAsync(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database);
        return new(house, house.County);
    }

    public Task<AsyncServiceScope> OfficeAsync() => AsAsync("office");

    public Task<AsyncServiceScope> AsAsync(string signInName) => House.EnterAsAsync(County.AccountId(signInName));

    public async Task<Outcome<ImportedPlan>> TryAsync(string text, ImportChoices choices)
    {
        await using var scope = await OfficeAsync();
        return await scope.ServiceProvider.GetRequiredService<Shuren.Planning.ImportPlan.ImportPlan>().RunAsync(PlanDocument.OfText(text), choices, CancellationToken.None);
    }

    public async Task<ImportedPlan> ImportAsync(string text) => (await TryAsync(text, new(PlanKind.Own))).Value;

    /// <summary>Does something with a handler, in a scope of its own as a request has it, as somebody of the office.</summary>
    public async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> act) where THandler : notnull
    {
        await using var scope = await OfficeAsync();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>The source and the tasks of a plan in reading order, dropped ones included.</summary>
    public async Task<(PlanSource Source, List<WorkTask> Tasks)> ReadAsync(Guid plan)
    {
        await using var scope = House.Enter();
        var planning = scope.ServiceProvider.GetRequiredService<PlanningDb>();
        return (await planning.Sources.AsNoTracking().Where(source => source.PlanId == plan).OrderByDescending(source => source.Edition).FirstAsync(),
            await planning.Tasks.AsNoTracking().Where(task => task.PlanId == plan).OrderBy(task => task.Position).ToListAsync());
    }

    public async Task<List<Target>> TargetsAsync(Guid plan)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<PlanningDb>().Targets.AsNoTracking().Where(target => target.PlanId == plan).OrderBy(target => target.Position).ToListAsync();
    }

    public async Task<List<Guid>> SupportsAsync(Guid task)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<PlanningDb>().Supports.Where(support => support.TaskId == task).Select(support => support.UnitId).ToListAsync();
    }

    /// <summary>Takes a step of a plan's life, as the pages of the running year do.</summary>
    public async Task StepAsync(Guid plan, PlanStepKind kind)
    {
        House.Clock.Now = House.Clock.Now.AddMinutes(1);
        await using var scope = House.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.step");
        var planning = scope.ServiceProvider.GetRequiredService<PlanningDb>();
        planning.Steps.Add(new PlanStep { PlanId = plan, Kind = kind, By = "test", At = House.Clock.GetUtcNow().UtcDateTime });
        await planning.SaveAsync(CancellationToken.None);
    }

    /// <summary>A count by SQL written by hand: a witness that knows nothing of the handlers.</summary>
    public async Task<long> CountAsync(string sql, params object[] args)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Database.SqlQueryRaw<long>(sql, args).SingleAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
