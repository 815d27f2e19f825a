using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shuren.Engines.Tests.PlanText.Sources.Pdf;
using Shuren.Engines.Tests.PlanText.Sources.Word;
using Shuren.PlanText.Sources;

namespace Shuren.Engines.Tests.PlanText.Sources;

/// <summary>No input makes a reader throw or hang: it ends in a whole text or in a problem.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Bricks =
    [
        "青禾县", "新建学校3所。", "一、", "（一）", "\n", "\n\n", "\r\n", "\t", "　　", " ", "<p>", "</div>", "<table><tr><td>", "<td colspan=3 rowspan=9>", "</table>",
        "<nav class='menu'>", "<form>", "<script>", "<ol start=99999999>", "<li value=-1>", "<br>", "<h1>", "</h1>", "# ", "| 甲 | 乙 |", "|---|---|", "**", "- ", "&nbsp;", "&#0;", "\u0000", "\uFFFD",
        "\uD842", "\f", "— 3 —", "x", "<svg><p>", "<template>", "<select><option>", "]]>", "<!--", "<frameset>", "<plaintext>",
    ];

    public static TheoryData<string> Names() => ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", ""];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Random_bytes_end_in_a_text_or_a_problem(string name)
    {
        var random = new Random(20260101);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(0, 3000)];
            random.NextBytes(bytes);
            await AssertEnds(bytes, name);
        }
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    public async Task Random_texts_of_telling_bricks_end_in_a_text_or_a_problem(string name)
    {
        var random = new Random(20260102);
        for (var round = 0; round < 1500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 80)).Select(_ => Bricks[random.Next(Bricks.Length)]));
            await AssertEnds(Encoding.UTF8.GetBytes(text), name);
        }
    }

    [Fact]
    public void Any_pasted_string_ends_in_a_text_or_a_problem() =>
        Prop.ForAll<string>(text => AssertEnds(SourceReader.ReadText(text ?? ""))).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Flipped_and_cut_documents_end_in_a_text_or_a_problem()
    {
        var random = new Random(20260103);
        var docx = new DocxBuilder().List(1, ("chineseCounting", "%1、")).Numbered(1, 0, "扩大资源").Paragraph(Samples.Paragraph(1)).Table(["序号", "任务"], ["1", "新建"]).Build();
        var html = Encoding.UTF8.GetBytes($"<html><body><nav>首页</nav><h1>要点</h1><table><tr><td>甲<td>乙</tr><tr><td>丙<td>丁</tr></table><p>{Samples.Plan}</p></body></html>");
        for (var round = 0; round < 1500; round++)
        {
            await AssertEnds(Spoil(docx, random), "a.docx");
            await AssertEnds(Spoil(html, random), "a.html");
            await AssertEnds(Spoil(Encoding.UTF8.GetBytes(Samples.Plan), random), "a.txt");
            await AssertEnds(Spoil(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Samples.Plan), random), "a.txt");
        }
    }

    [Fact]
    public async Task Flipped_and_cut_parts_of_a_Word_document_end_in_a_text_or_a_problem()
    {
        var random = new Random(20260104);
        for (var round = 0; round < 1500; round++)
        {
            var spoilt = Encoding.Latin1.GetString(Spoil(Encoding.Latin1.GetBytes("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"), random));
            await AssertEnds(new DocxBuilder().List(1, ("decimal", "%1."), ("chineseCounting", "%1.%2")).Raw(spoilt).Paragraph("青禾县").Build(), "a.docx");
        }
    }

    [Fact]
    public async Task Flipped_and_cut_PDF_files_end_in_a_text_or_a_problem()
    {
        var random = new Random(20260105);
        var printed = await OfficeProgram.Convert(new DocxBuilder().Paragraph(Samples.Paragraph(1)).Table(["序号", "任务", "科室"], ["1", "新建", "规划"]).Build(), ".docx", "pdf");
        for (var round = 0; round < 60; round++)
        {
            await AssertEnds(Spoil(printed, random), "a.pdf");
            await AssertEnds(Spoil(TinyPdf.WithoutText(2), random), "a.pdf");
        }
    }

    private static byte[] Spoil(byte[] document, Random random)
    {
        var spoilt = document[..(random.Next(3) == 0 ? random.Next(document.Length) : document.Length)];
        for (var flips = random.Next(1, 12); flips > 0 && spoilt.Length > 0; flips--)
            spoilt[random.Next(spoilt.Length)] ^= (byte)(1 << random.Next(8));
        return spoilt;
    }

    private static async Task AssertEnds(byte[] bytes, string name) =>
        AssertEnds(await Reading.Of(bytes, name, SourceLimits.Default with { MaxTime = TimeSpan.FromSeconds(20) }));

    private static void AssertEnds(SourceReading reading)
    {
        Assert.NotEqual(SourceProblemKind.TookTooLong, reading.Problem?.Kind);
        if (reading.Succeeded)
            Reading.AssertWhole(reading.Text);
        else
            Assert.NotEmpty(reading.Problem.Chinese);
    }
}
