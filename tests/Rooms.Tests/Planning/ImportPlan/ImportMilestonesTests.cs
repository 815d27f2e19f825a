using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.EditReading;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ImportPlan;

public class ImportMilestonesTests
{
    private const string ThreeYears = """
        青禾县教育强县建设三年行动计划（2026—2028年）

        一、扩大学位供给
        1.新建公办幼儿园6所，2026年底前完成立项，2027年9月开工建设，2028年8月底前交付使用。
        2.每年新增公办学位1000个以上。
        二、2026年重点任务
        1.制定学位预警办法。
        2.编制布局规划，9月底前报县政府审定。
        三、2027年重点任务
        1.推进集团化办学改革。
        """;

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_of_three_years_brings_its_steps_and_the_dates_of_its_yearly_parts(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(ThreeYears)).Plan;

        var (tasks, steps) = ((await world.ReadAsync(plan)).Tasks, await StepsAsync(world, plan));

        Assert.Equal([new(2028, 8, 31), new(2028, 12, 31), new(2026, 12, 31), new DateOnly(2026, 9, 30), new(2027, 12, 31)], tasks.Select(task => task.DueOn!.Value));
        Assert.Equal(["2026-12-31 1.1", "2026-12-31 1.2", "2027-09-30 1.1", "2027-12-31 1.2", "2028-08-31 1.1", "2028-12-31 1.2"], steps.Select(step => $"{step.DueOn:yyyy-MM-dd} {tasks.Single(task => task.Id == step.TaskId).Number}"));
    }

    [Fact]
    public async Task Steps_follow_their_words_when_a_task_is_cut_and_none_is_lost_when_two_are_joined()
    {
        await using var world = await ImportWorld.NewAsync(TestDatabase.Sqlite);
        var plan = (await world.ImportAsync(ThreeYears)).Plan;
        var first = (await world.ReadAsync(plan)).Tasks[0];
        var cut = first.Text.IndexOf("2028年", StringComparison.Ordinal);

        var second = (await world.DoAsync((SplitTask split) => split.RunAsync(plan, first.Id, cut, Ct))).Value;
        var apart = (await StepsAsync(world, plan)).ToLookup(step => step.TaskId, step => step.Title);
        await world.DoAsync((MergeTasks merge) => merge.RunAsync(plan, first.Id, withNext: true, Ct));

        Assert.Equal((2, 1), (apart[first.Id].Count(), apart[second].Count()));
        Assert.Equal(3, (await StepsAsync(world, plan)).Count(step => step.TaskId == first.Id));
    }

    private static async Task<List<Milestone>> StepsAsync(ImportWorld world, Guid plan)
    {
        await using var scope = world.House.Enter();
        var planning = scope.ServiceProvider.GetRequiredService<PlanningDb>();
        return await planning.Milestones.AsNoTracking().Where(step => planning.Tasks.Any(task => task.Id == step.TaskId && task.PlanId == plan))
            .OrderBy(step => step.DueOn).ThenBy(step => planning.Tasks.First(task => task.Id == step.TaskId).Position).ToListAsync(Ct);
    }
}
