using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

public sealed class MenuTests
{
    private static readonly MenuEntry[] Entries =
    [
        new("首页", ""),
        new("规划与任务", "plans") { AlsoHolds = ["tasks"] },
        new("导入", "plans/import"),
    ];

    [Theory]
    [InlineData("", "首页")]
    [InlineData("plans", "规划与任务")]
    [InlineData("plans/12/matrix", "规划与任务")]
    [InlineData("plans/import/2", "导入")]
    [InlineData("tasks/8", "规划与任务")]
    [InlineData("plansandmore", null)]
    [InlineData("schools", null)]
    public void The_entry_with_the_longest_path_above_the_page_is_current(string path, string? label) =>
        Assert.Equal(label, Menu.CurrentOf(Entries, path)?.Label);

    [Fact]
    public async Task The_frame_marks_the_page_once_in_each_menu_and_skips_to_its_content()
    {
        var page = await Drawn.Page<Whole>(new { Body = Drawn.Words("正文") }, Whole.Cascade);

        Assert.Equal("规划与任务", Assert.Single(page.QuerySelectorAll(".side [aria-current]")).TextContent);
        Assert.Equal("任务", Assert.Single(page.QuerySelectorAll(".bottombar [aria-current]")).TextContent);
        Assert.Equal("components?all=1#main", page.QuerySelector(".skip")!.GetAttribute("href"));
        Assert.Equal("正文", page.QuerySelector("main#main")!.TextContent.Trim());
        Assert.Equal("/qinghe/", page.QuerySelector("base")!.GetAttribute("href"));
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_english_reader_gets_english_words()
    {
        Drawn.Language.Value = "en";

        var page = await Drawn.Page<Whole>(new { Body = Drawn.Words("body") }, Whole.Cascade);

        Assert.Equal("Skip to the content", page.QuerySelector(".skip")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }
}
