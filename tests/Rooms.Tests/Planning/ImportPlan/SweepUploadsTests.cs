using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ImportPlan;

public sealed class SweepUploadsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_document_that_became_no_plan_is_forgotten_after_a_week_and_a_plans_source_never(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var source = await KeepAsync(world, "source.txt");
        var left = await KeepAsync(world, "left.txt");
        Assert.True(await world.DoAsync<Shuren.Planning.ImportPlan.ImportPlan, bool>(async act => (await act.RunAsync(await OpenAsync(world, source), new(PlanKind.Own), CancellationToken.None)).Succeeded));

        world.House.Clock.Now += SweepUploads.Grace - TimeSpan.FromMinutes(1);
        var early = await SweepAsync(world);
        var late = await KeepAsync(world, "late.txt");
        world.House.Clock.Now += TimeSpan.FromMinutes(2);

        Assert.Equal("0", early);
        Assert.Equal("1", await SweepAsync(world));
        Assert.Equal("0", await SweepAsync(world));
        Assert.Equal(new[] { source, late }.Order(), (await FilesAsync(world)).Order());
        Assert.DoesNotContain(left, await FilesAsync(world));
    }

    private static Task<Guid> KeepAsync(ImportWorld world, string name) => world.DoAsync<KeptFiles, Guid>(async files =>
        (await files.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(SamplePlans.Qinghe + name)), name, files.Mine, CancellationToken.None)).Value);

    private static Task<PlanDocument> OpenAsync(ImportWorld world, Guid file) =>
        world.DoAsync<KeptFiles, PlanDocument>(async files => await files.OpenAsync(file, files.Mine, CancellationToken.None) ?? throw new InvalidOperationException("The document is gone."));

    private static Task<string> SweepAsync(ImportWorld world) =>
        world.DoAsync<SweepUploads, string>(async job => (await job.RunAsync(null!, CancellationToken.None)).Value.Args[0]); // it reports no progress

    private static async Task<List<Guid>> FilesAsync(ImportWorld world)
    {
        await using var scope = world.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<StoredFile>().Where(file => file.Owner.StartsWith("planning/upload/")).Select(file => file.Id).ToListAsync();
    }
}
