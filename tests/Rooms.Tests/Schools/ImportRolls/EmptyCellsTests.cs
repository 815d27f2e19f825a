using Shuren.Documents.Streaming;
using Shuren.Schools.Rolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>An empty cell says nothing; a word takes away what stands.</summary>
public sealed class EmptyCellsTests
{
    /// <summary>A row that fills every column which can be cleared, under the heads by which the roll knows it.</summary>
    private static readonly (string Roll, string Key, string Heads, string Row)[] Full =
    [
        ("schools", "name,kind", "credit_code,division,address,post_code,phone,latitude,longitude,planned_in", "12999999400000000X,999999,一路1号,999999,0999-1234567,33.5,114.2,2020"),
        ("rooms", "school,code,kind", "name", "音乐角"),
        ("pupils", "school,id_number,name,grade", "former_name,school_number,overseas,political,health,household_division,household_kind,birth_division,native_place,address,phone,ethnicity",
            "王二,S1,非港澳台侨外,群众,健康或良好,999999,农业,999999,某县,一村,13800000001,汉族"),
        ("teachers", "school,id_number,name", "staff_number,stage,subject,backbone_name,ethnicity,political,phone,working_since,teaching_since", "T9,小学,语文,带头人,汉族,群众,13800000002,2008-08-01,2009-08-01"),
    ];

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["schools"] = "青禾县实验小学,小学", ["rooms"] = "青禾县实验小学,R1,普通教室", ["pupils"] = $"青禾县实验小学,{RollWorld.IdOf(21)},王小明,三年级", ["teachers"] = $"青禾县实验小学,{RollWorld.IdOf(22, "19850101")},郑老师",
    };

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Fact]
    public void Every_column_that_can_be_cleared_is_tried_here()
    {
        foreach (var (roll, _, heads, _) in Full)
            Assert.Equal(RollBook.All.Single(sheet => sheet.Name == roll).Columns.Where(column => column.Clear).Select(column => column.Key).Order(), heads.Split(',').Order());
        Assert.DoesNotContain(RollBook.Classes.Columns, column => column.Clear);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_word_takes_away_what_stands_and_an_empty_cell_does_not(TestDatabase database)
    {
        await using var world = await RollWorld.NewAsync(database);
        foreach (var (roll, key, heads, row) in Full)
        {
            var filled = await world.ImportAsync(roll, $"{key},{heads}\n{Keys[roll]},{row}\n");
            Assert.True(filled.Refused == 0, $"{roll}: {RollWorld.Problems(filled)}");
            var columns = heads.Split(',');
            Assert.Equal((roll, 0), (roll, await CountEmptyAsync(world, roll, columns)));

            var empty = await world.ImportAsync(roll, $"{key},{heads}\n{Keys[roll]},{string.Concat(Enumerable.Repeat(",", columns.Length - 1))}\n");
            var cleared = await world.ImportAsync(roll, $"{key},{heads}\n{Keys[roll]},{string.Join(',', columns.Select((_, at) => at % 2 == 0 ? "清空" : " (Clear) "))}\n");
            var again = await world.ImportAsync(roll, $"{key},{heads}\n{Keys[roll]},{string.Join(',', columns.Select(_ => "清空"))}\n");

            Assert.Equal((roll, "1 +0 ~0 =1 !0", "1 +0 ~1 =0 !0", "1 +0 ~0 =1 !0"), (roll, RollWorld.Outcomes(empty), RollWorld.Outcomes(cleared), RollWorld.Outcomes(again)));
            foreach (var column in columns)
                Assert.Equal((roll, column, ""), (roll, column, await Shown(world, roll, column)));
        }
    }

    [Fact]
    public async Task What_always_stands_cannot_be_cleared()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);

        var result = await world.ImportAsync("pupils", $"school,id_number,name,grade,status\n青禾县实验小学,{RollWorld.IdOf(21)},清空,三年级,清空\n");

        Assert.Equal("2:name:CellNotToClear 2:status:CellNotToClear", RollWorld.Problems(result));
    }

    private static async Task<int> CountEmptyAsync(RollWorld world, string roll, string[] columns)
    {
        var empty = 0;
        foreach (var column in columns)
            empty += (await Shown(world, roll, column)).Length == 0 ? 1 : 0;
        return empty;
    }

    /// <summary>What the export shows in a column of the row that the test wrote.</summary>
    private static async Task<string> Shown(RollWorld world, string roll, string column)
    {
        using var file = TableFile.Open(new MemoryStream(await world.ExportAsync(roll)), "x.csv").File!; // written a moment ago
        var rows = file.Rows(file.Sheets[0]).ToList();
        var at = rows[0].Cells.Single(cell => cell.Text.TrimStart('\uFEFF') == column).Column;
        var named = Keys[roll].Split(',')[roll is "schools" ? 0 : 1];
        return rows.Single(row => row.Cells.Any(cell => cell.Text == named))[at].Text;
    }
}
