using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ViewPlan;

/// <summary>Every number of the overview against plain SQL.</summary>
public class ReadOverviewTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_totals_are_what_the_tables_hold(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = await house.AddLargePlanAsync(county, 120);
        await house.WriteAsync(db => db.Add(new TargetValue { TargetId = county.Targets[0].Id, On = new(2026, 4, 1), Value = 59, ReportedBy = "邱雪梅", At = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) }));

        foreach (var id in (Guid[])[plan, county.Plan.Id])
        {
            await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));
            var view = (await scope.ServiceProvider.GetRequiredService<ReadOverview>().RunAsync(id, CancellationToken.None))!;

            var of = Of(database, id);
            Assert.Equal(await house.CountAsync($"planning_tasks where {of}"), view.All.Tasks);
            Assert.Equal(await house.CountAsync($"planning_tasks where {of} and done_on is not null"), view.All.Done);
            Assert.Equal(await house.CountAsync($"planning_tasks where {of} and done_on is null and due_on < '2026-04-15'"), view.All.Late);
            Assert.Equal(view.All.Late, view.Late.Count);
            Assert.Equal(await house.CountAsync($"planning_tasks where {of} and lead_unit_id is null"), view.All.NoLead);
            Assert.Equal(await house.CountAsync($"planning_targets where {of}"), view.All.Targets);
            Assert.Equal(view.All.Tasks, view.Branches.Where(branch => branch.Depth == 0).Sum(branch => branch.Tally.Tasks));
            Assert.Equal(view.All.Tasks, view.Leads.Sum(load => load.Tally.Done + load.Tally.Going + load.Tally.Late));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_branch_counts_what_hangs_below_it(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var top = county.Tasks[2].SectionId!.Value;
        await house.WriteAsync(db =>
        {
            var below = new PlanSection { PlanId = county.Plan.Id, ParentId = top, Position = 10, Level = 2, Marker = "（一）", Title = "学前教育", IsPlan = true };
            db.Add(below);
            db.Add(new WorkTask { PlanId = county.Plan.Id, SectionId = below.Id, Position = 20, Number = "2.9", Title = "小区配套园移交", Text = "小区配套园移交。", Origin = TaskOrigin.Added });
        });

        await using var scope = house.Enter();
        var view = (await scope.ServiceProvider.GetRequiredService<ReadOverview>().RunAsync(county.Plan.Id, CancellationToken.None))!;

        var above = view.Branches.Single(branch => branch.Section?.Id == top);
        var tasks = await house.AllAsync<WorkTask>();
        Assert.Equal(tasks.Count(task => task.SectionId == top) + 1, above.Tally.Tasks);
        Assert.Equal((1, 1), view.Branches.Where(branch => branch.Section?.Title == "学前教育").Select(branch => (branch.Depth, branch.Tally.Tasks)).Single());
        Assert.Equal(3, view.All.Targets);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_matrix_totals_are_the_rows_of_the_tables(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await using var scope = house.Enter();
        var view = (await scope.ServiceProvider.GetRequiredService<FindTasks>().RunAsync(county.Plan.Id, new TaskFilter(), CancellationToken.None))!;

        var matrix = new ResponsibilityMatrix(view);

        var tasks = await house.AllAsync<WorkTask>();
        var supports = await house.AllAsync<TaskSupport>();
        Assert.Equal(tasks.Select(task => task.LeadUnitId).OfType<Guid>().Concat(supports.Select(support => support.UnitId)).ToHashSet(), matrix.Units.Select(unit => unit.Id).ToHashSet());
        Assert.All(matrix.Units, unit => Assert.Equal((tasks.Count(task => task.LeadUnitId == unit.Id), supports.Count(support => support.UnitId == unit.Id)), matrix.TotalOf(unit.Id)));
        Assert.Equal(["坚持党建引领", "扩优提质", "守牢安全底线"], matrix.Groups.Select(group => group.Section!.Title));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Five_hundred_tasks_cost_as_many_queries_as_eight(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var large = await house.AddLargePlanAsync(county, 500);

        var few = await CostAsync(house, county, county.Plan.Id);
        var many = await CostAsync(house, county, large);

        Assert.Equal(few, many);
        Assert.All(many, cost => Assert.InRange(cost.Value, 1, 7));
    }

    private static async Task<Dictionary<string, int>> CostAsync(TestHouse house, SmallCounty county, Guid plan)
    {
        var costs = new Dictionary<string, int>();
        (string Name, Func<IServiceProvider, Task> Look)[] looks =
        [
            ("overview", services => services.GetRequiredService<ReadOverview>().RunAsync(plan, CancellationToken.None)),
            ("tasks", services => services.GetRequiredService<FindTasks>().RunAsync(plan, new TaskFilter(), CancellationToken.None)),
            ("targets", services => services.GetRequiredService<Shuren.Planning.ViewTargets.FindTargets>().RunAsync(plan, new(), CancellationToken.None)),
            ("dates", services => services.GetRequiredService<Shuren.Planning.ViewDates.FindDates>().RunAsync(plan, new(2026, 1, 1), new(2026, 12, 31), CancellationToken.None)),
            ("plans", services => services.GetRequiredService<Shuren.Planning.ViewPlans.FindPlans>().RunAsync(CancellationToken.None)),
            ("mine", services => services.GetRequiredService<Shuren.Planning.ViewUnits.FindMyTasks>().RunAsync(CancellationToken.None)),
            ("unit", services => services.GetRequiredService<Shuren.Planning.ViewUnits.ReadUnit>().RunAsync(county.UnitId("基础教育科"), CancellationToken.None)),
            ("public", services => services.GetRequiredService<Shuren.Planning.PublicPlan.ReadPublicPlan>().RunAsync(plan, CancellationToken.None)),
        ];
        foreach (var (name, look) in looks)
        {
            await using var scope = await house.EnterAsAsync(county.AccountId("director"));
            using var commands = new CommandCount();
            await look(scope.ServiceProvider);
            costs.Add(name, commands.Value);
        }
        return costs;
    }

    // SQLite keeps ids as upper-case text.
    private static string Of(TestDatabase database, Guid plan) => database == TestDatabase.Sqlite ? $"upper(plan_id) = '{plan.ToString().ToUpperInvariant()}'" : $"plan_id = '{plan}'";
}
