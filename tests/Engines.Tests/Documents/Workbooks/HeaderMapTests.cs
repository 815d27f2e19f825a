using Shuren.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Workbooks;

public sealed class HeaderMapTests
{
    private static readonly WantedColumn[] Wanted =
    [
        new("area", ["片区"]),
        new("name", ["学校名称", "学校", "校名"]),
        new("pupils", ["学生数", "合计"]),
        new("boarders", ["其中：寄宿", "寄宿生数"]),
        new("opened", ["建校日期"]),
        new("phone", ["联系电话"], IsRequired: false),
    ];

    [Fact]
    public void The_head_is_found_below_titles_and_in_two_merged_lines()
    {
        using var file = UglyWorkbook.Build();
        var sheet = WorkbookReader.Read(file, "x.xlsx").Sheets[0];

        var map = HeaderMap.Find(sheet, Wanted);

        Assert.Equal(5, map.HeadRow);
        Assert.Equal((2, 3, 5, 6, 7), (map.Columns["area"], map.Columns["name"], map.Columns["pupils"], map.Columns["boarders"], map.Columns["opened"]));
        Assert.Equal(["phone"], map.Missing.Select(m => m.Key));
        Assert.True(map.IsComplete);
        Assert.Empty(map.Repeated);
        Assert.Equal(["实验小学", "停用小学", "第二小学"], map.RowsOf(sheet).Select(r => CellText.Words(map.Cell(r, "name"))));
        Assert.True(map.Cell(map.RowsOf(sheet).First(), "phone").IsEmpty);
    }

    [Fact]
    public void Of_a_head_in_two_lines_the_lower_one_is_the_head_even_if_it_adds_nothing()
    {
        using var file = UglyWorkbook.Build();
        var sheet = WorkbookReader.Read(file, "x.xlsx").Sheets[0];

        var map = HeaderMap.Find(sheet, [new("name", ["学校名称"]), new("area", ["片区"])]);

        Assert.Equal(5, map.HeadRow);
    }

    [Theory]
    [InlineData("学生数")]
    [InlineData(" 学 生　数 ")]
    [InlineData("学生数（人）")]
    [InlineData("*学生数(必填)")]
    [InlineData("学生数\n【人】：")]
    public void Spaces_marks_and_units_in_a_head_do_not_matter(string head) => Assert.Equal(1, Find(head).Columns["pupils"]);

    [Theory]
    [InlineData("学生")]
    [InlineData("女学生数")]
    public void A_head_that_only_resembles_is_not_taken(string head) => Assert.DoesNotContain("pupils", Find(head).Columns);

    [Fact]
    public void A_missing_required_column_and_a_repeated_head_are_told()
    {
        var map = Find("学校名称", "校名", "片区");

        Assert.False(map.IsComplete);
        Assert.Equal("B1", Assert.Single(map.Repeated).Name);
        Assert.Contains(map.Missing, m => m.Key == "pupils");
    }

    [Fact]
    public void A_sheet_without_any_wanted_head_has_no_head_row() => Assert.Equal(0, Find("别的", "东西").HeadRow);

    private static HeaderMap Find(params string[] heads) =>
        HeaderMap.Find(new("表", false, [new(1, false, [.. heads.Select((h, i) => new CellReading(1, i + 1, h))])]), Wanted);
}
