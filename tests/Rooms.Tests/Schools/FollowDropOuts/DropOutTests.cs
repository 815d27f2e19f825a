using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Schools;
using Shuren.Schools.FollowDropOuts;
using Shuren.Schools.Model;
using Shuren.Schools.MovePupil;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.FollowDropOuts;

/// <summary>The ledger: who stays away stands in it, is visited, comes before the section, and leaves it by the roll alone.</summary>
public class DropOutTests
{
    private static readonly DropOutFacts Facts = new(DropOutReason.Weariness, "数学跟不上，不愿上学", "苏若谷", "柳塘镇李主任");

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_is_noted_as_staying_away_stands_in_the_ledger_until_the_roll_has_it_back(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var pupil = await PupilAsync(district);

        Assert.Equal("", await MoveAsync(district, pupil, new(RollAct.DropOut, new(2026, 3, 2))));
        var id = await EntryAsync(district, pupil);
        Assert.Equal(["Noted|Unknown|2026-03-02"], await district.AskAsync("select finding, reason, since from schools_drop_outs"));
        Assert.Equal(DropOutStanding.Open, (await CaseAsync(district, id)).Standing);
        Assert.Equal(["|"], await district.AskAsync("select until, outcome from ds_dropouts"));
        Assert.Equal("", await MoveAsync(district, pupil, new(RollAct.Return, new(2026, 4, 8))));

        var ended = await CaseAsync(district, id);
        Assert.Equal((DropOutStanding.Returned, new DateOnly(2026, 4, 8)), (ended.Standing, ended.Returned!.Value));
        Assert.Equal(["2026-04-08|Returned"], await district.AskAsync("select until, outcome from ds_dropouts"));
        Assert.Equal("DropOutEnded", await VisitAsync(district, id, VisitResult.WillReturn, new(2026, 5, 1)));
        // Once more: another entry, the first stays what it was.
        Assert.Equal("", await MoveAsync(district, pupil, new(RollAct.DropOut, new(2026, 4, 12))));
        Assert.Equal(["2026-03-02|2026-04-08|Returned", "2026-04-12||"], await district.AskAsync("select since, until, outcome from ds_dropouts order by since"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_child_that_was_found_absent_is_entered_and_noted_on_the_roll_in_one_act(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var pupil = await PupilAsync(district);

        Assert.Equal("", await RecordAsync(district, pupil, new(2026, 4, 10)));
        Assert.Equal("DropOutThere", await RecordAsync(district, pupil, new(2026, 4, 10)));

        Assert.Equal(["DroppedOut|2026-04-10"], await district.AskAsync($"select status, since from schools_enrolments where until is null and {Is("pupil_id", pupil)}"));
        Assert.Equal(1, await district.CountAsync($"select count(*) from schools_enrolments where until is null and {Is("pupil_id", pupil)}"));
        // Who left the roll for another district, and is found at home.
        var other = await PupilAsync(district, 1);
        await MoveAsync(district, other, new(RollAct.TransferOut, new(2026, 4, 1), null, "外省"));
        Assert.Equal("MoveDay", await RecordAsync(district, other, new(2026, 3, 1)));
        Assert.Equal("", await RecordAsync(district, other, new(2026, 4, 2)));
        Assert.Equal(DropOutStanding.Open, (await CaseAsync(district, await EntryAsync(district, other))).Standing);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_visit_is_due_by_working_days_and_failing_ones_come_before_the_section(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var pupil = await PupilAsync(district);
        district.House.Clock.GoTo(2026, 4, 10); // a Friday
        await MoveAsync(district, pupil, new(RollAct.DropOut, new(2026, 4, 9)));
        var id = await EntryAsync(district, pupil);
        var masked = DropOutWords.Masked((await district.AskAsync($"select name from schools_pupils where {Is("id", pupil)}"))[0]);

        // Three working days after a Friday: the Wednesday.
        Assert.Equal(new DateOnly(2026, 4, 15), (await CaseAsync(district, id)).DueOn);
        Assert.Equal([$"家访{masked}（第1次）", $"补全{masked}的控辍台账"], await TodosAsync(district, "principal"));
        Assert.Equal("", await AmendAsync(district, id));
        Assert.Equal("", await VisitAsync(district, id, VisitResult.NobodyHome, new(2026, 5, 8)));
        Assert.Empty(await TodosAsync(district, "principal"));
        Assert.Empty(await TodosAsync(district, "staff-basic"));
        district.House.Clock.GoTo(2026, 5, 7);
        Assert.Equal([$"家访{masked}（第2次）"], await TodosAsync(district, "principal"));
        Assert.Equal("", await VisitAsync(district, id, VisitResult.Refused, new(2026, 5, 29)));

        Assert.Equal([$"青禾县实验小学的{masked}：需要科室出面劝返"], await TodosAsync(district, "staff-basic"));
        Assert.Empty(await TodosAsync(district, "chief-finance"));
        Assert.Equal("NotYours", await AnswerAsync(district, id, "principal"));
        Assert.Equal("", await AnswerAsync(district, id, "chief-basic"));
        Assert.Empty(await TodosAsync(district, "staff-basic"));
        // Late by more than three working days it is there again.
        district.House.Clock.GoTo(2026, 6, 3);
        Assert.Empty(await TodosAsync(district, "staff-basic"));
        district.House.Clock.GoTo(2026, 6, 4);
        Assert.Equal([$"青禾县实验小学的{masked}：需要科室出面劝返"], await TodosAsync(district, "staff-basic"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_overview_counts_what_hand_written_sql_counts(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var chance = new Random(11);
        var children = (await district.AskAsync("select e.pupil_id from schools_enrolments e where e.until is null and e.status = 'Attending' and (e.grade between 11 and 16 or e.grade between 21 and 23) order by 1")).ConvertAll(Guid.Parse);
        foreach (var (at, pupil) in children.Where((_, at) => at % 40 == 0).Index())
        {
            Assert.Equal("", await RecordAsync(district, pupil, new(2026, 3, 2 + at % 20), Facts with { Reason = (DropOutReason)(1 + chance.Next(11)) }, null));
            if (at % 3 == 1)
                Assert.Equal("", await MoveAsync(district, pupil, new(RollAct.Return, new(2026, 4, 1 + at % 10)), null));
            if (at % 7 == 2)
                Assert.Equal("", await MoveAsync(district, pupil, new(RollAct.TransferOut, new(2026, 4, 13), null, "外省"), null));
        }

        await using var scope = district.House.Enter();
        var view = await scope.ServiceProvider.GetRequiredService<FindDropOuts>().RunAsync(new(null, null, null, false), CancellationToken.None);

        // The witness goes by today's roll: who is in the ledger, on the roll and not taught is open.
        var witness = await district.AskAsync("""
            select d.school_id, d.reason, count(*) from schools_drop_outs d join schools_enrolments e on e.pupil_id = d.pupil_id and e.until is null and e.status = 'DroppedOut'
            group by d.school_id, d.reason order by 1, 2
            """);
        Assert.Equal(witness, view.Schools.SelectMany(school => school.ByReason.Select(reason => $"{Text(school.School)}|{reason.Key}|{reason.Value}")).Order(StringComparer.Ordinal));
        Assert.Equal(await district.CountAsync("select count(*) from schools_drop_outs d join schools_enrolments e on e.pupil_id = d.pupil_id and e.began = 'Returned'"), view.Returned);
        Assert.Equal(await district.CountAsync("select count(*) from ds_dropouts where until is null"), view.Lines.Count);
        Assert.Equal(await district.AskAsync("select unit_id, count(*) from ds_dropouts where since <= '2026-04-05' and (until is null or until > '2026-04-05') group by unit_id order by 1"),
            await district.AskAsync("select school_id, count(*) from schools_enrolments where status = 'DroppedOut' and since <= '2026-04-05' and (until is null or until > '2026-04-05') group by school_id order by 1"));
        Assert.True(view.Lines.Count > 5 && view.Returned > 3);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Nothing_of_the_child_is_shown_without_a_purpose_and_each_look_is_recorded(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var pupil = await PupilAsync(district);
        await RecordAsync(district, pupil, new(2026, 4, 10));
        var id = await EntryAsync(district, pupil);
        var name = (await district.AskAsync($"select name from schools_pupils where {Is("id", pupil)}"))[0];

        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        var see = principal.ServiceProvider.GetRequiredService<SeeDropOut>();
        Assert.DoesNotContain(name, (await principal.ServiceProvider.GetRequiredService<ReadDropOut>().RunAsync(id, CancellationToken.None))!.Name);
        Assert.Equal("PurposeMissing", (await see.RunAsync(id, "看", CancellationToken.None)).Refusals[0].Code);
        var shown = await see.RunAsync(id, "上门劝返前核对情况", CancellationToken.None);
        Assert.Equal((name, Facts.Detail), (shown.Value["name"], shown.Value["detail"]));
        Assert.Equal(1, await district.CountAsync($"select count(*) from platform_processes where kind = 'schools.unmask' and about like '%dropout%' and why = '上门劝返前核对情况'"));
        // The clerk keeps the ledger and does not see its words; another school sees nothing of it.
        await using var clerk = await district.House.EnterAsAsync(district.County.AccountId("school-staff"));
        Assert.Equal("NotYours", (await clerk.ServiceProvider.GetRequiredService<SeeDropOut>().RunAsync(id, "上门劝返前核对情况", CancellationToken.None)).Refusals[0].Code);
        Assert.Equal(0, await district.CountAsync("select count(*) from platform_audit_entries where changes like '%数学跟不上%'"));
    }

    [Fact]
    public async Task A_school_keeps_its_own_entries_and_no_others()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        var foreign = Guid.Parse((await district.AskAsync($"select pupil_id from schools_enrolments where {Is("school_id", district.County.UnitId("柳塘镇中心小学"))} and status = 'Attending' order by 1 limit 1"))[0]);

        Assert.Equal("NotYours", await RecordAsync(district, foreign, new(2026, 4, 10)));
        Assert.Equal("", await RecordAsync(district, foreign, new(2026, 4, 10), Facts, null));
        Assert.Equal("NotYours", await VisitAsync(district, await EntryAsync(district, foreign), VisitResult.Refused, new(2026, 5, 8)));
        var child = Guid.Parse((await district.AskAsync("select pupil_id from schools_enrolments where grade = 2 order by 1 limit 1"))[0]);
        Assert.Equal("DropOutAge", await RecordAsync(district, child, new(2026, 4, 10), Facts, null));
    }

    private static async Task<Guid> PupilAsync(GeneratedDistrict district, int at = 0) => Guid.Parse((await district.AskAsync(
        $"select pupil_id from schools_enrolments where {Is("school_id", district.County.UnitId("青禾县实验小学"))} and status = 'Attending' and until is null order by pupil_id"))[at]);

    private static async Task<string> RunAsync<THandler, T>(GeneratedDistrict district, string? account, Func<THandler, Task<Outcome<T>>> act) where THandler : notnull
    {
        await using var scope = account is null ? district.House.Enter() : await district.House.EnterAsAsync(district.County.AccountId(account));
        var outcome = await act(scope.ServiceProvider.GetRequiredService<THandler>());
        return Code(outcome);
    }

    private static Task<string> MoveAsync(GeneratedDistrict district, Guid pupil, RollMove move, string? account = "principal") =>
        RunAsync<Shuren.Schools.MovePupil.MovePupil, Done>(district, account, act => act.RunAsync(pupil, move, "数学跟不上", CancellationToken.None));

    private static Task<string> RecordAsync(GeneratedDistrict district, Guid pupil, DateOnly since, DropOutFacts? facts = null, string? account = "principal") =>
        RunAsync<RecordDropOut, Guid>(district, account, act => act.RunAsync(pupil, since, facts ?? Facts, CancellationToken.None));

    private static Task<string> AmendAsync(GeneratedDistrict district, Guid id) => RunAsync<AmendDropOut, Done>(district, "principal", act => act.RunAsync(id, Facts, CancellationToken.None));

    private static Task<string> AnswerAsync(GeneratedDistrict district, Guid id, string account) => RunAsync<AnswerEscalation, Done>(district, account, act => act.RunAsync(id, "联合镇政府和司法所上门", CancellationToken.None));

    private static Task<string> VisitAsync(GeneratedDistrict district, Guid id, VisitResult result, DateOnly next) => RunAsync<RecordVisit, Guid>(district, "principal",
        act => act.RunAsync(id, new(DateOnly.FromDateTime(district.House.Clock.GetLocalNow().DateTime), "苏若谷、葛青", result == VisitResult.NobodyHome ? "" : "奶奶", result, "约好再去", next), CancellationToken.None));

    private static async Task<Guid> EntryAsync(GeneratedDistrict district, Guid pupil) => Guid.Parse((await district.AskAsync($"select id from schools_drop_outs where {Is("pupil_id", pupil)} order by since desc limit 1"))[0]);

    private static async Task<DropOutCase> CaseAsync(GeneratedDistrict district, Guid id)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<DropOutList>().FindAsync(id, CancellationToken.None))!;
    }

    private static async Task<IReadOnlyList<string>> TodosAsync(GeneratedDistrict district, string account)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId(account));
        var source = scope.ServiceProvider.GetServices<ITodoSource>().OfType<DropOutTodos>().Single();
        return [.. (await source.ForAsync(scope.ServiceProvider.GetRequiredService<Actor>(), DateOnly.FromDateTime(district.House.Clock.GetLocalNow().DateTime), CancellationToken.None)).Select(todo => todo.Title).Order(StringComparer.Ordinal)];
    }
}
