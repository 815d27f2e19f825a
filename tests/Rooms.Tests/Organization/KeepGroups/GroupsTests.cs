using FsCheck;
using FsCheck.Fluent;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepGroups;

/// <summary>School groups of every kind over time.</summary>
public class GroupsTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    /// <summary>Random rosters; a model that keeps only what was said (day, members, lead) must agree on each day, and on what is refused.</summary>
    [Fact]
    public void The_members_of_any_day_are_the_last_roster_that_was_set() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var chance = new Random(seed);
        Guid[] groups = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        Guid[] schools = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
        // Two groups of one kind, two of another.
        var kinds = groups.Select((group, place) => (group, place)).ToDictionary(row => row.group, row => (SchoolGroupKind)(row.place / 2));
        var said = groups.ToDictionary(group => group, _ => new List<(DateOnly On, HashSet<Guid> Members, Guid? Lead)>());
        var book = new GroupBook(kinds, []);
        for (var step = 0; step < 30; step++)
        {
            var group = groups[chance.Next(groups.Length)];
            var members = schools.Where(_ => chance.Next(3) == 0).ToHashSet();
            Guid? lead = members.Count > 0 && chance.Next(2) == 0 ? members.First() : null;
            var on = April.AddDays(chance.Next(40));
            var before = said[group].ToList();
            var last = before.Count == 0 ? DateOnly.MinValue : before[^1].On;
            // A roster that is the one of the day before is no change, and takes the place of another of its day.
            said[group].RemoveAll(row => row.On == on);
            if (On(said[group], on) is var (kept, led) && !(kept.SetEquals(members) && led == lead))
                said[group].Add((on, members, lead));
            var right = on >= last && Days(said).All(day => groups.GroupBy(other => kinds[other]).All(kind => NoneTwice(kind.SelectMany(other => On(said[other], day).Members))));
            if (!right)
                said[group] = before;
            if (book.Set(group, [.. members], lead, on) is null != right)
                return false;
            if (Days(said).Any(day => groups.Any(other => !Agree(On(said[other], day), book.At(day).Where(place => place.GroupId == other)))))
                return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_is_in_groups_of_several_kinds_but_in_one_of_each(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var (school, other) = (people.County.UnitId("青禾县实验小学"), people.County.UnitId("柳塘镇中心小学"));
        var first = await FoundAsync(people, "城东教育集团", SchoolGroupKind.Group);
        var second = await FoundAsync(people, "城西教育集团", SchoolGroupKind.Group);
        var zone = await FoundAsync(people, "第一督学责任区", SchoolGroupKind.Zone);
        People.Good(await SetAsync(people, first, April, school, school, other));
        People.Good(await SetAsync(people, zone, April, null, school));

        Assert.Equal("GroupOverlap", People.Refused(await SetAsync(people, second, April, null, school)));
        People.Good(await SetAsync(people, first, new(2026, 9, 1), other, other));
        People.Good(await SetAsync(people, second, new(2026, 9, 1), null, school));

        var spring = await AsOfAsync(people, new(2026, 5, 1));
        Assert.Equal((school, 2), (spring[first].Lead!.Value, spring[first].Members.Count));
        var autumn = await AsOfAsync(people, new(2026, 9, 1));
        Assert.Equal([other], autumn[first].Members);
        Assert.Equal([school], autumn[second].Members);
        Assert.Equal((SchoolGroupKind.Zone, school), (autumn[zone].Kind, Assert.Single(autumn[zone].Members)));
    }

    [Fact]
    public async Task What_cannot_be_a_member_or_a_lead_is_refused()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var group = await FoundAsync(people, "城东教育集团", SchoolGroupKind.Group);
        var (school, section) = (people.County.UnitId("青禾县实验小学"), people.County.UnitId("安全科"));

        Assert.Equal("GroupMember", People.Refused(await SetAsync(people, group, April, null, section)));
        Assert.Equal("GroupLead", People.Refused(await SetAsync(people, group, April, people.County.UnitId("柳塘镇中心小学"), school)));
        Assert.Equal("UnitNotYours", People.Refused(await people.As<SetMembers, Outcome<Done>>("principal", act => act.RunAsync(group, [school], null, April, "调整", people.Ct))));
        People.Good(await SetAsync(people, group, new(2026, 5, 1), null, school));
        Assert.Equal("GroupOrder", People.Refused(await SetAsync(people, group, April, null, school)));
    }

    [Fact]
    public async Task The_pages_found_a_group_and_set_its_members()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync("organization/groups");
        await office.SubmitAsync(new() { ["Form.Name"] = "城东教育集团", ["Form.Kind"] = "Group", ["Form.On"] = "2026-04-01", ["Form.Why"] = "组建" });

        var school = site.County.UnitId("青禾县实验小学").ToString();
        await office.SubmitAsync(new() { ["Form.Members"] = school, ["Form.Lead"] = school, ["Form.On"] = "2026-04-01", ["Form.Why"] = "组建" });

        Assert.Contains("青禾县实验小学牵头校2026年4月1日起", office.Words, StringComparison.Ordinal);
        await office.OpenAsync("organization/groups?on=2026-03-31");
        Assert.DoesNotContain("城东教育集团", office.Words, StringComparison.Ordinal);
    }

    private static async Task<Guid> FoundAsync(People people, string name, SchoolGroupKind kind) =>
        People.Good(await people.As<AddGroup, Outcome<Guid>>("office", act => act.RunAsync(name, kind, new(2026, 3, 1), "组建", people.Ct)));

    private static Task<Outcome<Done>> SetAsync(People people, Guid group, DateOnly on, Guid? lead, params Guid[] members) =>
        people.As<SetMembers, Outcome<Done>>("office", act => act.RunAsync(group, members, lead, on, "调整", people.Ct));

    private static async Task<Dictionary<Guid, SchoolGroupCard>> AsOfAsync(People people, DateOnly day) =>
        (await people.As<ISchoolGroups, IReadOnlyList<SchoolGroupCard>>("office", groups => groups.AsOfAsync(day, people.Ct))).ToDictionary(group => group.Id);

    private static List<DateOnly> Days(Dictionary<Guid, List<(DateOnly On, HashSet<Guid> Members, Guid? Lead)>> said) => [.. said.Values.SelectMany(rows => rows).SelectMany(row => new[] { row.On.AddDays(-1), row.On }).Distinct()];

    private static (HashSet<Guid> Members, Guid? Lead) On(List<(DateOnly On, HashSet<Guid> Members, Guid? Lead)> said, DateOnly day) =>
        said.Where(row => row.On <= day).OrderBy(row => row.On).LastOrDefault() is { Members: not null } row ? (row.Members, row.Lead) : ([], null);

    private static bool NoneTwice(IEnumerable<Guid> members) => members.GroupBy(member => member).All(same => same.Count() == 1);

    private static bool Agree((HashSet<Guid> Members, Guid? Lead) said, IEnumerable<Shuren.Organization.Model.GroupMembership> places)
    {
        var rows = places.ToList();
        return said.Members.SetEquals(rows.Select(place => place.UnitId)) && rows.Count == said.Members.Count && said.Lead == rows.Find(place => place.IsLead)?.UnitId;
    }
}
