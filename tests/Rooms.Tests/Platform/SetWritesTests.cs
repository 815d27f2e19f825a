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

/// <summary>A write to ten thousand rows is as well explained as a write to one.</summary>
public class SetWritesTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Adding_changing_and_removing_sets_leaves_no_unexplained_change(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);

        var added = await ActAsync(house, "test.add-many", db => db.InsertSet(Enumerable.Range(0, 2_500).Select(Unit)));
        var changed = await ActAsync(house, "test.rename-many", db => db.UpdateSet(db.Set<Unit>().Where(unit => unit.Position >= 1_000), set => set.SetProperty(unit => unit.ShortName, unit => unit.Name + "校")));
        var removed = await ActAsync(house, "test.remove-many", db => db.DeleteSet(db.Set<Unit>().Where(unit => unit.Position >= 1_200)));

        await using var scope = house.Enter();
        Assert.Equal((2_500, 1_500, 1_300), (added.Count, changed.Count, removed.Count));
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_set_that_changes_says_old_and_new_value_and_counts_the_version_up(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await ActAsync(house, "test.add-many", db => db.InsertSet([Unit(7)]));

        await ActAsync(house, "test.rename", db => db.UpdateSet(db.Set<Unit>(), set => set.SetProperty(unit => unit.Name, "河湾小学")));

        await using var scope = house.Enter();
        var read = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var act = await read.Processes.SingleAsync(act => act.Kind == "test.rename");
        var changes = JsonSerializer.Deserialize<Dictionary<string, string[]>>((await read.AuditEntries.SingleAsync(entry => entry.ProcessId == act.Id)).Changes)!;
        Assert.Equal(["第7小学", "河湾小学"], changes["Name"]);
        Assert.Equal(["0", "1"], changes["Version"]);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_hangs_on_a_removed_row_is_removed_with_a_trace(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var teacher = county.AccountId("teacher");

        await ActAsync(house, "test.remove-account", db => db.DeleteSet(db.Set<Account>().Where(account => account.Id == teacher)));
        await ActAsync(house, "test.remove-another", db => { db.Remove(db.Set<Account>().Single(account => account.SignInName == "parent")); return null; });

        await using var scope = house.Enter();
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_set_that_meets_no_row_leaves_no_act(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.none");

        db.UpdateSet(db.Set<Unit>().Where(unit => unit.Name == "没有这一所"), set => set.SetProperty(unit => unit.Name, "河湾小学"));
        db.DeleteSet(db.Set<Unit>().Where(unit => unit.Name == "没有这一所"));
        db.InsertSet<Unit>([]);
        await db.SaveAsync(CancellationToken.None);

        Assert.False(await db.Processes.AnyAsync(act => act.Kind == "test.none"));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
        db.Add(Unit(1));
        await db.SaveAsync(CancellationToken.None);
        Assert.Equal(1, await db.Processes.CountAsync(act => act.Kind == "test.none"));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_set_that_the_database_refuses_leaves_nothing_at_all(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var before = await db.AuditEntries.CountAsync();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.twice");

        db.Add(Unit(1));
        db.InsertSet([new RoleHolding { AccountId = Guid.CreateVersion7(), Role = "office", UnitId = county.UnitId("办公室"), Since = new(2026, 1, 1) }]);

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(CancellationToken.None));
        Assert.Equal(before, await db.AuditEntries.CountAsync());
        Assert.False(await db.Set<Unit>().AnyAsync(unit => unit.Name == "第1小学"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_look_says_who_saw_what_for_which_purpose(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await using var scope = house.Enter();
        var pupils = Enumerable.Range(0, 3).Select(_ => new Ref("schools", "pupil", Guid.CreateVersion7())).ToList();

        await scope.ServiceProvider.GetRequiredService<Looks>().RecordAsync("schools.see-identity", "核对学籍", pupils, ["IdentityNumber"], CancellationToken.None);

        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var act = await db.Processes.SingleAsync(act => act.Kind == "schools.see-identity");
        Assert.Equal(("test", "核对学籍"), (act.ActorName, act.Why));
        Assert.Equal(pupils.Select(pupil => pupil.ToString()).Order(), await db.AuditEntries.Where(entry => entry.Action == "seen").Select(entry => entry.Subject).OrderBy(subject => subject).ToListAsync());
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
    }

    private static async Task<SetWrite> ActAsync(TestHouse house, string kind, Func<ShurenDb, SetWrite?> write)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin(kind);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var set = write(db);
        await db.SaveAsync(CancellationToken.None);
        return set!;
    }

    private static Unit Unit(int number) => new() { Name = $"第{number}小学", ShortName = $"{number}小", Kind = UnitKind.School, Position = number };
}
