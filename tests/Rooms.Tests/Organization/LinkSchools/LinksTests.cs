using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.LinkSchools;

/// <summary>Leaders and their schools, inspectors and their zones, over time.</summary>
public class LinksTests
{
    private const string School = "青禾县实验小学";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_has_one_leader_at_a_time_and_the_next_one_follows(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        People.Good(await LinkAsync(people, "deputy", "2026-03-01"));
        People.Good(await LinkAsync(people, "director", "2026-09-01"));

        Assert.Equal([people.County.AccountId("deputy")], await OnAsync(people, "2026-08-31"));
        Assert.Equal([people.County.AccountId("director")], await OnAsync(people, "2026-09-01"));
        People.Good(await LinkAsync(people, "deputy", "2026-09-01", "柳塘镇中心小学"));
        Assert.Equal("LinkOrder", People.Refused(await LinkAsync(people, "director", "2026-08-01", "柳塘镇中心小学")));
        Assert.Equal("LinkThere", People.Refused(await LinkAsync(people, "director", "2026-10-01")));
    }

    [Theory]
    [InlineData("chief-basic", School, "LinkLeader")]
    [InlineData("deputy", "安全科", "LinkSchool")]
    public async Task Only_leaders_and_only_schools(string who, string unit, string refusal)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await LinkAsync(people, who, "2026-03-01", unit)));
    }

    [Fact]
    public async Task An_inspector_looks_after_a_zone_and_a_zone_may_have_several()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var zone = People.Good(await people.As<AddGroup, Outcome<Guid>>("office", act => act.RunAsync("第一督学责任区", SchoolGroupKind.Zone, new(2026, 3, 1), "划分", people.Ct)));

        var link = People.Good(await people.As<SetLink, Outcome<Guid>>("office", act => act.RunAsync(SchoolLinkKind.Inspector, people.County.AccountId("inspector"), zone, new(2026, 3, 1), people.Ct)));

        Assert.Equal("LinkZone", People.Refused(await people.As<SetLink, Outcome<Guid>>("office", act => act.RunAsync(SchoolLinkKind.Inspector, people.County.AccountId("inspector"), people.County.UnitId("实验小学教育集团"), new(2026, 3, 1), people.Ct))));
        People.Good(await people.As<EndLink, Outcome<Done>>("office", act => act.RunAsync(link, new(2026, 7, 10), people.Ct)));
        Assert.Single(await people.As<ISchoolLinks, IReadOnlyList<SchoolLinkCard>>("office", links => links.AsOfAsync(new(2026, 7, 10), people.Ct)));
        Assert.Empty(await people.As<ISchoolLinks, IReadOnlyList<SchoolLinkCard>>("office", links => links.AsOfAsync(new(2026, 7, 11), people.Ct)));
    }

    [Fact]
    public async Task The_page_links_and_ends()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync("organization/links");

        await office.SubmitAsync(new() { ["leader.Account"] = site.County.AccountId("deputy").ToString(), ["leader.Unit"] = site.County.UnitId(School).ToString(), ["leader.On"] = "2026-04-01" });

        Assert.Contains("贺敬文班子成员青禾县实验小学2026年4月1日起", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync(new() { ["End.Id"] = office.Page.QuerySelector("input[name='End.Id']")!.GetAttribute("value")! });
        await office.OpenAsync("organization/links?on=2026-04-16");
        Assert.DoesNotContain("贺敬文班子成员", office.Words, StringComparison.Ordinal);
    }

    private static Task<Outcome<Guid>> LinkAsync(People people, string who, string on, string unit = School) =>
        people.As<SetLink, Outcome<Guid>>("office", act => act.RunAsync(SchoolLinkKind.Leader, people.County.AccountId(who), people.County.UnitId(unit), DateOnly.Parse(on), people.Ct));

    private static async Task<IEnumerable<Guid>> OnAsync(People people, string day) =>
        (await people.As<ISchoolLinks, IReadOnlyList<SchoolLinkCard>>("office", links => links.AsOfAsync(DateOnly.Parse(day), people.Ct))).Select(link => link.Account);
}
