using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Sources.Word;

public sealed class DocxReaderTests
{
    [Fact]
    public async Task Paragraphs_become_lines()
    {
        var text = await Read(new DocxBuilder().Paragraph("青禾县教育局工作要点").Paragraph("　　推进均衡发展。"));

        Assert.Equal(["青禾县教育局工作要点", "　　推进均衡发展。"], text.Lines());
        Reading.AssertWhole(text);
    }

    [Fact]
    public async Task Headings_come_from_style_names_outline_levels_and_what_a_style_is_based_on()
    {
        var text = await Read(new DocxBuilder()
            .Style("1", "heading 1").Style("2", "标题 2").Style("own", "青禾标题", "<w:basedOn w:val=\"1\"/>").Style("3", "任意", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
            .Paragraph("扩大资源", "<w:pStyle w:val=\"1\"/>").Paragraph("新建学校", "<w:pStyle w:val=\"2\"/>").Paragraph("建强队伍", "<w:pStyle w:val=\"own\"/>")
            .Paragraph("培训教师", "<w:pStyle w:val=\"3\"/>").Paragraph("直接设置", "<w:outlineLvl w:val=\"0\"/>").Paragraph("正文", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>"));

        Assert.Equal([1, 2, 1, 3, 1, 0], text.Lines.Select(line => line.HeadingLevel));
        Assert.Equal(LineKind.Text, text.Lines[5].Kind);
    }

    [Fact]
    public async Task Numbers_that_Word_shows_stand_in_the_text()
    {
        var text = await Read(new DocxBuilder()
            .List(1, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4"), ("decimal", "%3.%5"))
            .Numbered(1, 0, "扩大资源").Numbered(1, 1, "新建学校").Numbered(1, 2, "第三小学").Numbered(1, 3, "开工").Numbered(1, 3, "竣工")
            .Numbered(1, 4, "验收").Numbered(1, 2, "河西初中").Numbered(1, 1, "改建学校").Numbered(1, 0, "建强队伍").Numbered(1, 1, "培训教师"));

        Assert.Equal(
            ["一、扩大资源", "（一）新建学校", "1.第三小学", "①开工", "②竣工", "1.1 验收", "2.河西初中", "（二）改建学校", "二、建强队伍", "（一）培训教师"],
            text.Lines());
    }

    [Fact]
    public async Task A_second_number_of_a_list_goes_on_unless_it_says_where_to_start()
    {
        var text = await Read(new DocxBuilder()
            .List(1, ("decimal", "%1.")).Number(2, 1).Number(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
            .Numbered(1, 0, "甲").Numbered(2, 0, "乙").Numbered(3, 0, "丙").Numbered(3, 0, "丁").Numbered(0, 0, "无号"));

        Assert.Equal(["1.甲", "2.乙", "1.丙", "2.丁", "无号"], text.Lines());
    }

    [Fact]
    public async Task A_style_may_bring_the_number()
    {
        var text = await Read(new DocxBuilder()
            .List(7, ("chineseCounting", "第%1章"), ("bullet", "\uF06E"))
            .Style("chapter", "章", "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>")
            .Paragraph("总则", "<w:pStyle w:val=\"chapter\"/>").Numbered(7, 1, "要点").Paragraph("任务", "<w:pStyle w:val=\"chapter\"/>"));

        Assert.Equal(["第一章 总则", "■要点", "第二章 任务"], text.Lines());
    }

    [Fact]
    public async Task Each_row_of_a_table_is_a_line_with_cells()
    {
        var text = await Read(new DocxBuilder().Paragraph("任务分解表").Table(["序号", "重点任务", "责任科室"], ["1", "新建学校3所", "规划财务科"]).Table(["甲", "乙"]));

        Assert.Equal([["序号", "重点任务", "责任科室"], ["1", "新建学校3所", "规划财务科"], ["甲", "乙"]], text.Rows());
        Assert.Equal([0, 1, 1, 2], text.Lines.Select(line => line.Table));
        Reading.AssertWhole(text);
    }

    [Fact]
    public async Task Merged_cells_are_not_repeated_and_columns_stay_columns()
    {
        var text = await Read(new DocxBuilder().Raw(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>合并</w:t></w:r></w:p></w:tc>" + Cell("甲") + "</w:tr>"
            + "<w:tr>" + Cell("基教科", "<w:vMerge w:val=\"restart\"/>") + Cell("乙") + Cell("丙") + "</w:tr>"
            + "<w:tr>" + Cell("基教科", "<w:vMerge/>") + Cell("丁") + Cell("戊") + "</w:tr></w:tbl>"));

        Assert.Equal([["合并", "", "甲"], ["基教科", "乙", "丙"], ["", "丁", "戊"]], text.Rows());
    }

    [Fact]
    public async Task A_table_in_a_cell_is_read_into_the_cell_and_a_frame_of_one_cell_is_text()
    {
        var text = await Read(new DocxBuilder()
            .Raw("<w:tbl><w:tr><w:tc><w:p/>" + DocxBuilder.TableXml(["内一", "内二"]) + "</w:tc>" + Cell("外") + "</w:tr></w:tbl>")
            .Raw("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>框中正文</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

        Assert.Equal([["内一 内二", "外"]], text.Rows());
        Assert.Equal(["框中正文", "第二段"], text.Lines(LineKind.Text));
    }

    [Fact]
    public async Task Changes_are_read_as_accepted()
    {
        var text = await Read(new DocxBuilder()
            .Raw("<w:p><w:r><w:t>新建学校</w:t></w:r><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:t>所</w:t></w:r></w:p>")
            .Raw("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>").Paragraph("后半句。")
            .Raw("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + Cell("删") + Cell("去") + "</w:tr><w:tr>" + Cell("留") + Cell("下") + "</w:tr></w:tbl>")
            .Raw("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/><w:pPrChange><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>"));

        Assert.Equal(["新建学校3所", "前半句，后半句。", "留\t下", "标题"], text.Lines());
        Assert.Equal(1, text.Lines[^1].HeadingLevel);
    }

    [Fact]
    public async Task Links_and_text_boxes_are_read_once_and_fields_notes_and_hidden_words_are_not()
    {
        var box = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>";
        var text = await Read(new DocxBuilder()
            .Raw("<w:p><w:hyperlink><w:r><w:t>链接文字</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
            .Raw($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
            .Part("word/footnotes.xml", "<a>脚注</a>").Part("word/header1.xml", "<a>页眉</a>"));

        Assert.Equal(["链接文字", "框内文字"], text.Lines());
    }

    [Fact]
    public async Task Breaks_end_lines_and_the_table_of_contents_is_furniture()
    {
        var text = await Read(new DocxBuilder().Style("toc1", "toc 1").Paragraph("一、扩大资源1", "<w:pStyle w:val=\"toc1\"/>")
            .Raw("<w:p><w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r></w:p>"));

        Assert.Equal(["一、扩大资源1"], text.Lines(LineKind.Furniture));
        Assert.Equal(["上行", "下行"], text.Lines(LineKind.Text));
    }

    [Fact]
    public async Task The_title_is_the_paragraph_in_the_style_for_titles_or_the_property()
    {
        var styled = new DocxBuilder().Style("t", "Title").Paragraph("青禾县工作要点", "<w:pStyle w:val=\"t\"/>");
        var described = new DocxBuilder().Paragraph("正文").Part("docProps/core.xml", "<p xmlns:d=\"urn:d\"><d:title>属性标题</d:title></p>");

        Assert.Equal("青禾县工作要点", (await Read(styled)).Title);
        Assert.Equal("属性标题", (await Read(described)).Title);
    }

    [Theory]
    [InlineData("-2147483648")]
    [InlineData("2147483647")]
    [InlineData("999999999999")]
    public async Task Numbers_out_of_all_reason_do_no_harm(string number)
    {
        var text = await Read(new DocxBuilder()
            .List(1, ("decimal", "%1.")).Number(2, 1, $"<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"{number}\"/></w:lvlOverride>")
            .Raw($"<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"{number}\"/></w:trPr>{Cell("甲", $"<w:gridSpan w:val=\"{number}\"/>")}{Cell("乙")}</w:tr></w:tbl>")
            .Paragraph("标题", $"<w:outlineLvl w:val=\"{number}\"/>")
            .Numbered(2, 0, "丙").Numbered(2, 0, "丁")
            .Paragraph("戊", $"<w:numPr><w:ilvl w:val=\"{number}\"/><w:numId w:val=\"1\"/></w:numPr>"));

        Assert.Contains("甲", text.Text);
        Assert.EndsWith("戊", text.Text);
    }

    [Fact]
    public async Task Very_many_deleted_paragraph_ends_are_read_in_no_time()
    {
        var builder = new DocxBuilder();
        for (var number = 0; number < 50_000; number++)
            builder.Raw($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{DocxBuilder.Run($"青禾{number}")}</w:p>");
        var document = builder.Paragraph("完").Build();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var text = await Reading.Text(document, "a.docx");

        Assert.EndsWith("青禾49999完", text.Text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120); // an end, not a speed: what hangs takes hours
    }

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{DocxBuilder.Run(text)}</w:p></w:tc>";

    private static Task<SourceText> Read(DocxBuilder builder) => Reading.Text(builder.Build(), "要点.docx");
}
