using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ViewTasks;

/// <summary>Each filter against counting over all rows in memory.</summary>
public class FindTasksTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Each_filter_finds_what_counting_over_all_rows_finds(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = await house.AddLargePlanAsync(county, 140);
        var rows = (await house.AllAsync<WorkTask>()).FindAll(task => task.PlanId == plan);
        var supports = (await house.AllAsync<TaskSupport>()).ToLookup(support => support.TaskId, support => support.UnitId);
        var (basic, section) = (county.UnitId("基础教育科"), rows[0].SectionId);
        (TaskFilter Filter, Func<WorkTask, bool> Fits)[] cases =
        [
            (new(), _ => true),
            (new() { Section = section }, task => task.SectionId == section),
            (new() { Lead = basic }, task => task.LeadUnitId == basic),
            (new() { Support = basic }, task => supports[task.Id].Contains(basic)),
            (new() { State = TaskState.Late }, task => task.DoneOn is null && task.DueOn < new DateOnly(2026, 4, 15)),
            (new() { State = TaskState.Done }, task => task.DoneOn is not null),
            (new() { Month = new(2026, 5, 1) }, task => task.DueOn is { Year: 2026, Month: 5 }),
            (new() { Words = "任务12" }, task => task.Text.Contains("任务12")),
            (new() { Words = "2.3" }, task => task.Number == "2.3" || task.Text.Contains("2.3")),
            (new() { Only = TaskChoice.NoLead }, task => task.LeadUnitId is null),
            (new() { Only = TaskChoice.NoDue }, task => task.DueOn is null),
            (new() { Only = TaskChoice.Mine }, task => task.LeadUnitId == basic || supports[task.Id].Contains(basic)),
            (new() { Lead = basic, State = TaskState.Late, Section = section }, task => task.LeadUnitId == basic && task.SectionId == section && task.DoneOn is null && task.DueOn < new DateOnly(2026, 4, 15)),
        ];
        await using var scope = await house.EnterAsAsync(county.AccountId("chief-basic"));

        foreach (var (filter, fits) in cases)
        {
            var view = (await scope.ServiceProvider.GetRequiredService<FindTasks>().RunAsync(plan, filter, CancellationToken.None))!;

            Assert.Equal(rows.Where(fits).OrderBy(task => task.Position).Select(task => task.Title), view.Tasks.Select(task => task.Title));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_the_query_calls_due_soon_the_lamp_calls_amber_on_every_day(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = await house.AddLargePlanAsync(county, 140);
        for (var day = new DateOnly(2026, 4, 27); day <= new DateOnly(2026, 5, 8); day = day.AddDays(1))
        {
            house.Clock.GoTo(day.Year, day.Month, day.Day);
            await using var scope = house.Enter();
            var find = scope.ServiceProvider.GetRequiredService<FindTasks>();
            var all = (await find.RunAsync(plan, new TaskFilter(), CancellationToken.None))!;

            foreach (var state in Enum.GetValues<TaskState>())
            {
                var found = (await find.RunAsync(plan, new() { State = state }, CancellationToken.None))!;
                Assert.Equal(all.Tasks.Where(task => all.Deadlines.StateOf(task) == state).Select(task => task.Id), found.Tasks.Select(task => task.Id));
            }
            Assert.Contains(all.Tasks, task => all.Deadlines.LampOf(task) == Lamp.Red);
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Tasks_without_a_date_come_last_by_due_date(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await using var scope = house.Enter();

        var view = (await scope.ServiceProvider.GetRequiredService<FindTasks>().RunAsync(county.Plan.Id, new() { ByDue = true }, CancellationToken.None))!;

        Assert.Equal(["3.2", "2.2", "3.1", "1.1", "1.2", "2.3", "2.1", "3.3"], view.Tasks.Select(task => task.Number));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_sees_what_names_it_and_only_once_it_is_published(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        Assert.Null(await SeenAsync(house, county, "principal"));
        await house.PublishAsync(county.Plan.Id);

        Assert.Equal(["3.1"], (await SeenAsync(house, county, "principal"))!);
        Assert.Equal(8, (await SeenAsync(house, county, "chief-safety"))!.Count);
        Assert.Null(await SeenAsync(house, county, "teacher"));
        Assert.Null(await SeenAsync(house, county, "system"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_reading_that_is_not_finished_is_seen_by_the_office_alone(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var plan = new WorkPlan { Kind = PlanKind.Own, Title = "未核对", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) };
        await house.WriteAsync(db => db.Add(plan));

        Assert.NotNull(await SeenAsync(house, county, "office", plan.Id));
        Assert.Null(await SeenAsync(house, county, "director", plan.Id));
    }

    [Fact]
    public void A_filter_reads_back_what_it_wrote_into_the_address()
    {
        var filter = new TaskFilter { Section = Guid.CreateVersion7(), Lead = Guid.CreateVersion7(), State = TaskState.DueSoon, Month = new(2026, 9, 1), Words = "公办 园&学位", Only = TaskChoice.NoLead, ByDue = true };

        var read = TaskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(filter.ToQuery())));

        Assert.Equal(filter, read);
        Assert.Equal("", new TaskFilter().ToQuery());
        Assert.True(TaskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery("?state=99&due=later&lead=x&only=7"))).IsEmpty);
    }

    private static async Task<IReadOnlyList<string>?> SeenAsync(TestHouse house, SmallCounty county, string who, Guid? plan = null)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId(who));
        return (await scope.ServiceProvider.GetRequiredService<FindTasks>().RunAsync(plan ?? county.Plan.Id, new TaskFilter(), CancellationToken.None))?.Tasks.Select(task => task.Number).ToList();
    }
}
