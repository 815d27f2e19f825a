using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Schools;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

public sealed class ImportPupilsTests
{
    private const string Head = "学校名称,姓名,身份证号,年级,班级,户籍类别\n";

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task Pupils_go_in_with_their_class_and_the_whole_import_stands_in_the_audit(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);

        var result = await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,本地\n青禾县第一初级中学,李小红,{RollWorld.IdOf(2)},七年级,1,是\n");

        Assert.Equal("2 +2 ~0 =0 !0", RollWorld.Outcomes(result));
        Assert.Equal(2, await world.CountAsync("select count(*) from schools_pupils p join schools_enrolments e on e.pupil_id = p.id join schools_classes c on c.id = e.class_id where e.until is null and e.since = '2026-09-01' and p.born_on = '2017-03-05'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments where residence = 'Migrant' and grade = 21"));
        await using var scope = world.House.Enter();
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None)).Ok);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_file_again_changes_nothing(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var csv = Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,本地\n";
        await world.ImportAsync("pupils", csv);

        var again = await world.ImportAsync("pupils", csv);

        Assert.Equal("1 +0 ~0 =1 !0", RollWorld.Outcomes(again));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_of_class_ends_the_old_row_and_begins_the_next_so_that_a_past_day_can_be_asked_for(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,\n青禾县实验小学,赵小军,{RollWorld.IdOf(3)},三年级,1班,\n");

        var result = await world.ImportAsync("pupils", Head + $"青禾县实验小学,王晓明,{RollWorld.IdOf(1)},三年级,2班,\n青禾县实验小学,赵小军,{RollWorld.IdOf(3)},三年级,1班,\n");

        Assert.Equal("2 +0 ~1 =1 !0", RollWorld.Outcomes(result));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments where until = '2026-10-12' and ended = 'Changed'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments e join schools_classes c on c.id = e.class_id where e.since = '2026-10-12' and e.until is null and e.began = 'Changed' and c.number = 2"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_pupils where name = '王晓明' and initials = 'wxm' and version = 1"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Before_the_promotion_a_row_of_last_years_grade_stays_one_of_last_year(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,本地\n青禾县实验小学,赵小军,{RollWorld.IdOf(3)},三年级,1班,本地\n");
        world.House.Clock.GoTo(2027, 9, 3);

        await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,,随迁子女\n青禾县实验小学,赵小军,{RollWorld.IdOf(3)},四年级,,本地\n");

        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments where until is null and residence = 'Migrant' and grade = 13 and school_year = 2026 and class_id is not null and since = '2027-09-03'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments where until is null and residence = 'Local' and grade = 14 and school_year = 2027"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_dry_run_writes_nothing_and_says_the_same(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var csv = Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,\n青禾县实验小学,坏行,123,三年级,1班,\n";

        var looked = await world.ImportAsync("pupils", csv, dry: true);

        Assert.Equal("2 +1 ~0 =0 !1", RollWorld.Outcomes(looked));
        Assert.Equal(0, await world.CountAsync("select count(*) from schools_pupils"));
        Assert.Equal(RollWorld.Outcomes(looked), RollWorld.Outcomes(await world.ImportAsync("pupils", csv)));
    }

    [Fact]
    public async Task Each_wrong_row_says_where_and_what_and_how_to_mend_it_and_the_others_go_in()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);
        var wrong = RollWorld.IdOf(5)[..17] + (RollWorld.IdOf(5)[17] == '1' ? '2' : '1');

        var result = await world.ImportAsync("pupils", Head + string.Join('\n',
            $"青禾县实验小学,好学生,{RollWorld.IdOf(1)},三年级,1班,",
            $"青禾县实验小学,再一次,{RollWorld.IdOf(1)},三年级,1班,",
            $"青禾县实验小学,校验错,{wrong},三年级,1班,",
            "青禾县实验小学,丢尾数,9.99999E+17,三年级,1班,",
            $"没有的小学,无校,{RollWorld.IdOf(7)},三年级,1班,",
            $"青禾县实验小学,无班,{RollWorld.IdOf(8)},三年级,9班,",
            $"青禾县实验小学,无年级,{RollWorld.IdOf(9)},十三年级,1班,",
            $"青禾县实验小学,,{RollWorld.IdOf(11)},三年级,1班,",
            "青禾县实验小学,无号,,三年级,1班,"));

        Assert.Equal("9 +2 ~0 =0 !7", RollWorld.Outcomes(result));
        Assert.Equal((1, "id_number"), (result.Warned, Assert.Single(result.Problems, problem => problem.IsWarning).Column));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_pupils where name = '校验错' and born_on = '2017-03-05'"));
        Assert.Equal("3:id_number:CellRepeated 4:id_number:RollIdCheckDigit 5:id_number:CellDigitsLost 5:sex:CellEmpty 5:born_on:CellEmpty 6:school:RollSchoolUnknown 7:class:RollClassUnknown 8:grade:CellNotAChoice 9:name:CellEmpty 10:sex:CellEmpty 10:born_on:CellEmpty",
            RollWorld.Problems(result));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_is_taken_back_as_a_whole(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,\n");
        var second = await world.ImportAsync("pupils", Head + $"青禾县实验小学,王晓明,{RollWorld.IdOf(1)},三年级,2班,\n青禾县实验小学,赵小军,{RollWorld.IdOf(3)},四年级,1班,\n");

        var undone = await world.UndoAsync(second.Import!.Value);

        Assert.True(undone.Succeeded, undone.Succeeded ? "" : undone.Refusals[0].Code);
        Assert.Equal(1, await world.CountAsync($"select count(*) from schools_pupils where name = '王小明' and id_number = '{RollWorld.IdOf(1)}'"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_pupils"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments e join schools_classes c on c.id = e.class_id where e.until is null and c.number = 1 and c.grade = 13"));
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_enrolments"));
        Assert.Equal("ImportUndone", (await world.UndoAsync(second.Import!.Value)).Refusals[0].Code);
        await using var scope = world.House.Enter();
        Assert.Empty(await AuditRebuild.DifferencesAsync(scope.ServiceProvider));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_on_which_later_changes_stand_is_not_taken_back(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var first = await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,\n");
        await world.ImportAsync("pupils", Head + $"青禾县实验小学,王晓明,{RollWorld.IdOf(1)},三年级,1班,\n");

        var undone = await world.UndoAsync(first.Import!.Value);

        Assert.Equal("ImportBuiltUpon", undone.Refusals[0].Code);
        Assert.Equal(1, await world.CountAsync("select count(*) from schools_pupils where name = '王晓明'"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Rows_that_somebody_hung_on_it_keep_an_import_from_being_taken_back(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var first = await world.ImportAsync("pupils", Head + $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,1班,\n");
        await using (var scope = world.House.Enter())
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.guardian");
            var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
            var pupil = await db.Pupils.SingleAsync();
            scope.ServiceProvider.GetRequiredService<ShurenDb>().Add(new Shuren.Schools.Model.Guardian { PupilId = pupil.Id, Name = "王大明", Relation = Shuren.Schools.Model.GuardianRelation.Father });
            await db.SaveAsync(CancellationToken.None);
        }

        Assert.Equal("ImportBuiltUpon", (await world.UndoAsync(first.Import!.Value)).Refusals[0].Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_exported_changes_nothing_when_it_comes_back(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        await world.ImportAsync("pupils", "学校,姓名,身份证号,学籍号,年级,班级,是否住宿,民族,政治面貌,家庭住址,入学方式\n" +
            $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},G{RollWorld.IdOf(1)},三年级,1班,是,汉,群众,=1+1,就近\n青禾县第一初级中学,李小红,{RollWorld.IdOf(2)},,初一,,否,回族,团员,\"一村,二组\",\n");

        foreach (var roll in new[] { "schools", "classes", "pupils" })
        {
            var csv = await world.TryAsync(roll, await world.ExportAsync(roll), "x.csv");
            var xlsx = await world.TryAsync(roll, await world.ExportAsync(roll, isWorkbook: true), "x.xlsx");

            Assert.Equal((roll, "", csv.Value.Read), (roll, RollWorld.Problems(csv.Value), csv.Value.Unchanged));
            Assert.Equal((roll, "", xlsx.Value.Read), (roll, RollWorld.Problems(xlsx.Value), xlsx.Value.Unchanged));
            Assert.True(csv.Value.Read > 0 && csv.Value.Read == xlsx.Value.Read);
        }
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_take_for_a_formula_goes_out_guarded()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);
        await world.ImportAsync("pupils", $"学校,姓名,身份证号,年级,家庭住址\n青禾县实验小学,王小明,{RollWorld.IdOf(1)},三年级,=HYPERLINK(1)\n");

        var csv = System.Text.Encoding.UTF8.GetString(await world.ExportAsync("pupils"));

        Assert.DoesNotContain(",=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", csv, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_section_brings_the_rolls_of_every_school_and_a_school_its_own(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        const string Rooms = "学校名称,房间号,用房类型\n青禾县实验小学,301,普通教室\n青禾县第一初级中学,301,普通教室\n";

        var byPrincipal = await world.ImportAsync("rooms", Rooms, by: "principal");
        var bySection = await world.ImportAsync("rooms", Rooms, by: "staff-basic");
        var founded = await world.ImportAsync("schools", "学校名称,学校办学类型,城乡分类\n青禾县新河小学,小学,主城区\n", by: "staff-basic");

        Assert.Equal("2 +1 ~0 =0 !1", RollWorld.Outcomes(byPrincipal));
        Assert.Equal("3:school:RollSchoolNotYours", RollWorld.Problems(byPrincipal));
        Assert.Equal("2 +1 ~0 =1 !0", RollWorld.Outcomes(bySection));
        // New schools are for who manages all of them.
        Assert.Equal("2:name:RollSchoolNotYours", RollWorld.Problems(founded));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_namesake_of_who_brought_an_import_cannot_take_it_back(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        var import = (await world.ImportAsync("rooms", "学校名称,房间号,用房类型\n青禾县实验小学,301,普通教室\n", by: "principal")).Import!.Value;
        await world.NameAlikeAsync("principal", "school-staff");

        Assert.Equal("NotYours", Assert.Single((await world.UndoAsync(import, by: "school-staff")).Refusals).Code);
        Assert.Empty(await world.HistoryAsync(by: "school-staff"));
        Assert.Equal(import, Assert.Single(await world.HistoryAsync(by: "principal")).Import.Id);
        Assert.True((await world.UndoAsync(import, by: "principal")).Succeeded);
    }
}
