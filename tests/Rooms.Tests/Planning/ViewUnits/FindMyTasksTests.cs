using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Planning.ViewUnits;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ViewUnits;

public class FindMyTasksTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Late_ones_stand_first_and_only_those_of_my_units(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;

        Assert.Equal(["2.2", "1.2", "2.1", "3.3"], await NumbersAsync(house, county, "chief-basic"));
        Assert.Equal(["2.2", "2.1"], await NumbersAsync(house, county, "chief-finance"));
        Assert.Empty(await NumbersAsync(house, county, "principal"));
        Assert.Equal(8, (await NumbersAsync(house, county, "director")).Count);
        await house.PublishAsync(county.Plan.Id);
        Assert.Equal(["3.1"], await NumbersAsync(house, county, "principal"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_units_page_counts_what_the_tables_hold(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var unit = county.UnitId("基础教育科");
        await using var scope = await house.EnterAsAsync(county.AccountId("director"));

        var view = (await scope.ServiceProvider.GetRequiredService<ReadUnit>().RunAsync(unit, CancellationToken.None))!;

        var tasks = await house.AllAsync<WorkTask>();
        var helped = (await house.AllAsync<TaskSupport>()).Where(support => support.UnitId == unit).Select(support => support.TaskId).ToHashSet();
        Assert.Equal(tasks.Where(task => task.LeadUnitId == unit).Select(task => task.Id).ToHashSet(), view.Leads.Select(task => task.Id).ToHashSet());
        Assert.Equal(helped, view.Supports.Select(task => task.Id).ToHashSet());
        Assert.Equal(3, view.Goals.Count);
        Assert.All(view.Load, month => Assert.Equal(
            (tasks.Count(task => task.LeadUnitId == unit && task.DueOn?.Month == month.Month.Month), tasks.Count(task => helped.Contains(task.Id) && task.DueOn?.Month == month.Month.Month)), (month.Leads, month.Supports)));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ReadUnit>().RunAsync(Guid.CreateVersion7(), CancellationToken.None));
    }

    private static async Task<List<string>> NumbersAsync(TestHouse house, SmallCounty county, string who)
    {
        await using var scope = await house.EnterAsAsync(county.AccountId(who));
        return [.. (await scope.ServiceProvider.GetRequiredService<FindMyTasks>().RunAsync(CancellationToken.None)).Rows.Select(row => row.Task.Number)];
    }
}
