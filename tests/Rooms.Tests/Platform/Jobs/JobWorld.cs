using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Jobs;

/// <summary>One district and any number of nodes on it, each with services of its own, as servers would have; work that does what a test says.</summary>
internal sealed class JobWorld : IAsyncDisposable
{
    private readonly TestHouse house;
    private readonly List<ServiceProvider> nodes = [];

    private JobWorld(TestHouse house) => this.house = house;

    public static DistrictCard District => TestHouse.Qinghe;

    public FixedClock Clock => house.Clock;

    /// <summary>What the work of the kind <c>test.work</c> does; by default it says what it was given.</summary>
    public Func<JobRun, CancellationToken, Task<Outcome<Sentence>>> Work { get; set; } = (run, _) => Task.FromResult<Outcome<Sentence>>(new Sentence("JobsSwept", run.Arguments<string>(), "0"));

    public static async Task<JobWorld> NewAsync(TestDatabase database) => new(await TestHouse.NewAsync(database));

    /// <summary>A server of its own on the same database.</summary>
    public ServiceProvider AddNode(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(this);
        services.AddPlatform(house.Location, Path.Combine(house.DataFolder, "files"), House.Modules);
        services.AddJob<Worker>("test.work", () => "work", kind => kind with { MostAttempts = 3 });
        more?.Invoke(services);
        var node = services.BuildServiceProvider();
        nodes.Add(node);
        return node;
    }

    public static JobRunner RunnerOf(IServiceProvider node) => node.GetRequiredService<JobRunner>();

    /// <summary>Asks for work in an act of its own.</summary>
    public static async Task<Guid> AskAsync(IServiceProvider node, object arguments, string kind = "test.work", DateTime? notBefore = null)
    {
        await using var scope = Enter(node);
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.ask");
        var id = scope.ServiceProvider.GetRequiredService<JobDesk>().Ask(kind, arguments, notBefore: notBefore);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
        return id;
    }

    public static async Task<Outcome<Done>> OrderAsync(IServiceProvider node, Func<JobDesk, Task<Outcome<Done>>> order)
    {
        await using var scope = Enter(node);
        return await order(scope.ServiceProvider.GetRequiredService<JobDesk>());
    }

    public static async Task<Job> JobAsync(IServiceProvider node, Guid id)
    {
        await using var scope = Enter(node);
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>().AsNoTracking().SingleAsync(job => job.Id == id);
    }

    public static async Task<List<Job>> JobsAsync(IServiceProvider node, string kind)
    {
        await using var scope = Enter(node);
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>().AsNoTracking().Where(job => job.Kind == kind).OrderBy(job => job.Id).ToListAsync();
    }

    public static AsyncServiceScope Enter(IServiceProvider node) => node.GetRequiredService<DistrictDirectory>().Enter(District, "test");

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await house.DisposeAsync();
    }

    internal sealed class Worker(JobWorld world) : IJob
    {
        public Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct) => world.Work(run, ct);
    }
}
