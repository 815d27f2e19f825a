using Shuren.Kernel;
using Shuren.Schools.ImportRolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>Done when: a bureau's own workbooks go in without a programmer, the counts agree with an independent SQL script, and the roll comes out again equal.</summary>
public sealed class UglyBooksTests
{
    private static readonly (string Roll, string Name, Func<byte[]> File)[] Books =
    [
        ("schools", "学校情况.xlsx", () => UglyBooks.Schools), ("classes", "班级.csv", () => UglyBooks.Classes), ("pupils", "花名册.xlsx", () => UglyBooks.Pupils),
        ("teachers", "教师.txt", () => UglyBooks.Teachers), ("rooms", "用房.csv", () => UglyBooks.Rooms),
    ];

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task Five_ugly_files_go_in_and_what_is_wrong_in_them_is_said(TestDatabase database)
    {
        await using var world = await RollWorld.EmptyAsync(database);
        var said = new Dictionary<string, string>();

        foreach (var (roll, name, file) in Books)
            said[roll] = Said(await world.TryAsync(roll, file(), name));

        Assert.Equal("4 +4 ~0 =0 !0 ", said["schools"]);
        Assert.Equal("7 +7 ~0 =0 !0 ", said["classes"]);
        Assert.Equal("7 +5 ~0 =0 !2 6:id_number:CellDigitsLost 9:id_number:CellRepeated", said["pupils"]);
        Assert.Equal("4 +3 ~0 =0 !1 5:school:RollSchoolUnknown", said["teachers"]);
        Assert.Equal("5 +3 ~0 =0 !2 5:code:CellRepeated 7:kind:CellNotAChoice", said["rooms"]);
        await CountsAgreeAsync(world);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_rolls_come_out_again_equal(TestDatabase database)
    {
        await using var world = await RollWorld.EmptyAsync(database);
        foreach (var (roll, name, file) in Books)
            await world.TryAsync(roll, file(), name);

        foreach (var (roll, _, _) in Books)
        {
            var csv = await world.TryAsync(roll, await world.ExportAsync(roll), "x.csv");
            var workbook = await world.TryAsync(roll, await world.ExportAsync(roll, isWorkbook: true), "x.xlsx");

            Assert.True(csv.Value.Read > 0 && csv.Value.Read == csv.Value.Unchanged, $"{roll} .csv: {Said(csv)}");
            Assert.True(workbook.Value.Read == csv.Value.Read && workbook.Value.Read == workbook.Value.Unchanged, $"{roll} .xlsx: {Said(workbook)}");
        }
    }

    /// <summary>The witness: counts by hand from the five files, asked for in plain SQL.</summary>
    private static async Task CountsAgreeAsync(RollWorld world)
    {
        foreach (var (expected, sql) in ((long, string)[])
        [
            (4, "select count(*) from schools_schools"),
            (1, "select count(*) from schools_school_spans where kind = 'NineYear' and is_boarding and locality = 'Village'"),
            (1, "select count(*) from schools_school_spans where ownership = 'Inclusive'"),
            (5, "select count(*) from schools_school_parts"),
            (1, "select count(*) from schools_schools where opened_on = '1978-09-01'"),
            (3, "select count(*) from schools_classes where grade = 13 and number in (1, 2, 3) and school_id in (select school_id from schools_classes group by school_id having count(*) = 3)"),
            (1, "select count(*) from schools_classes where grade = 22 and number = 11"),
            (5, "select count(*) from schools_pupils"),
            (5, "select count(*) from schools_enrolments e join schools_classes c on c.id = e.class_id and c.grade = e.grade and c.school_id = e.school_id where e.until is null"),
            (2, "select count(*) from schools_enrolments where residence = 'Migrant'"),
            (3, "select count(*) from schools_enrolments where is_boarder"),
            (2, "select count(*) from schools_pupils where born_on = '2017-03-05'"),
            (1, "select count(*) from schools_pupils where phone = '13800000003'"),
            (3, "select count(*) from schools_teachers t join schools_teacher_posts p on p.teacher_id = t.id join schools_teacher_standings s on s.teacher_id = t.id"),
            (1, "select count(*) from schools_teacher_standings where degree = 'Master' and title = 'Senior' and backbone = 'City'"),
            (1, "select count(*) from schools_teacher_posts where not is_established and subject = '3'"),
            (1, "select count(*) from schools_teachers where working_since = '2002-08-01'"),
            (125425, "select sum(area) from schools_rooms"),
            (2, "select count(*) from schools_rooms where is_multimedia"),
        ])
            Assert.Equal((sql, expected), (sql, await world.CountAsync(sql)));
    }

    private static string Said(Outcome<ImportResult> outcome) => outcome.Succeeded ? $"{RollWorld.Outcomes(outcome.Value)} {RollWorld.Problems(outcome.Value)}" : outcome.Refusals[0].ToString();
}
