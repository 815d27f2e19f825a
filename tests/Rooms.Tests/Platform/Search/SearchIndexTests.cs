using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Search;
using Shuren.Rooms.Tests.Planning;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Search;

/// <summary>The index that grew with random acts is the index that is built anew.</summary>
public class SearchIndexTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public async Task After_every_kind_of_write_the_index_is_that_of_the_rows(TestDatabase database, int seed)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var chance = new Random(seed);
        for (var step = 0; step < 40; step++)
            await house.WriteAsync(db => Change(db, county, chance, step));

        var grown = await IndexAsync(house);
        await using (var scope = house.Enter())
            await scope.ServiceProvider.GetRequiredService<RebuildSearch>().RunAsync(Ct);

        Assert.NotEmpty(grown);
        Assert.Equal(await IndexAsync(house), grown);
    }

    [Fact]
    public async Task An_act_that_is_not_saved_leaves_no_trace_in_the_index()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var county = house.County;
        var before = await IndexAsync(house);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => house.WriteAsync(db =>
        {
            db.Add(NewTask(county, "一件不会有的事", 0));
            db.Add(new Account { SignInName = "office", Name = "重名", PasswordHash = "" });
        }));

        Assert.Equal(before, await IndexAsync(house));
    }

    private static void Change(ShurenDb db, SmallCounty county, Random chance, int step)
    {
        var tasks = db.Set<WorkTask>().OrderBy(task => task.Position).ToList();
        var any = tasks[chance.Next(tasks.Count)];
        var title = $"第{chance.Next(30)}件消防安全";
        switch (chance.Next(7))
        {
            case 0:
                db.Add(NewTask(county, title, step));
                break;
            case 1:
                any.Title = title;
                break;
            case 2:
                any.DroppedAt = any.DroppedAt is null ? DateTime.UnixEpoch : null;
                break;
            case 3:
                db.InsertSet(Enumerable.Range(0, 3).Select(at => NewTask(county, title + at, step)));
                break;
            case 4:
                db.UpdateSet(db.Set<WorkTask>().Where(task => task.Position % 3 == step % 3), set => set.SetProperty(task => task.Text, title));
                break;
            case 5:
                db.DeleteSet(db.Set<WorkTask>().Where(task => task.Position == 1000 + step - 5));
                break;
            default:
                db.UpdateSet(db.Set<Unit>().Where(unit => unit.Id == county.UnitId("滨河实验学校")), set => set.SetProperty(unit => unit.ShortName, title));
                break;
        }
    }

    private static WorkTask NewTask(SmallCounty county, string title, int step) => new()
    {
        PlanId = county.Plan.Id, Position = 1000 + step, Number = $"8.{step}", Title = title, Text = title + "的措施", Origin = TaskOrigin.Added,
    };

    private static async Task<List<string>> IndexAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var entries = await db.Set<SearchEntry>().AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Ct);
        var postings = await db.Set<SearchPosting>().AsNoTracking().OrderBy(posting => posting.Token).ThenBy(posting => posting.Number).ToListAsync(Ct);
        return [.. entries.Select(entry => $"{entry.Id} {entry.Kind} {entry.Number} {entry.Title} {entry.Text} {entry.Folded} {entry.Initials}"), .. postings.Select(posting => $"{posting.Token} {posting.Number}")];
    }
}
