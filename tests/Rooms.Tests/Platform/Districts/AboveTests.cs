using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Organization.ViewBelow;
using Shuren.Platform.Data;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>What a bureau sees of the districts below it: what they grant, on the days of the grant, and nothing else.</summary>
public class AboveTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    public async Task Nothing_is_ever_seen_from_above_without_a_grant_on_that_day(TestDatabase database, int seed)
    {
        var model = await GrantModel.NewAsync(database);
        await using var house = model.House;
        var random = new Random(seed);

        for (var step = 0; step < 20; step++)
        {
            var reported = false;
            switch (random.Next(7))
            {
                case 0 or 1 or 2:
                    await model.GrantAsync(GrantModel.Uppers[random.Next(2)], GrantModel.Kinds[random.Next(4)], random.Next(-3, 6), random.Next(4) == 0 ? null : random.Next(0, 8));
                    break;
                case 3:
                    await model.RevokeAsync(random.Next(100));
                    break;
                case 4:
                    house.Clock.Now += TimeSpan.FromDays(random.Next(1, 4));
                    break;
                default:
                    await model.RunJobsAsync();
                    reported = true;
                    break;
            }
            await model.CheckAsync(reported);
        }

        Assert.True(model.Openings > 0);
        await using var scope = house.Districts.Enter(model.Below.Card, "test");
        Assert.Equal(model.Openings, await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.CountAsync(act => act.Kind == OpenBelow.Act));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], Ct)).Ok);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_figures_are_those_of_the_plan_and_what_is_not_granted_is_blank(TestDatabase database)
    {
        var model = await GrantModel.NewAsync(database);
        await using var house = model.House;
        await model.Below.GrantAsync(house.Districts, "qinghe", new(2026, 4, 1), "planning.tasks-by-state");
        await model.Below.GrantAsync(house.Districts, "shanghe", new(2026, 4, 1), "planning.target-readings", "planning.plan");

        await using var qinghe = house.Enter();
        var first = Assert.Single(await qinghe.ServiceProvider.GetRequiredService<ReadBelow>().RunAsync(Ct));
        await using var shanghe = house.Districts.Enter(new("shanghe", "上河市"), "test");
        var second = Assert.Single(await shanghe.ServiceProvider.GetRequiredService<ReadBelow>().RunAsync(Ct));

        // Four tasks: done on 20 January for 1 February, done on 1 March for 2 February, late since 3 February, due in July.
        Assert.Equal(new() { ["tasks"] = 4, ["done"] = 2, ["going"] = 0, ["late"] = 1, ["on-time"] = 1.0 / 3 }, first.Figures.ToDictionary(figure => figure.Key.Key, figure => figure.Value));
        Assert.Equal(new() { ["targets"] = 2, ["read"] = 1, ["reached"] = 1 }, second.Figures.ToDictionary(figure => figure.Key.Key, figure => figure.Value));
        Assert.Equal((0, "planning.plan"), (first.Open.Count, Assert.Single(second.Open).Name));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Reports_that_come_at_the_same_moment_stand_once_and_the_latest_counts(TestDatabase database)
    {
        var model = await GrantModel.NewAsync(database);
        await using var house = model.House;
        var figures = new UpperFigures(house.Districts);
        var at = house.Clock.GetUtcNow().UtcDateTime;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(second => figures.ReplaceAsync("qinghe", model.Below.Card.Code, at.AddSeconds(second), [.. new[] { "a", "b" }.Select(key => new BelowFigure
        {
            Below = model.Below.Card.Code, BelowName = model.Below.Card.Name, Kind = "planning.tasks-by-state", Key = key, Value = second, Since = new(2026, 4, 1), On = new(2026, 4, 15), At = at.AddSeconds(second),
        })], Ct)));

        await using var scope = house.Enter();
        var rows = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<BelowFigure>().AsNoTracking().OrderBy(figure => figure.Key).ToListAsync(Ct);
        Assert.Equal([("a", 7), ("b", 7)], rows.Select(row => (row.Key, (int)row.Value)));
    }

    [Fact]
    public async Task A_report_that_comes_late_neither_overtakes_a_newer_one_nor_a_revocation()
    {
        var model = await GrantModel.NewAsync(TestDatabase.Sqlite);
        await using var house = model.House;
        await model.GrantAsync("qinghe", "planning.tasks-by-state", 0, null);
        await model.RunJobsAsync();
        var now = house.Clock.Now.UtcDateTime;

        await BringAsync(model, now.AddHours(-1), 99);
        await using (var scope = house.Enter())
            Assert.Equal(4, Assert.Single(await scope.ServiceProvider.GetRequiredService<ReadBelow>().RunAsync(Ct)).Figures[("planning.tasks-by-state", "tasks")]);
        await model.RevokeAsync(0);
        await BringAsync(model, now.AddHours(1), 99);

        Assert.Empty(await model.ShownAsync("qinghe"));
    }

    [Fact]
    public async Task What_is_opened_can_be_read_and_not_written_by_somebody_with_the_right_and_stands_in_the_audit_below()
    {
        var model = await GrantModel.NewAsync(TestDatabase.Sqlite);
        await using var house = model.House;
        await model.GrantAsync("qinghe", "planning.plan", 0, null);
        await SmallCounty.InAsync(house);
        await using var scope = house.Enter();
        await using var below = (await scope.ServiceProvider.GetRequiredService<OpenBelow>().RunAsync("xiawan", "planning.plan", null, Ct)).Value;
        var db = below.Get<ShurenDb>();

        below.Get<Process>().Begin("test.write");
        db.Add(new Unit { Name = "不该有", ShortName = "不该有", Kind = Contracts.Organization.UnitKind.Section, Position = 9 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(Ct));

        Assert.False(below.Get<Actor>().Can("planning.view"));
        var look = await db.Processes.SingleAsync(act => act.Kind == OpenBelow.Act);
        Assert.Contains("青禾县", look.ActorName, StringComparison.Ordinal);
        Assert.Equal("BelowNotOpen", Assert.Single((await scope.ServiceProvider.GetRequiredService<OpenBelow>().RunAsync("nowhere", "planning.plan", null, Ct)).Refusals).Code);
    }

    private static async Task BringAsync(GrantModel model, DateTime at, double tasks)
    {
        await using var scope = model.House.Districts.Enter(model.Below.Card, "test");
        await ActivatorUtilities.CreateInstance<BringFigures>(scope.ServiceProvider).HearAsync(new("qinghe", DateOnly.FromDateTime(at), at, [new("planning.tasks-by-state", "tasks", tasks, new(2026, 4, 1), null)]), Guid.CreateVersion7(), Ct);
    }
}
