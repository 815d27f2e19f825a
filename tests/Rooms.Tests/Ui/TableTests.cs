using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

public sealed class TableTests
{
    [Fact]
    public async Task Columns_come_in_the_order_they_are_written_with_their_heads()
    {
        var page = await Table(["石桥", "北坡"]);

        Assert.Equal(["名称", "长度"], page.QuerySelectorAll("thead th").Select(head => head.TextContent));
        Assert.Equal(["石桥", "北坡"], page.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent));
        Assert.All(page.QuerySelectorAll("tbody td"), cell => Assert.Equal("2", cell.TextContent));
    }

    [Fact]
    public async Task Numbers_stand_right_and_carry_their_head_on_phones()
    {
        var page = await Table(["石桥"]);

        var cell = page.QuerySelector("tbody td")!;
        Assert.Equal("num", cell.ClassName);
        Assert.Equal("长度", cell.GetAttribute("data-label"));
        Assert.Equal("num", page.QuerySelectorAll("thead th")[1].ClassName);
    }

    [Fact]
    public async Task Without_rows_a_sentence_stands_instead()
    {
        var page = await Table([]);

        Assert.Null(page.QuerySelector("table"));
        Assert.Equal("没有符合条件的学校", page.QuerySelector(".empty-title")!.TextContent);
    }

    [Fact]
    public async Task A_sorted_column_says_so()
    {
        var page = await Table(["石桥"]);

        var head = page.QuerySelector("th[aria-sort]")!;
        Assert.Equal("descending", head.GetAttribute("aria-sort"));
        Assert.Equal("schools?sort=length", head.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Matrix_totals_count_the_marks_and_a_row_without_answer_stands_out()
    {
        var page = await Drawn.Page<MatrixTable<string>>(new
        {
            Caption = "责任矩阵",
            RowHead = "任务",
            Heads = new MatrixHead[] { new("b", "基础教育科"), new("f", "规划财务科") },
            Groups = new MatrixGroup<string>[] { new("一、党建", ["b", "f"]), new("二、提质", ["-"]) },
            Number = (Func<string, string>)(row => row),
            Mark = (Func<string, string, MatrixMark>)((row, head) => row == head ? MatrixMark.Full : row == "-" ? MatrixMark.Ring : MatrixMark.None),
            FullWord = "牵头",
            RingWord = "配合",
        });

        Assert.Equal(["11", "11"], page.QuerySelectorAll("tfoot td.u").Select(cell => cell.TextContent));
        Assert.StartsWith("-", Assert.Single(page.QuerySelectorAll("tr.gap")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["●牵头", "●牵头"], page.QuerySelectorAll("td.lead").Select(cell => cell.TextContent));
    }

    private static Task<IDocument> Table(string[] rows) => Drawn.Page<DataTable<string>>(new
    {
        Rows = (IReadOnlyList<string>)rows,
        Caption = "学校",
        EmptyTitle = "没有符合条件的学校",
        ChildContent = (RenderFragment)(builder =>
        {
            Whole.Of<Column<string>>(("Title", "名称"), ("NamesRow", true), ("ChildContent", (RenderFragment<string>)(row => Drawn.Words(row))))(builder);
            Whole.Of<Column<string>>(("Title", "长度"), ("Numeric", true), ("SortHref", "schools?sort=length"), ("Sorted", SortOrder.Descending), ("ChildContent", (RenderFragment<string>)(row => Drawn.Words($"{row.Length}"))))(builder);
        }),
    });
}
