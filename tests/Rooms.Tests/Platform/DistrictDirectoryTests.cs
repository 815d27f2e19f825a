using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

/// <summary>One district, one namespace.</summary>
public class DistrictDirectoryTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_one_district_writes_another_never_sees(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var other = await house.Districts.AddAsync("shiqiao", "石桥县", "test", CancellationToken.None);

        await using (var scope = house.Districts.Enter(other.Value, "test"))
            await scope.ServiceProvider.GetRequiredService<FoundBureau>().RunAsync("石桥县", CancellationToken.None);

        await using var mine = house.Enter();
        await using var theirs = house.Districts.Enter(other.Value, "test");
        Assert.False(await mine.ServiceProvider.GetRequiredService<ShurenDb>().Set<Unit>().AnyAsync());
        Assert.Equal(12, await theirs.ServiceProvider.GetRequiredService<ShurenDb>().Set<Unit>().CountAsync());
        Assert.Equal(["qinghe", "shiqiao"], (await house.Districts.ListAsync(CancellationToken.None)).Select(district => district.Code));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, "qinghe", "青禾县", "DistrictExists")]
    [InlineData(TestDatabase.PostgreSql, "qinghe", "青禾县", "DistrictExists")]
    [InlineData(TestDatabase.Sqlite, "Qing He", "青禾县", "DistrictCodeForm")]
    [InlineData(TestDatabase.Sqlite, "../etc", "青禾县", "DistrictCodeForm")]
    [InlineData(TestDatabase.PostgreSql, "a\";drop", "青禾县", "DistrictCodeForm")]
    [InlineData(TestDatabase.PostgreSql, "public", "青禾县", "DistrictCodeForm")]
    [InlineData(TestDatabase.Sqlite, "liutang", " ", "DistrictNameMissing")]
    public async Task A_code_that_cannot_be_is_refused(TestDatabase database, string code, string name, string refusal)
    {
        await using var house = await TestHouse.NewAsync(database);

        var added = await house.Districts.AddAsync(code, name, "test", CancellationToken.None);

        Assert.Equal(refusal, Assert.Single(added.Refusals).Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Migrating_what_is_current_changes_nothing(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);

        var done = await house.Districts.MigrateAsync(CancellationToken.None);

        Assert.Equal(0, done["qinghe"]);
    }
}
