using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Todos;
using Shuren.Schools.HandOverPupils;
using Shuren.Schools.Promote;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.HandOverPupils;

/// <summary>The hand-over as people do it.</summary>
public class HandOverTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_whole_leaving_grade_is_handed_over_confirmed_and_finished(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var (primary, junior) = (district.County.UnitId("青禾县实验小学"), (await district.JuniorsAsync())[0]);
        var children = await district.LeavingAsync(primary);
        var id = await district.OpenAsync(primary, junior);

        Assert.Equal("HandOverStillOpen", await district.CloseAsync(id));
        Assert.Equal($"{children.Count}", await district.ActAsync(id, new(HandOverAct.Send, children, null, ""), "school-staff"));
        Assert.Equal("HandOverEarly", await district.ActAsync(id, new(HandOverAct.Confirm, children, junior, "")));
        district.House.Clock.GoTo(2026, 9, 4);
        await PromoteAsync(district);
        Assert.Equal($"{children.Count}", await district.ActAsync(id, new(HandOverAct.Confirm, children, junior, "")));
        Assert.Equal("HandOverNobody", await district.ActAsync(id, new(HandOverAct.Confirm, children, junior, "")));
        Assert.Equal("", await district.CloseAsync(id));

        Assert.Equal(children.Count, await district.CountAsync($"""
            select count(*) from schools_enrolments old join schools_enrolments new on new.pupil_id = old.pupil_id and new.since = old.until
            where {Is("old.school_id", primary)} and old.grade = 16 and old.ended = 'Graduated' and old.until = '2026-09-01'
              and {Is("new.school_id", junior)} and new.grade = 21 and new.school_year = 2026 and new.began = 'Admitted' and new.status = 'Attending' and new.until is null
            """));
        Assert.Equal(children.Count, await district.CountAsync("select count(*) from platform_audit_entries e join platform_processes p on p.id = e.process_id where p.kind = 'schools.confirm-children' and e.subject like '%handoverword%'"));
        // The day before still says where each was.
        Assert.Equal(children.Count, await district.CountAsync($"select count(*) from ds_pupils where since <= '2026-08-31' and until > '2026-08-31' and grade = 16 and {Is("unit_id", primary)}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Each_side_acts_for_its_own_and_the_other_waits(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var (own, other) = (district.County.UnitId("青禾县实验小学"), district.County.UnitId("柳塘镇中心小学"));
        var junior = (await district.JuniorsAsync())[0];
        var (ours, theirs) = (await district.OpenAsync(own, junior), await district.OpenAsync(other, junior));
        var (mine, foreign) = (await district.LeavingAsync(own), await district.LeavingAsync(other));

        Assert.Equal("NotYours", await district.ActAsync(theirs, new(HandOverAct.Send, foreign, null, ""), "principal"));
        Assert.Equal($"{mine.Count}", await district.ActAsync(ours, new(HandOverAct.Send, mine, null, ""), "principal"));
        district.House.Clock.GoTo(2026, 9, 2);
        Assert.Equal("NotYours", await district.ActAsync(ours, new(HandOverAct.Confirm, mine, junior, ""), "principal"));
        Assert.Equal("NotYours", await district.ActAsync(theirs, new(HandOverAct.OutOfDistrict, foreign, null, "邻县"), "principal"));
        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        Assert.Null(await principal.ServiceProvider.GetRequiredService<ReadHandOver>().RunAsync(theirs, null, CancellationToken.None));
        Assert.Null(await principal.ServiceProvider.GetRequiredService<ReadHandOver>().RunAsync(ours, junior, CancellationToken.None));
        var view = await principal.ServiceProvider.GetRequiredService<FindHandOvers>().RunAsync(null, CancellationToken.None);
        Assert.Equal([ours], view.Out.Select(row => row.HandOver.Id));
        Assert.Empty(view.In);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_did_not_arrive_is_back_with_the_sender_and_can_be_sent_elsewhere_or_confirmed_after_all(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var (primary, juniors) = (district.County.UnitId("青禾县实验小学"), await district.JuniorsAsync());
        var children = await district.LeavingAsync(primary);
        var id = await district.OpenAsync(primary, juniors[0]);
        await district.ActAsync(id, new(HandOverAct.Send, children, null, ""));
        district.House.Clock.GoTo(2026, 9, 3);

        Assert.Equal("HandOverWhy", await district.ActAsync(id, new(HandOverAct.NotArrived, [children[0], children[1]], juniors[0], " ")));
        Assert.Equal("2", await district.ActAsync(id, new(HandOverAct.NotArrived, [children[0], children[1]], juniors[0], "电话没有人接")));
        Assert.Equal(2, await district.CountAsync($"select count(*) from schools_enrolments where until is null and grade = 16 and upper(cast(pupil_id as text)) in ('{Text(children[0])}', '{Text(children[1])}')"));
        Assert.Equal("1", await district.ActAsync(id, new(HandOverAct.Name, [children[0]], juniors[1], "")));
        Assert.Equal("HandOverNobody", await district.ActAsync(id, new(HandOverAct.Confirm, [children[0]], juniors[0], "")));
        Assert.Equal("1", await district.ActAsync(id, new(HandOverAct.Confirm, [children[0]], juniors[1], "")));
        Assert.Equal("1", await district.ActAsync(id, new(HandOverAct.Confirm, [children[1]], juniors[0], "")));
        Assert.Equal("1", await district.ActAsync(id, new(HandOverAct.TakeBack, [children[1]], juniors[0], "点错了人")));
        Assert.Equal("1", await district.ActAsync(id, new(HandOverAct.Repeat, [children[1]], null, "因病休学一年")));

        // The zone's school and another one are told apart by how the children came in.
        Assert.Equal(["Allocated|21"], await district.AskAsync($"select entry, grade from schools_enrolments where until is null and {Is("pupil_id", children[0])}"));
        Assert.Equal(["16|2026|Repeated"], await district.AskAsync($"select grade, school_year, began from schools_enrolments where until is null and {Is("pupil_id", children[1])}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_nine_year_school_hands_over_to_itself_and_its_classes_stay_together(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var school = district.County.UnitId("滨河实验学校");
        var children = await district.LeavingAsync(school);
        var id = await district.OpenAsync(school);
        district.House.Clock.GoTo(2026, 9, 2);
        await PromoteAsync(district);
        await district.ActAsync(id, new(HandOverAct.Send, children, null, ""));

        Assert.Equal($"{children.Count}", await district.ActAsync(id, new(HandOverAct.Confirm, children, school, "")));

        Assert.Equal(children.Count, await district.CountAsync($"""
            select count(*) from schools_enrolments n join schools_enrolments o on o.pupil_id = n.pupil_id and o.until = n.since join schools_classes c on c.id = n.class_id
            where n.until is null and n.grade = 21 and o.grade = 16 and c.came_from_id = o.class_id and {Is("n.school_id", school)}
            """));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_five_year_school_hands_over_its_fifth_grade(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var primary = district.County.UnitId("青禾县实验小学");
        await district.AskAsync($"update schools_school_parts set years = 5 where stage = 'Primary' and {Is("school_id", primary)}");
        var leaving = await district.CountAsync($"select count(*) from schools_enrolments where until is null and grade in (15, 16) and {Is("school_id", primary)}");

        var id = await district.OpenAsync(primary, (await district.JuniorsAsync())[0]);
        district.House.Clock.GoTo(2026, 9, 2);
        await PromoteAsync(district);

        Assert.Equal(leaving, (await district.ChildrenAsync([id]))[id].Count);
        Assert.Equal(0, await district.CountAsync($"select count(*) from schools_enrolments where grade in (15, 16) and school_year = 2025 and until is not null and ended <> 'Changed' and {Is("school_id", primary)}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_waits_stands_in_the_to_do_of_the_side_that_has_to_act(TestDatabase database)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var (primary, junior) = (district.County.UnitId("青禾县实验小学"), (await district.JuniorsAsync())[0]);
        var children = await district.LeavingAsync(primary);
        Guid id;
        await using (var section = await district.House.EnterAsAsync(district.County.AccountId("staff-basic")))
            id = (await section.ServiceProvider.GetRequiredService<OpenHandOver>().RunAsync(primary, junior, null, CancellationToken.None)).Value;

        Assert.Equal([$"把{children.Count}名毕业生送到初中"], await TodosAsync(district, "principal"));
        Assert.Empty(await TodosAsync(district, "staff-basic"));
        await district.ActAsync(id, new(HandOverAct.Send, children, null, ""));
        Assert.Empty(await TodosAsync(district, "principal"));
        district.House.Clock.GoTo(2026, 9, 20);
        await district.ActAsync(id, new(HandOverAct.NotArrived, [children[0]], junior, "没有报到"));
        Assert.Equal(["查清1名未到初中的学生"], await TodosAsync(district, "principal"));
        Assert.Equal([$"青禾县实验小学的毕业班移交逾期，{children.Count}人未落实"], await TodosAsync(district, "staff-basic"));
        await district.ActAsync(id, new(HandOverAct.Confirm, children, junior, ""));
        Assert.Equal([$"{children.Count}名毕业生都有着落，请办结移交"], await TodosAsync(district, "principal"));
        await district.CloseAsync(id);
        Assert.Empty(await TodosAsync(district, "principal"));
    }

    [Fact]
    public async Task The_receiving_school_finds_its_children_in_its_to_do()
    {
        await using var district = await HandOverWorld.InJuneAsync(TestDatabase.Sqlite);
        // The principal's school is through-train here: both sides are one.
        var school = district.County.UnitId("青禾县实验小学");
        await district.AskAsync($"insert into schools_school_parts (id, school_id, stage, since) select '{Text(Guid.CreateVersion7())}', id, 'Junior', '2020-09-01' from schools_schools where {Is("id", school)}");
        var children = await district.LeavingAsync(school);
        var id = await district.OpenAsync(school);
        await district.ActAsync(id, new(HandOverAct.Send, children, null, ""));

        Assert.Empty(await TodosAsync(district, "principal"));
        district.House.Clock.GoTo(2026, 9, 1);
        Assert.Equal([$"确认青禾县实验小学送来的{children.Count}名学生"], await TodosAsync(district, "principal"));
    }

    [Fact]
    public async Task Two_who_confirm_the_same_child_at_once_do_not_double_it()
    {
        await using var district = await HandOverWorld.InJuneAsync(TestDatabase.PostgreSql);
        var (primary, junior) = (district.County.UnitId("青禾县实验小学"), (await district.JuniorsAsync())[0]);
        var children = await district.LeavingAsync(primary);
        var id = await district.OpenAsync(primary, junior);
        await district.ActAsync(id, new(HandOverAct.Send, children, null, ""));
        district.House.Clock.GoTo(2026, 9, 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async at =>
        {
            try
            {
                return await district.ActAsync(id, at % 2 == 0 ? new(HandOverAct.Confirm, children, junior, "") : new(HandOverAct.OutOfDistrict, children, null, "邻县第三中学"));
            }
            catch (DbUpdateException told)
            {
                return told.GetType().Name;
            }
        }));

        Assert.Single(answers, answer => answer == $"{children.Count}");
        Assert.Equal(0, await district.CountAsync("select count(*) from (select pupil_id from schools_enrolments where until is null group by pupil_id having count(*) > 1) twice"));
        Assert.Equal(children.Count, await district.CountAsync("select count(*) from schools_hand_over_words where kind in ('Confirmed', 'OutOfDistrict')"));
    }

    [Fact]
    public async Task Who_transfers_in_after_the_closing_opens_it_again()
    {
        await using var district = await HandOverWorld.InJuneAsync(TestDatabase.Sqlite);
        var senders = await district.SendersAsync();
        var (first, second, junior) = (await district.OpenAsync(senders[0], (await district.JuniorsAsync())[0]), await district.OpenAsync(senders[1], (await district.JuniorsAsync())[0]), (await district.JuniorsAsync())[0]);
        var (children, others) = (await district.LeavingAsync(senders[0]), await district.LeavingAsync(senders[1]));
        district.House.Clock.GoTo(2026, 9, 2);
        await district.ActAsync(first, new(HandOverAct.OutOfDistrict, children, null, "邻县第三中学"));
        Assert.Equal("", await district.CloseAsync(first));

        await using (var scope = district.House.Enter())
            Assert.True((await scope.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>().RunAsync(others[0], new(Shuren.Schools.MovePupil.RollAct.Transfer, new(2026, 9, 2), senders[0]), "随父母迁居", CancellationToken.None)).Succeeded);

        var found = await district.ChildrenAsync([first, second]);
        Assert.Equal([others[0]], found[first].Where(child => child.IsOpen).Select(child => child.PupilId));
        Assert.Equal(others.Count - 1, found[second].Count(child => child.IsOpen));
        await using var looking = district.House.Enter();
        Assert.Null((await looking.ServiceProvider.GetRequiredService<ReadHandOver>().RunAsync(first, null, CancellationToken.None))!.Closure);
        district.House.Clock.GoTo(2026, 9, 3);
        Assert.Equal("1", await district.ActAsync(first, new(HandOverAct.Send, [others[0]], null, "")));
        Assert.Equal("1", await district.ActAsync(first, new(HandOverAct.Confirm, [others[0]], junior, "")));
    }

    private static async Task PromoteAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        Assert.True((await scope.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None)).Succeeded);
    }

    // Titles of the hand-over's to-dos alone.
    private static async Task<IReadOnlyList<string>> TodosAsync(GeneratedDistrict district, string account)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId(account));
        var today = DateOnly.FromDateTime(district.House.Clock.GetLocalNow().DateTime);
        return [.. (await scope.ServiceProvider.GetServices<ITodoSource>().OfType<HandOverTodos>().Single().ForAsync(scope.ServiceProvider.GetRequiredService<Shuren.Platform.Rights.Actor>(), today, CancellationToken.None)).Select(todo => todo.Title)];
    }
}
