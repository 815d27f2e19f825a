using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.KeepUnits;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepPosts;

/// <summary>Who holds a post and who stands in, from when to when.</summary>
public class PostsTests
{
    private const string Section = "基础教育科";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_new_holder_follows_the_one_before_and_a_stand_in_has_a_time(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        People.Good(await HoldAsync(people, "chief-basic", false, "2026-01-01"));
        People.Good(await HoldAsync(people, "staff-basic", true, "2026-04-20", "2026-05-08"));
        People.Good(await HoldAsync(people, "deputy", false, "2026-09-01"));

        Assert.Equal(("chief-basic", null), await OnAsync(people, "2026-04-19"));
        Assert.Equal(("chief-basic", "staff-basic"), await OnAsync(people, "2026-05-08"));
        Assert.Equal(("chief-basic", null), await OnAsync(people, "2026-05-09"));
        Assert.Equal(("deputy", null), await OnAsync(people, "2026-09-01"));
    }

    [Fact]
    public async Task No_two_at_a_time_and_nobody_in_their_own_place()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        People.Good(await HoldAsync(people, "chief-basic", false, "2026-01-01"));
        People.Good(await HoldAsync(people, "staff-basic", true, "2026-04-20", "2026-05-08"));

        Assert.Equal("PostTaken", People.Refused(await HoldAsync(people, "deputy", true, "2026-05-08", "2026-05-20")));
        Assert.Equal("PostSelf", People.Refused(await HoldAsync(people, "chief-basic", true, "2026-06-01", "2026-06-20")));
        Assert.Equal("PostTaken", People.Refused(await HoldAsync(people, "deputy", false, "2025-12-01")));
        Assert.Equal("PostDays", People.Refused(await HoldAsync(people, "deputy", true, "2026-06-01")));
        Assert.Equal("UnitNotYours", People.Refused(await HoldAsync(people, "deputy", false, "2026-09-01", by: "chief-basic")));
    }

    [Fact]
    public async Task Standing_in_gives_no_right()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        People.Good(await HoldAsync(people, "teacher", true, "2026-04-15", "2026-05-08"));

        Assert.False(await people.As<Actor, bool>("teacher", actor => Task.FromResult(actor.CanFor(Shuren.Planning.PlanningRights.Report, people.County.UnitId(Section)))));
    }

    [Fact]
    public async Task A_closed_unit_has_no_holders()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        People.Good(await HoldAsync(people, "chief-basic", false, "2026-01-01"));

        People.Good(await people.As<CloseUnit, Outcome<Done>>("office", act => act.RunAsync(people.County.UnitId(Section), new(2026, 9, 1), "撤销", people.Ct)));

        Assert.Equal(("chief-basic", null), await OnAsync(people, "2026-08-31"));
        Assert.Equal((null, null), await OnAsync(people, "2026-09-01"));
    }

    private static Task<Outcome<Guid>> HoldAsync(People people, string who, bool standIn, string since, string? last = null, string by = "office") => people.As<HoldPost, Outcome<Guid>>(by, act => act.RunAsync(
        new(people.County.UnitId(Section), "科长", people.County.AccountId(who), standIn, DateOnly.Parse(since), last is null ? null : DateOnly.Parse(last), "任免通知"), people.Ct));

    private static async Task<(string? Holder, string? StandIn)> OnAsync(People people, string day)
    {
        var post = Assert.Single(await people.As<ISchoolLinks, IReadOnlyList<PostCard>>("office", links => links.PostsAsync([people.County.UnitId(Section)], DateOnly.Parse(day), people.Ct)));
        return (Name(post.Holder), Name(post.StandIn));

        string? Name(Guid? account) => ((string?[])["chief-basic", "staff-basic", "deputy"]).FirstOrDefault(name => account == people.County.AccountId(name!));
    }
}
