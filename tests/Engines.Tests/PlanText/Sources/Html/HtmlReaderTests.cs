using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Sources.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public async Task Blocks_and_breaks_are_lines_and_headings_have_levels()
    {
        var text = await Read("<title>要点 - 青禾县</title><h1>工作要点</h1><div>第一段<br>第二段</div><p>第&nbsp;三&nbsp;段</p><h3>小标题</h3><ol start=3><li>新建学校<li>培训教师</ol>");

        Assert.Equal(["工作要点", "第一段", "第二段", "第 三 段", "小标题", "3.新建学校", "4.培训教师"], text.Lines());
        Assert.Equal([1, 0, 0, 0, 3, 0, 0], text.Lines.Select(line => line.HeadingLevel));
        Assert.Equal("要点 - 青禾县", text.Title);
        Reading.AssertWhole(text);
    }

    [Fact]
    public async Task Scripts_styles_and_what_is_hidden_are_never_read()
    {
        var text = await Read("<script>alert('脚本')</script><style>.a{}</style><body><noscript>无</noscript><p>正文<script>document.write('写入')</script></p><p style='display: none'>藏</p><p hidden>藏</p><!-- 注释 -->");

        Assert.Equal(["正文"], text.Lines());
    }

    [Fact]
    public async Task Navigation_and_the_like_are_furniture_with_places()
    {
        var text = await Read(
            "<header><ul><li>青禾县教育局</li></ul></header><nav>首页 机构</nav><div class='main-nav'>导航</div><div id='dqwz'>您的位置：首页</div>"
            + "<div class='article'><h1>工作要点</h1><p>" + Samples.Paragraph(1) + "</p></div>"
            + "<div class='bdsharebuttonbox'>分享到</div><div class='sideBar'>推荐阅读</div><footer>版权所有</footer>");

        Assert.Equal(["青禾县教育局", "首页 机构", "导航", "您的位置：首页", "分享到", "推荐阅读", "版权所有"], text.Lines(LineKind.Furniture));
        Assert.Equal(["工作要点", Samples.Paragraph(1)], text.Lines(LineKind.Heading, LineKind.Text));
    }

    [Theory]
    [InlineData("<form id='form1'>", "</form>")]
    [InlineData("<div class='menu'>", "</div>")]
    public async Task A_part_that_holds_most_of_the_page_is_the_document_whatever_it_is_called(string open, string close)
    {
        var text = await Read($"{open}<p>{Samples.Paragraph(1)}</p><nav>首页</nav>{close}<p>短</p>");

        Assert.Contains(Samples.Paragraph(1), text.Lines(LineKind.Text));
        Assert.Equal(["首页"], text.Lines(LineKind.Furniture));
    }

    [Fact]
    public async Task The_head_of_an_article_belongs_to_it()
    {
        var text = await Read($"<article><header><h1>工作要点</h1><p>发布日期：2026-02-20</p></header><p>{Samples.Paragraph(1)}</p></article>");

        Assert.Equal(["工作要点"], text.Lines(LineKind.Heading));
        Assert.Empty(text.Lines(LineKind.Furniture));
    }

    [Fact]
    public async Task Tables_of_data_are_rows_and_tables_that_lay_out_a_page_are_not()
    {
        var text = await Read(
            "<table><tr><td><h1>工作要点</h1><table><tr><th>序号<th>任务<th>科室</tr><tr><td rowspan=2>1<td><p>新建</p><p>学校</p><td>规划科</tr><tr><td colspan=2>培训</tr></table><p>正文</p></td><td>旁</td></tr></table>");

        Assert.Equal([["序号", "任务", "科室"], ["1", "新建 学校", "规划科"], ["", "培训", ""]], text.Rows());
        Assert.Equal(["正文", "旁"], text.Lines(LineKind.Text));
    }

    [Fact]
    public async Task Source_line_breaks_leave_no_blank_between_Chinese_characters()
    {
        var text = await Read("<p>\n  新建\n  学校 3\n  所，use\n  this\u200B </p>");

        Assert.Equal(["新建学校 3 所，use this"], text.Lines());
    }

    [Fact]
    public async Task Preformatted_text_keeps_its_lines()
    {
        var text = await Read("<pre>一、扩大资源\n1.新建<b>学校</b>3所。\n</pre><p>正\n文</p>");

        Assert.Equal(["一、扩大资源", "1.新建学校3所。", "正文"], text.Lines());
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x><table>")]
    [InlineData("<p><i>")]
    [InlineData("<li>")]
    [InlineData("<ol><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<td>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<svg>")]
    [InlineData("<form><p>")]
    [InlineData("<option>")]
    [InlineData("<h1><b><p>")]
    public async Task A_page_made_to_hang_a_reader_ends_soon(string trap)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await Reading.Of(System.Text.Encoding.UTF8.GetBytes("<html><body>青禾县" + string.Concat(Enumerable.Repeat(trap, 100_000))), "a.html");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120); // an end, not a speed: what hangs takes hours
    }

    private static Task<SourceText> Read(string body) => Reading.Text($"<!DOCTYPE html><html>{body}</html>", "page.html");
}
