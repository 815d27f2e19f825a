using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Sample;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>A whole year of work, from the import to the reports, leaves no row that the audit does not explain.</summary>
public sealed class AuditExplainsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_row_of_every_table_can_be_rebuilt_from_the_audit(TestDatabase database)
    {
        await using var house = new ServiceCollection().AddLogging().AddPlatform(Databases.New(database), TemporaryFolders.New("data"), Host.House.Modules).BuildServiceProvider();
        await SampleDistrict.LoadAsync(house, "qinghe", CancellationToken.None);

        await using var scope = house.GetRequiredService<DistrictDirectory>().Enter(TestHouse.Qinghe, "test");
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Assert.True(verdict.Ok, verdict.Reason);
        Assert.True(verdict.Entries > 500);
    }
}
