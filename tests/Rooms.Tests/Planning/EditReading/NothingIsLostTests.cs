using FsCheck;
using FsCheck.Fluent;
using Shuren.Planning.EditReading;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditReading;

/// <summary>Whatever is done to a reading, no word and no number of the document is lost.</summary>
public sealed class NothingIsLostTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Cutting_joining_dropping_and_accepting_in_any_order_keep_every_word_and_number(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var words = Words(await world.ReadAsync(plan));
        var targets = (await world.TargetsAsync(plan)).Select(target => target.Id).Order().ToList();

        foreach (var (act, pick) in Acts(seed: 20260415, count: 40))
        {
            await DoAsync(world, plan, act, pick);

            var reading = await world.ReadAsync(plan);
            Assert.Equal(words, Words(reading));
            Assert.Equal(targets, (await world.TargetsAsync(plan)).Select(target => target.Id).Order());
            Assert.All(await world.TargetsAsync(plan), target => Assert.Contains(reading.Tasks, task => target.TaskId is null || task.Id == target.TaskId));
        }
    }

    /// <summary>Characters by number of times: merging across a dropped task may change their order, never their count.</summary>
    private static string Words((Shuren.Planning.Model.PlanSource Source, List<Shuren.Planning.Model.WorkTask> Tasks) reading) =>
        string.Concat(string.Concat(reading.Tasks.Select(task => task.Text)).Order());

    private static (int Act, int Pick)[] Acts(ulong seed, int count) =>
        Gen.Choose(0, 4).SelectMany(act => Gen.Choose(0, 999).Select(pick => (act, pick))).Sample(count, new Rnd(seed, 1UL), count);

    private static async Task DoAsync(ImportWorld world, Guid plan, int act, int pick)
    {
        var ct = TestContext.Current.CancellationToken;
        var (_, tasks) = await world.ReadAsync(plan);
        var task = tasks[pick % tasks.Count];
        var cuts = Clauses.Cuts(task.Text);
        switch (act)
        {
            case 0 when cuts.Count > 0:
                await world.DoAsync((SplitTask split) => split.RunAsync(plan, task.Id, cuts[pick % cuts.Count], ct));
                break;
            case 1:
                await world.DoAsync((MergeTasks merge) => merge.RunAsync(plan, task.Id, pick % 2 == 0, ct));
                break;
            case 2:
                await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Drop, task.Id, ct));
                break;
            case 3:
                await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Restore, task.Id, ct));
                break;
            default:
                await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Accept, task.Id, ct));
                break;
        }
    }
}
