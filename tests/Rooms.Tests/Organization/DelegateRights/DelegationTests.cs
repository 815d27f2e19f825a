using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.DelegateRights;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.DelegateRights;

/// <summary>A chief goes on a course and lends the section to a clerk of another one.</summary>
public class DelegationTests
{
    private const string Chief = "chief-basic";
    private const string Clerk = "chief-safety";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_delegate_acts_with_what_was_lent_and_both_names_stand_in_the_audit(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var lent = People.Good(await LendAsync(people, Chief, Clerk));
        await ActAsync(people, lent);

        var (name, own, others, roles) = await SeenAsync(people);

        Assert.Equal("严松（代邱雪梅）", name);
        Assert.Equal((true, false), (own, others));
        Assert.Equal([Roles.SectionChief], roles);
        People.Good(await people.As<ActInName, Outcome<Done>>(Clerk, act => act.RunAsync(null, people.Ct)));
        var last = await people.LastActAsync();
        Assert.Equal(("严松（代邱雪梅）", people.County.AccountId(Clerk)), (last.ActorName, last.ActorId!.Value));
        Assert.Equal((false, true), await ReachAsync(people));
    }

    [Fact]
    public async Task It_ends_by_itself_after_its_last_day()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await ActAsync(people, People.Good(await LendAsync(people, Chief, Clerk)));
        people.House.Clock.GoTo(2026, 4, 30);
        Assert.Equal((true, false), await ReachAsync(people));

        people.House.Clock.GoTo(2026, 5, 1);

        Assert.Equal((false, true), await ReachAsync(people));
    }

    [Fact]
    public async Task It_ends_with_the_givers_own_role()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await ActAsync(people, People.Good(await LendAsync(people, Chief, Clerk)));

        await using (var scope = people.House.Enter())
        {
            var db = scope.ServiceProvider.GetRequiredService<Shuren.Platform.Data.ShurenDb>();
            scope.ServiceProvider.GetRequiredService<Shuren.Platform.Processes.Process>().Begin("test.move-on");
            (await db.Set<Shuren.Organization.Model.RoleHolding>().SingleAsync(held => held.AccountId == people.County.AccountId(Chief), people.Ct)).Until = new(2026, 4, 14);
            await db.SaveAsync(people.Ct);
        }

        Assert.Equal((false, true), await ReachAsync(people));
    }

    [Fact]
    public async Task It_ends_when_it_is_taken_back()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var lent = People.Good(await LendAsync(people, Chief, Clerk));
        await ActAsync(people, lent);

        People.Good(await people.As<EndDelegation, Outcome<Done>>(Chief, act => act.RunAsync(lent, people.Ct)));

        Assert.Equal((false, true), await ReachAsync(people));
        Assert.Equal("DelegationUnknown", People.Refused(await people.As<ActInName, Outcome<Done>>(Clerk, act => act.RunAsync(lent, people.Ct))));
    }

    [Fact]
    public async Task What_was_lent_cannot_be_lent_on()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await ActAsync(people, People.Good(await LendAsync(people, Chief, Clerk)));

        Assert.Equal("DelegationNotOn", People.Refused(await LendAsync(people, Clerk, "office")));
        var holding = await HoldingAsync(people, Chief);
        await people.As<ActInName, Outcome<Done>>(Clerk, act => act.RunAsync(null, people.Ct));
        Assert.Equal("DelegationNotHeld", People.Refused(await people.As<GiveDelegation, Outcome<Guid>>(Clerk,
            act => act.RunAsync(new(people.County.AccountId(Clerk), people.County.AccountId("office"), holding, new(2026, 4, 15), new(2026, 4, 30), "转委托"), people.Ct))));
    }

    [Theory]
    [InlineData("system", "DelegationNotYours")]
    [InlineData("parent", "DelegationNotYours")]
    public async Task Administrators_and_parents_lend_nothing(string giver, string refusal)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await LendAsync(people, giver, "office")));
    }

    [Fact]
    public async Task The_security_administrator_lends_for_somebody_who_is_away_but_no_administrators_role()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        People.Good(await LendAsync(people, "director", "deputy", by: "security"));

        Assert.Equal("DelegationNeverLent", People.Refused(await LendAsync(people, "audit", "office", by: "security")));
        Assert.Equal("DelegationNotYours", People.Refused(await LendAsync(people, "director", "deputy", by: "office")));
    }

    [Theory]
    [InlineData("2026-04-14", "2026-04-30", "DelegationSincePast")]
    [InlineData("2026-04-16", "2026-04-15", "DelegationUntil")]
    [InlineData("2026-04-15", "2026-10-12", "DelegationUntil")]
    public async Task Its_time_lies_ahead_and_is_limited(string since, string until, string refusal)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await LendAsync(people, Chief, Clerk, since, until)));
    }

    [Fact]
    public async Task The_pages_lead_through_it()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var chief = await site.SignInAsync(Chief);
        await chief.OpenAsync("account/delegations");
        var holding = chief.Page.QuerySelectorAll("select[name='Form.Holding'] option").Single(option => option.TextContent.Contains("科长", StringComparison.Ordinal)).GetAttribute("value")!;
        await chief.SubmitAsync(new() { ["Form.Holding"] = holding, ["Form.To"] = site.County.AccountId(Clerk).ToString(), ["Form.Since"] = "2026-04-15", ["Form.Until"] = "2026-04-30", ["Form.Reason"] = "外出学习" });
        Assert.Contains("生效中", chief.Words, StringComparison.Ordinal);

        using var clerk = await site.SignInAsync(Clerk);
        await clerk.OpenAsync("account/delegations");
        await clerk.SubmitAsync(new() { ["Act.Id"] = clerk.Page.QuerySelector("input[name='Act.Id']")!.GetAttribute("value")! });
        await clerk.OpenAsync("account");

        Assert.Contains("严松（代邱雪梅）", clerk.Words, StringComparison.Ordinal);
        using var security = await site.SignInAsync("security");
        await security.OpenAsync("organization/delegations");
        Assert.Contains("邱雪梅", security.Words, StringComparison.Ordinal);
    }

    private static async Task<Outcome<Guid>> LendAsync(People people, string from, string to, string since = "2026-04-15", string until = "2026-04-30", string? by = null)
    {
        var holding = await HoldingAsync(people, from);
        return await people.As<GiveDelegation, Outcome<Guid>>(by ?? from,
            act => act.RunAsync(new(people.County.AccountId(from), people.County.AccountId(to), holding, DateOnly.Parse(since), DateOnly.Parse(until), "外出学习"), people.Ct));
    }

    private static Task<Guid> HoldingAsync(People people, string of) =>
        people.Look(db => db.Holdings.Where(held => held.AccountId == people.County.AccountId(of)).Select(held => held.Id).SingleAsync());

    private static async Task ActAsync(People people, Guid lent) =>
        People.Good(await people.As<ActInName, Outcome<Done>>(Clerk, act => act.RunAsync(lent, people.Ct)));

    private static async Task<(string Name, bool Own, bool Others, IReadOnlyList<string> Roles)> SeenAsync(People people)
    {
        var (own, others) = await ReachAsync(people);
        return await people.As<Actor, (string, bool, bool, IReadOnlyList<string>)>(Clerk, actor => Task.FromResult((actor.Name, own, others, actor.Roles)));
    }

    /// <summary>Whether the clerk's rights reach the chief's section, and their own.</summary>
    private static Task<(bool Lent, bool Own)> ReachAsync(People people) => people.As<Actor, (bool, bool)>(Clerk, actor => Task.FromResult((
        actor.CanFor(Shuren.Planning.PlanningRights.Report, people.County.UnitId("基础教育科")), actor.CanFor(Shuren.Planning.PlanningRights.Report, people.County.UnitId("安全科")))));
}
