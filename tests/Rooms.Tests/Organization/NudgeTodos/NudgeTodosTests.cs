using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.NudgeTodos;
using Shuren.Organization.ShareTodos;
using Shuren.Platform.Data;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Rooms.Tests.Planning;
using Shuren.Schools;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.NudgeTodos;

/// <summary>催办 of what waits for others. In the running small county task 2.2 of 规划财务科 is late, and 陶文彬 is its chief.</summary>
public class NudgeTodosTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_office_sees_what_waits_for_a_chief_and_nudges_once_a_day(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (chief, late) = (acts.County.AccountId("chief-finance"), $"planning/task/{acts.Task("2.2").Id:D}");
        var own = await acts.As<FindMyTodos, IReadOnlyList<Todo>>("chief-finance", todos => todos.RunAsync(Ct));

        var view = (await acts.As<FindTodosOf, FindTodosOf.View?>("office", find => find.RunAsync(chief, Ct)))!;

        Assert.Equal(own.Select(todo => todo.Title).Order(StringComparer.Ordinal), view.Things.SelectMany(thing => thing.Todos).Select(todo => todo.Title).Order(StringComparer.Ordinal));
        Assert.Contains(view.Things, thing => thing.About.ToString() == late);
        Assert.Equal(1, Acts.Good(await NudgeAsync(acts, "office", chief, late)));
        Assert.Equal("NudgedToday", Refused(await NudgeAsync(acts, "office", chief, late)));
        Assert.Equal("NudgedToday", Refused(await NudgeAsync(acts, "director", chief, late)));
        acts.House.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, Acts.Good(await NudgeAsync(acts, "director", chief, late)));
        var notices = (await acts.House.AllAsync<Notice>()).Where(notice => notice.Kind == TodoNews.Nudge).ToList();
        Assert.Equal([(chief, late, new DateOnly(2026, 4, 15)), (chief, late, new DateOnly(2026, 4, 16))], notices.OrderBy(notice => notice.Day).Select(notice => (notice.AccountId, notice.Subject, notice.Day)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_stands_in_the_audit_with_who_whom_and_what(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (chief, late) = (acts.County.AccountId("chief-finance"), $"planning/task/{acts.Task("2.2").Id:D}");

        Acts.Good(await NudgeAsync(acts, "office", chief, late));

        await using var scope = acts.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var act = await db.Processes.AsNoTracking().SingleAsync(row => row.Kind == "organization.nudge-todo");
        Assert.Equal((acts.County.AccountId("office"), $"organization/account/{chief:D}"), (act.ActorId, act.About));
        var nudge = Assert.Single(await acts.House.AllAsync<TodoNudge>());
        Assert.Equal((late, chief, "周晓岚", new DateOnly(2026, 4, 15)), (nudge.About, nudge.ToId, nudge.By, nudge.On));
        Assert.True(await db.Set<AuditEntry>().AnyAsync(entry => entry.ProcessId == act.Id && entry.Subject.Contains("todonudge")));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_chief_reaches_the_own_section_a_principal_the_school_and_staff_nobody(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);

        Assert.Equal(["方怡"], await StaffAsync(acts, "chief-basic"));
        Assert.Equal(["温如玉", "葛青"], (await StaffAsync(acts, "principal")).Order(StringComparer.Ordinal));
        Assert.Empty(await StaffAsync(acts, "staff-basic"));
        Assert.Empty(await StaffAsync(acts, "inspector"));
        var office = await StaffAsync(acts, "office");
        Assert.Contains("沈立群", office);
        Assert.DoesNotContain("周晓岚", office);
        Assert.DoesNotContain("申屠平", office);
        var late = $"planning/task/{acts.Task("2.2").Id:D}";
        foreach (var who in (string[])["chief-basic", "principal", "staff-basic", "inspector", "chief-finance"])
            Assert.Equal("NudgePersonUnknown", Refused(await NudgeAsync(acts, who, acts.County.AccountId("chief-finance"), late)));
        Assert.Empty(await acts.House.AllAsync<TodoNudge>());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_one_has_no_right_to_see_is_not_seen_through_others(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database, services => services.AddScoped<ITodoSource, Ledger>().AddScoped<ITodoSource, Letters>());
        await using var people = People.Of(house, house.County);
        var staff = people.County.AccountId("staff-basic");

        var (office, chief) = (await TodosAsync("office"), await TodosAsync("chief-basic"));

        Assert.Empty(office);
        Assert.Equal(["控辍的事"], chief);
        Assert.Equal("NudgeNothing", People.Refused(await people.As<NudgeAboutTodos, Outcome<int>>("office", nudge => nudge.RunAsync(staff, [Ledger.About.ToString(), Letters.About.ToString()], Ct))));

        async Task<IReadOnlyList<string>> TodosAsync(string who) =>
            [.. (await people.As<FindTodosOf, FindTodosOf.View?>(who, find => find.RunAsync(staff, Ct)))!.Things.Select(thing => thing.Title)];
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Two_who_nudge_at_the_same_moment_send_one_reminder(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (chief, late) = (acts.County.AccountId("chief-finance"), $"planning/task/{acts.Task("2.2").Id:D}");
        var asked = ((string[])["office", "director", "deputy", "office"]).Select(who => Task.Run(() => NudgeAsync(acts, who, chief, late)));

        var outcomes = await Task.WhenAll(asked);

        Assert.Equal(1, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal("NudgedToday", Refused(outcome)));
        Assert.Single(await acts.House.AllAsync<TodoNudge>());
        Assert.Single(await acts.House.AllAsync<Notice>(), notice => notice.Kind == TodoNews.Nudge);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_page_ticks_nudges_and_says_so(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.House.PublishAsync(site.County.Plan.Id);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync("");
        await office.OpenAsync(office.Page.QuerySelectorAll("main a").Single(way => way.TextContent.Trim() == "别人的待办").GetAttribute("href")!);
        await office.OpenAsync(office.Page.QuerySelectorAll("main table a").Single(way => way.TextContent == "陶文彬").GetAttribute("href")!);
        var late = office.Page.QuerySelectorAll("input[name=about]").Select(box => box.GetAttribute("value")!).First();

        await office.SubmitAsync(new() { ["about"] = late });

        Assert.Contains("已催办1件事", office.Words);
        using var chief = await site.SignInAsync("chief-finance");
        await chief.OpenAsync("notices");
        Assert.Contains("催办：", chief.Words);
    }

    // At the same moment the clock of the house must not be moved by each.
    private static async Task<Outcome<int>> NudgeAsync(Acts acts, string who, Guid account, string about)
    {
        await using var scope = await acts.House.EnterAsAsync(acts.County.AccountId(who));
        return await scope.ServiceProvider.GetRequiredService<NudgeAboutTodos>().RunAsync(account, [about], Ct);
    }

    private static async Task<IReadOnlyList<string>> StaffAsync(Acts acts, string who) => [.. (await acts.As<FindStaff, IReadOnlyList<Colleague>>(who, find => find.RunAsync(Ct))).Select(person => person.Name)];

    private static string Refused(Outcome<int> outcome)
    {
        Assert.False(outcome.Succeeded);
        return outcome.Refusals[0].Code;
    }

    /// <summary>Something that only those see who keep the ledger.</summary>
    private sealed class Ledger : ITodoSource
    {
        public static Ref About { get; } = new("test", "ledger", Guid.Parse("01987f00-0000-7000-8000-000000000002"));

        public string? SeenWith => SchoolsRights.KeepDropOuts;

        public Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct) => Task.FromResult<IReadOnlyList<Todo>>([new("控辍的事", "", today, "测试", "办", "planning", About)]);
    }

    /// <summary>Something between two people.</summary>
    private sealed class Letters : ITodoSource
    {
        public static Ref About { get; } = new("test", "letter", Guid.Parse("01987f00-0000-7000-8000-000000000003"));

        public Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct) => Task.FromResult<IReadOnlyList<Todo>>([new("两个人之间的事", "", today, "测试", "办", "planning", About)]);
    }
}
