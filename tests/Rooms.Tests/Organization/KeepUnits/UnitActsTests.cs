using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.ManageUnits;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepUnits;

/// <summary>Renaming, moving, closing, merging and splitting, each from a day on.</summary>
public class UnitActsTests
{
    private const string Small = "柳塘镇中心小学";
    private const string Big = "青禾县实验小学";
    private static readonly DateOnly September = new(2026, 9, 1);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_new_name_holds_from_its_day_and_the_old_one_stays_true_before(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var unit = people.County.UnitId(Small);

        People.Good(await people.As<ChangeUnit, Outcome<Done>>("office", act => act.RunAsync(unit, "柳塘第一小学", "柳塘一小", people.County.UnitId("青禾县教育局"), September, "青政办〔2026〕8号", people.Ct)));

        Assert.Equal(Small, await NameAsync(people, unit, new(2026, 8, 31)));
        Assert.Equal("柳塘第一小学", await NameAsync(people, unit, September));
        // Today is April: everybody still sees the old name, and the row says it too.
        Assert.Equal(Small, (await people.As<IUnitDirectory, IReadOnlyDictionary<Guid, UnitCard>>("office", units => units.FindAsync([unit], people.Ct)))[unit].Name);
        people.House.Clock.GoTo(2026, 9, 1);
        Assert.Equal("柳塘第一小学", (await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AllAsync(people.Ct))).Single(card => card.Id == unit).Name);
        var last = await people.LastActAsync();
        Assert.Equal(("organization.change-unit", "青政办〔2026〕8号"), (last.Kind, last.Why));
    }

    [Fact]
    public async Task A_closed_unit_is_gone_from_its_day_with_its_places_and_its_roles()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var (unit, group) = (people.County.UnitId(Big), people.County.UnitId("实验小学教育集团"));
        People.Good(await people.As<SetMembers, Outcome<Done>>("office", act => act.RunAsync(group, [unit, people.County.UnitId(Small)], unit, new(2026, 4, 1), "组建", people.Ct)));

        People.Good(await people.As<CloseUnit, Outcome<Done>>("office", act => act.RunAsync(unit, September, "撤并", people.Ct)));

        Assert.NotNull(await NameAsync(people, unit, new(2026, 8, 31)));
        Assert.Null(await NameAsync(people, unit, September));
        Assert.Equal(September, await people.Look(db => db.Memberships.Where(place => place.UnitId == unit).Select(place => place.Until).SingleAsync()));
        people.House.Clock.GoTo(2026, 9, 1);
        Assert.False(await people.As<Shuren.Platform.Rights.Actor, bool>("principal", actor => Task.FromResult(actor.CanFor(Shuren.Planning.PlanningRights.Report, unit))));
    }

    [Fact]
    public async Task A_merger_closes_what_is_taken_in_and_moves_what_stood_below()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var (small, big) = (people.County.UnitId(Small), people.County.UnitId(Big));
        var campus = People.Good(await people.As<AddUnit, Outcome<Guid>>("office", act => act.RunAsync(new("柳塘东校区", "", UnitKind.Campus, small, []) { On = new(2026, 2, 1) }, people.Ct)));

        People.Good(await people.As<MergeUnits, Outcome<Done>>("office", act => act.RunAsync([small], big, September, "合并办学", people.Ct)));

        var then = await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AsOfAsync(September, people.Ct));
        Assert.Equal(big, then.Single(card => card.Id == campus).Parent);
        Assert.DoesNotContain(then, card => card.Id == small);
        var view = await people.As<ViewUnit, ViewUnit.View?>("office", look => look.RunAsync(big, people.Ct));
        Assert.Contains(view!.Events, happened => happened.Words.Contains(Small, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_split_makes_units_of_the_same_kind_beside_the_old_one()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var old = people.County.UnitId("青禾县第一中学");

        var made = People.Good(await people.As<SplitUnit, Outcome<Guid[]>>("office", act => act.RunAsync(old, ["青禾县第一中学初中部", "青禾县第一高级中学"], true, September, "初高中分设", people.Ct)));

        var then = await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AsOfAsync(September, people.Ct));
        Assert.All(made, part => Assert.Equal(UnitKind.School, then.Single(card => card.Id == part).Kind));
        Assert.DoesNotContain(then, card => card.Id == old);
        Assert.Equal("SplitNamesProblem", People.Refused(await people.As<SplitUnit, Outcome<Guid[]>>("office", act => act.RunAsync(people.County.UnitId(Big), ["只有一个"], true, September, "分设", people.Ct))));
    }

    [Theory]
    [InlineData("principal", Big, "UnitNotYours")]
    [InlineData("chief-basic", "基础教育科", "UnitNotYours")]
    [InlineData("office", "青禾县教育局", "UnitGone")]
    public async Task Only_who_manages_units_closes_them_and_never_the_bureau(string who, string unit, string refusal)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await people.As<CloseUnit, Outcome<Done>>(who, act => act.RunAsync(people.County.UnitId(unit), September, "撤销", people.Ct))));
    }

    [Fact]
    public async Task The_pages_show_the_tree_of_a_day_and_lead_through_the_acts()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var unit = site.County.UnitId(Small);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync($"organization/units/{unit:N}/change");
        await office.SubmitAsync(new() { ["Form.Name"] = "柳塘第一小学", ["Form.On"] = "2026-09-01", ["Form.Why"] = "更名批复" });
        Assert.Contains("更名为“柳塘第一小学”", office.Words, StringComparison.Ordinal);

        await office.OpenAsync("organization/units?on=2026-09-01&find=柳塘");
        Assert.Contains("柳塘第一小学", office.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("滨河", office.Words, StringComparison.Ordinal);
        await office.OpenAsync("organization/units?on=2026-08-31");
        Assert.Contains(Small, office.Words, StringComparison.Ordinal);

        await office.OpenAsync($"organization/units/{unit:N}/close");
        await office.SubmitAsync(new() { ["Form.On"] = "2027-09-01", ["Form.Why"] = "" });
        Assert.Contains("请填依据或原因", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync(new() { ["Form.On"] = "2027-09-01", ["Form.Why"] = "撤并" });
        Assert.Contains("已于2027-09-01撤销", office.Words, StringComparison.Ordinal);
    }

    private static async Task<string?> NameAsync(People people, Guid unit, DateOnly day) =>
        (await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AsOfAsync(day, people.Ct))).SingleOrDefault(card => card.Id == unit)?.Name;
}
