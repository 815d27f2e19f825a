using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

/// <summary>Every write is an act with its audit, or nothing.</summary>
public class ShurenDbTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_change_stands_in_the_audit_with_old_and_new_value(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var id = await AddUnitAsync(house, "安全科");

        await using (var scope = house.Enter())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            var unit = await db.Set<Unit>().SingleAsync(unit => unit.Id == id);
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.rename", new Ref("organization", "unit", id), "改名");
            unit.Name = "安全稳定科";
            await db.SaveAsync(CancellationToken.None);
        }

        await using var reading = house.Enter();
        var read = reading.ServiceProvider.GetRequiredService<ShurenDb>();
        var act = await read.Processes.SingleAsync(act => act.Kind == "test.rename");
        var entry = await read.AuditEntries.SingleAsync(entry => entry.ProcessId == act.Id);
        var changes = JsonSerializer.Deserialize<Dictionary<string, string[]>>(entry.Changes)!;
        Assert.Equal("改名", act.Why);
        Assert.Equal("test", act.ActorName);
        Assert.Equal($"organization/unit/{id}", entry.Subject);
        Assert.Equal(["安全科", "安全稳定科"], changes["Name"]);
        Assert.Equal(["0", "1"], changes["Version"]);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Two_who_edit_the_same_row_do_not_overwrite_each_other(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var id = await AddUnitAsync(house, "安全科");
        await using var first = house.Enter();
        await using var second = house.Enter();
        var mine = await LoadAsync(first, id);
        var yours = await LoadAsync(second, id);

        mine.Name = "安全稳定科";
        yours.Name = "安全保卫科";
        await SaveAsync(first);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(second));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_says_nothing()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        var id = await AddUnitAsync(house, "安全科");
        await using var scope = house.Enter();
        var unit = await LoadAsync(scope, id);

        unit.Name = "安全科";
        await SaveAsync(scope);

        Assert.False(await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.AnyAsync(act => act.Kind == "test.save"));
    }

    [Fact]
    public async Task A_write_without_an_act_is_a_bug()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(new Unit { Name = "安全科", ShortName = "安全科", Kind = UnitKind.Section, Position = 0 });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_key_that_was_used_cannot_be_used_again(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        var once = Guid.CreateVersion7();
        await AddUnitAsync(house, "安全科", once);

        await Assert.ThrowsAsync<DbUpdateException>(() => AddUnitAsync(house, "体卫艺科", once));

        await using var scope = house.Enter();
        Assert.Equal(["安全科"], await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Unit>().Select(unit => unit.Name).ToListAsync());
    }

    [Fact]
    public async Task A_password_never_stands_in_the_audit()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var hash = await db.Set<Account>().Select(account => account.PasswordHash).FirstAsync();

        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Changes.Contains(hash)));
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Changes.Contains("PasswordHash")));
    }

    private static async Task<Guid> AddUnitAsync(TestHouse house, string name, Guid? once = null)
    {
        await using var scope = house.Enter();
        var process = scope.ServiceProvider.GetRequiredService<Process>();
        process.Begin("test.add");
        process.Once = once;
        var unit = new Unit { Name = name, ShortName = name, Kind = UnitKind.Section, Position = 0 };
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(unit);
        await db.SaveAsync(CancellationToken.None);
        return unit.Id;
    }

    private static Task<Unit> LoadAsync(AsyncServiceScope scope, Guid id) => scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Unit>().SingleAsync(unit => unit.Id == id);

    private static Task SaveAsync(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.save");
        return scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
    }
}
