using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>Roles have days; who proposes one does not grant it; the three administrators are three people.</summary>
public class AccountRolesTests
{
    private const string ReportRight = Shuren.Planning.PlanningRights.Report;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_role_counts_from_its_first_day_to_its_last(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var teacher = people.County.AccountId("teacher");
        People.Good(await people.As<GiveRole, Outcome<bool>>("security", act =>
            act.RunAsync(new(teacher, Roles.SectionStaff, people.County.UnitId("安全科"), new(2026, 5, 1), new(2026, 5, 31)), people.Ct)));

        var reached = new List<bool>();
        foreach (var (month, day) in ((int, int)[])[(4, 30), (5, 1), (5, 31), (6, 1)])
        {
            people.House.Clock.GoTo(2026, month, day);
            await using var scope = await people.House.EnterAsAsync(teacher);
            reached.Add(scope.ServiceProvider.GetRequiredService<Actor>().CanFor(ReportRight, people.County.UnitId("安全科")));
        }

        Assert.Equal([false, true, true, false], reached);
    }

    [Fact]
    public async Task All_roles_of_a_person_count_together()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var staff = people.County.AccountId("staff-basic");
        People.Good(await people.As<GiveRole, Outcome<bool>>("security", act =>
            act.RunAsync(new(staff, Roles.Inspector, people.County.UnitId("青禾县教育局"), new(2026, 1, 1), null), people.Ct)));

        await using var scope = await people.House.EnterAsAsync(staff);
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();

        Assert.True(actor.CanFor(ReportRight, people.County.UnitId("基础教育科")));
        Assert.False(actor.CanFor(ReportRight, people.County.UnitId("安全科")));
        Assert.True(actor.CanFor(Shuren.Planning.PlanningRights.ViewWhole, people.County.UnitId("安全科")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_role_that_the_system_administrator_proposes_counts_once_the_security_administrator_grants_it(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var added = People.Good(await people.As<AddAccount, Outcome<AddAccount.Added>>("system", act => act.RunAsync("clerk", "新科员", Roles.SectionStaff, "安全科", people.Ct)));

        var before = await RightsOfAsync(people, added.Id);
        Assert.Equal("NotYours", People.Refused(await people.As<GiveRole, Outcome<bool>>("office", act => act.RunAsync(new(added.Id, Roles.Director, people.County.UnitId("安全科"), new(2026, 1, 1), null), people.Ct))));
        var waiting = await people.As<DecideProposals, IReadOnlyList<DecideProposals.Row>>("security", act => act.WaitingAsync(people.Ct));
        Assert.Equal("EditedMeanwhile", People.Refused(await people.As<DecideProposals, Outcome<int>>("system", act => act.RunAsync([waiting[0].Id], true, people.Ct))));
        People.Good(await people.As<DecideProposals, Outcome<int>>("security", act => act.RunAsync([waiting[0].Id], true, people.Ct)));

        Assert.Equal(("新科员", "安全科"), (waiting.Single().Name, waiting.Single().Unit));
        Assert.False(before);
        Assert.True(await RightsOfAsync(people, added.Id));
        Assert.Equal("organization.grant-roles", (await people.LastActAsync()).Kind);
    }

    [Fact]
    public async Task Nobody_holds_two_of_the_three_administrators_and_nobody_grants_to_oneself()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var bureau = people.County.UnitId("青禾县教育局");
        Task<Outcome<bool>> Give(string whom, string role) =>
            people.As<GiveRole, Outcome<bool>>("security", act => act.RunAsync(new(people.County.AccountId(whom), role, bureau, new(2026, 1, 1), null), people.Ct));

        Assert.Equal("AdministratorsSeparate", People.Refused(await Give("system", Roles.AuditAdmin)));
        Assert.Equal("NotOneself", People.Refused(await Give("security", Roles.Director)));
        Assert.True(People.Good(await Give("office", Roles.AuditAdmin)));
    }

    [Fact]
    public async Task Whoever_got_two_administrators_by_another_way_acts_as_none()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await using (var scope = people.House.Enter())
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.by-hand");
            scope.ServiceProvider.GetRequiredService<OrganizationDb>().Holdings.Add(new() { AccountId = people.County.AccountId("system"), Role = Roles.AuditAdmin, UnitId = people.County.UnitId("青禾县教育局"), Since = new(2026, 1, 1) });
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(people.Ct);
        }

        await using var acting = await people.House.EnterAsAsync(people.County.AccountId("system"));

        Assert.False(acting.ServiceProvider.GetRequiredService<Actor>().Can(OrganizationRights.ManageAccounts));
        Assert.False(acting.ServiceProvider.GetRequiredService<Actor>().Can(OrganizationRights.ReadAudit));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_moves_has_the_old_unit_until_the_day_before_and_the_new_one_from_the_day(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var (staff, basic, safety) = (people.County.AccountId("staff-basic"), people.County.UnitId("基础教育科"), people.County.UnitId("安全科"));

        People.Good(await people.As<MovePerson, Outcome<int>>("security", act => act.RunAsync(staff, basic, safety, new(2026, 5, 1), people.Ct)));

        Assert.Equal((true, false), await ReachAsync(people, staff, new(2026, 4, 30), basic, safety));
        Assert.Equal((false, true), await ReachAsync(people, staff, new(2026, 5, 1), basic, safety));
    }

    [Fact]
    public async Task A_closed_account_has_no_session_no_role_and_no_way_in()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var staff = people.County.AccountId("staff-basic");

        People.Good(await people.As<CloseAccount, Outcome<Done>>("system", act => act.RunAsync(staff, "调离本县", people.Ct)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => people.House.EnterAsAsync(staff));
        Assert.Equal("NotOneself", People.Refused(await people.As<CloseAccount, Outcome<Done>>("system", act => act.RunAsync(people.County.AccountId("system"), "试试", people.Ct))));
        Assert.Equal(new DateOnly(2026, 4, 15), await people.Look(db => db.Holdings.Where(h => h.AccountId == staff).Select(h => h.Until).SingleAsync()));
    }

    [Fact]
    public async Task A_principal_sees_the_people_of_the_own_school_only()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        var seen = await people.As<ViewAccounts, IReadOnlyList<ViewAccounts.Row>>("principal", look => look.RunAsync(new(), "", ViewAccounts.PageSize, people.Ct));
        var found = await people.As<ViewAccounts, IReadOnlyList<ViewAccounts.Row>>("office", look => look.RunAsync(new(Words: "方", Role: Roles.SectionStaff), "", ViewAccounts.PageSize, people.Ct));

        Assert.Equal(["parent", "principal", "school-staff", "teacher"], seen.Select(row => row.SignInName));
        Assert.Equal("staff-basic", Assert.Single(found).SignInName);
    }

    private static async Task<bool> RightsOfAsync(People people, Guid account)
    {
        await using var scope = people.House.Enter();
        var loader = scope.ServiceProvider.GetRequiredService<IActorLoader>();
        var stamp = await scope.ServiceProvider.GetRequiredService<OrganizationDb>().Accounts.Where(row => row.Id == account).Select(row => row.Stamp).SingleAsync();
        var actor = new Actor();
        await loader.LoadAsync(account, stamp, actor, people.Ct);
        return actor.Can(ReportRight);
    }

    private static async Task<(bool, bool)> ReachAsync(People people, Guid account, DateOnly day, Guid first, Guid second)
    {
        people.House.Clock.GoTo(day.Year, day.Month, day.Day);
        await using var scope = await people.House.EnterAsAsync(account);
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        return (actor.CanFor(ReportRight, first), actor.CanFor(ReportRight, second));
    }
}
