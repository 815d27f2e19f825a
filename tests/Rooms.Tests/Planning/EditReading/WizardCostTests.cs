using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.EditReading;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditReading;

/// <summary>A page of the wizard asks the database as often for a long plan as for a short one.</summary>
public class WizardCostTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Looking_costs_the_same_number_of_commands(TestDatabase database)
    {
        await using var acts = await Acts.InAsync(database);
        var large = await acts.House.AddLargePlanAsync(acts.County, 160);

        var looks = (await LookAsync(acts, acts.County.Plan.Id), await LookAsync(acts, large));

        Assert.Equal(looks.Item1, looks.Item2);
        Assert.InRange(looks.Item2, 1, 16);
    }

    private static async Task<int> LookAsync(Acts acts, Guid plan)
    {
        await using var scope = await acts.House.EnterAsAsync(acts.County.AccountId("office"));
        var view = scope.ServiceProvider.GetRequiredService<ViewReading>();
        using var commands = new CommandCount();
        Assert.NotNull(await view.RunAsync(plan, Ct));
        return commands.Value;
    }
}
