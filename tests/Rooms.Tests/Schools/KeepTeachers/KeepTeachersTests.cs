using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Kernel.Identifiers;
using Shuren.Rooms.Tests.Schools.ImportRolls;
using Shuren.Schools.KeepTeachers;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepTeachers;

/// <summary>Teachers by hand: nobody twice, a mistake apart from a change, rotations there and back.</summary>
public class KeepTeachersTests
{
    private static readonly PostDraft Teaches = new(StaffCategory.Teacher, true, Stage.Primary, "2");
    private static readonly StandingDraft Bachelor = new(Degree.Bachelor, TeacherTitle.Second, BackboneLevel.None, "");

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task A_teacher_is_entered_once_and_never_on_two_staffs(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);

        var added = await AddAsync(world, Of(1));

        Assert.Equal(["Appointed|2026-04-15||Teacher|1|Primary|2"], await world.AskAsync($"select began, since, until, category, is_established, stage, subject from schools_teacher_posts where {Is("teacher_id", added.Value)}"));
        Assert.Equal(["Bachelor|Second|None||2026-04-15"], await world.AskAsync($"select degree, title, backbone, backbone_name, since from schools_teacher_standings where {Is("teacher_id", added.Value)}"));
        Assert.Equal("TeacherOnStaff", Code(await AddAsync(world, Of(1))));
        Assert.Equal("TeacherTwin", Code(await AddAsync(world, Of(1) with { IdNumber = null, StaffNumber = "" })));
        Assert.Equal("TeacherBorn", Code(await AddAsync(world, Of(2) with { BornOn = new(2015, 1, 1), IdNumber = null })));
        Assert.Equal("PupilIdNumber", Code(await AddAsync(world, Of(2) with { IdNumber = "999999198803050019" })));
        Assert.Equal("TeacherMonth", Code(await AddAsync(world, Of(2) with { WorkingSince = new(1999, 1, 1) })));
        Assert.Equal("TeacherStage", Code(await AddAsync(world, Of(2), Teaches with { Stage = Stage.Senior })));
        Assert.Equal("TeacherStage", Code(await AddAsync(world, Of(2), Teaches with { Stage = null })));
        Assert.Equal("TeacherSubject", Code(await AddAsync(world, Of(2), Teaches with { Subject = "999" })));
        Assert.Equal("TeacherSince", Code(await AddAsync(world, Of(2), since: new(2026, 4, 16))));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.add-teacher'"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mended_name_keeps_the_number_that_nobody_typed_and_a_foreign_school_reaches_nobody(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var id = (await AddAsync(world, Of(1))).Value;
        var other = Guid.Parse((await world.AskAsync($"select teacher_id from schools_teacher_posts where until is null and not {Is("school_id", School(world))} order by teacher_id limit 1"))[0]);

        Assert.Equal("", await EditAsync(world, id, Of(1) with { Name = "范晓山", IdNumber = null, Phone = "0999-1234567" }, 0));
        Assert.Equal("EditedMeanwhile", await EditAsync(world, id, Of(1), 0));
        Assert.Equal("PupilBornDiffers", await EditAsync(world, id, Of(1) with { IdNumber = null, BornOn = new(1988, 3, 6) }, null));
        Assert.Equal("TeacherUnknown", await EditAsync(world, other, Of(3), null));

        Assert.Equal([$"范晓山|fxs|{Number(1)}|0999-1234567"], await world.AskAsync($"select name, initials, id_number, phone from schools_teachers where {Is("id", id)}"));
        Assert.DoesNotContain(Number(1), string.Concat(await world.AskAsync("select changes from platform_audit_entries")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_from_a_day_begins_a_row_and_a_mistake_is_mended_in_its_place(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var id = (await AddAsync(world, Of(1), since: new(2020, 9, 1))).Value;

        Assert.Equal("PlaceDay", await ActAsync<ChangePost>(world, "principal", act => act.RunAsync(id, Teaches with { Subject = "3" }, new(2020, 9, 1), default)));
        Assert.Equal("", await ActAsync<ChangePost>(world, "principal", act => act.RunAsync(id, Teaches with { Subject = "3" }, new(2026, 3, 2), default)));
        Assert.Equal("", await ActAsync<ChangePost>(world, "principal", act => act.RunAsync(id, Teaches with { Subject = "3", IsEstablished = false }, null, default)));
        Assert.Equal("", await ActAsync<ChangePost>(world, "principal", act => act.RunAsync(id, Teaches with { Subject = "3", IsEstablished = false }, null, default)));
        Assert.Equal("", await ActAsync<ChangeStanding>(world, "principal", act => act.RunAsync(id, Bachelor with { Title = TeacherTitle.First }, new(2023, 12, 1), default)));
        Assert.Equal("", await ActAsync<ChangeStanding>(world, "principal", act => act.RunAsync(id, Bachelor with { Title = TeacherTitle.First, Backbone = BackboneLevel.County, BackboneName = "学科带头人" }, null, default)));

        Assert.Equal(["2|1|2020-09-01|2026-03-02|Changed", "3|0|2026-03-02||"], await world.AskAsync($"select subject, is_established, since, until, ended from schools_teacher_posts where {Is("teacher_id", id)} order by since"));
        Assert.Equal(["Second|2020-09-01|2023-12-01|", "First|2023-12-01||学科带头人"], await world.AskAsync($"select title, since, until, backbone_name from schools_teacher_standings where {Is("teacher_id", id)} order by since"));
        // What changed nothing left no act behind.
        Assert.Equal(["schools.change-post|1", "schools.change-standing|1", "schools.mend-post|1", "schools.mend-standing|1"],
            await world.AskAsync("select kind, count(*) from platform_processes where kind like 'schools.%-post' or kind like 'schools.%-standing' group by kind order by kind"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_rotates_has_two_posts_comes_back_and_is_counted_at_home_again(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var (id, to) = ((await AddAsync(world, Of(1), since: new(2020, 9, 1))).Value, world.County.UnitId("柳塘镇中心小学"));

        Assert.Equal("NotYours", await MoveAsync(world, "principal", id, new(TeacherAct.Rotate, new(2026, 2, 1), to)));
        Assert.Equal("TeacherIsNotAway", await MoveAsync(world, "chief-basic", id, new(TeacherAct.ComeBack, new(2026, 2, 1), null)));
        Assert.Equal("TeacherMoveSchool", await MoveAsync(world, "chief-basic", id, new(TeacherAct.Rotate, new(2026, 2, 1), School(world))));
        Assert.Equal("TeacherMoveDay", await MoveAsync(world, "chief-basic", id, new(TeacherAct.Rotate, new(2026, 4, 16), to)));
        Assert.Equal("MoveWhy", await MoveAsync(world, "chief-basic", id, new(TeacherAct.Rotate, new(2026, 2, 1), to), " "));
        Assert.Equal("", await MoveAsync(world, "chief-basic", id, new(TeacherAct.Rotate, new(2026, 2, 1), to)));
        Assert.Equal("TeacherIsAway", await MoveAsync(world, "chief-basic", id, new(TeacherAct.Second, new(2026, 3, 1), to)));
        Assert.Equal(2, await world.CountAsync($"select count(*) from ds_teachers where {Is("teacher_id", id)} and until is null"));
        Assert.Equal("", await MoveAsync(world, "principal", id, new(TeacherAct.ComeBack, new(2026, 4, 1), null)));

        Assert.Equal(["Appointed|2020-09-01||", "Rotated|2026-02-01|2026-04-01|Rotated"], await world.AskAsync($"select began, since, until, ended from schools_teacher_posts where {Is("teacher_id", id)} order by since"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_transfer_ends_the_post_and_the_leaders_term_and_who_retired_can_be_entered_again(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var leader = Guid.Parse((await world.AskAsync($"select teacher_id from schools_leader_terms where {Is("school_id", School(world))} and until is null limit 1"))[0]);
        var (id, to) = ((await AddAsync(world, Of(1), since: new(2020, 9, 1))).Value, world.County.UnitId("柳塘镇中心小学"));

        Assert.Equal("", await MoveAsync(world, "chief-basic", leader, new(TeacherAct.Transfer, new(2026, 4, 1), to)));
        Assert.Equal("", await MoveAsync(world, "principal", id, new(TeacherAct.Leave, new(2026, 4, 1), null)));
        Assert.Equal("TeacherNotOnStaff", await MoveAsync(world, "principal", id, new(TeacherAct.Retire, new(2026, 4, 2), null)));
        Assert.Equal("TeacherSince", Code(await AddAsync(world, Of(1), since: new(2026, 3, 31))));
        Assert.Equal(id, (await AddAsync(world, Of(1), since: new(2026, 4, 10))).Value);

        Assert.Equal(0, await world.CountAsync($"select count(*) from schools_leader_terms where {Is("teacher_id", leader)} and until is null"));
        Assert.Equal([$"Transferred|2026-04-01|{Text(to)}"], await world.AskAsync($"select began, since, school_id from schools_teacher_posts where {Is("teacher_id", leader)} and until is null"));
        Assert.Equal(["Appointed|2026-04-01|Left", "Transferred||"], await world.AskAsync($"select began, until, ended from schools_teacher_posts where {Is("teacher_id", id)} order by since"));
    }

    private static Guid School(GeneratedDistrict world) => world.County.UnitId("青禾县实验小学");

    private static string Number(int index) => RollWorld.IdOf(index, "19880305");

    private static TeacherDraft Of(int index) => new($"范小山{index}"[..(index == 1 ? 3 : 4)], CitizenNumber.IsMale(Number(index))!.Value ? Sex.Male : Sex.Female, new(1988, 3, 5)) { IdNumber = Number(index), StaffNumber = $"T{index:00000}" };

    private static async Task<Outcome<Guid>> AddAsync(GeneratedDistrict world, TeacherDraft who, PostDraft? post = null, DateOnly? since = null)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return await scope.ServiceProvider.GetRequiredService<AddTeacher>().RunAsync(School(world), who, post ?? Teaches, Bachelor, since, CancellationToken.None);
    }

    private static Task<string> EditAsync(GeneratedDistrict world, Guid id, TeacherDraft who, long? seen) => ActAsync<EditTeacher>(world, "principal", act => act.RunAsync(id, who, seen, default));

    private static Task<string> MoveAsync(GeneratedDistrict world, string who, Guid id, TeacherMove move, string why = "局文件〔2026〕3号") => ActAsync<MoveTeacher>(world, who, act => act.RunAsync(id, move, why, default));

    private static async Task<string> ActAsync<T>(GeneratedDistrict world, string who, Func<T, Task<Outcome<Done>>> act) where T : notnull
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(who));
        return Code(await act(scope.ServiceProvider.GetRequiredService<T>()));
    }
}
