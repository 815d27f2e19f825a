using System.Text;
using Shuren.Engines.Tests.PlanText.Sources.Word;
using Shuren.PlanText;
using Shuren.PlanText.Sources;
using Shuren.PlanText.Sources.Pdf;

namespace Shuren.Engines.Tests.PlanText.Sources.Pdf;

public sealed class PdfReaderTests(PdfReaderTests.PdfFiles files) : IClassFixture<PdfReaderTests.PdfFiles>
{
    [Fact]
    public async Task Broken_lines_become_paragraphs_again_also_across_pages()
    {
        var text = await Reading.Text(files.Indented, "要点.pdf");

        Assert.Equal([PdfFiles.Title, "一、扩大优质资源", .. PdfFiles.Paragraphs], text.Lines(LineKind.Text));
        Assert.True(text.Lines[^1].Page > 1);
        Reading.AssertWhole(text);
    }

    [Fact]
    public async Task Page_numbers_and_running_heads_are_furniture()
    {
        var text = await Reading.Text(files.Indented, "要点.pdf");

        var furniture = text.Lines(LineKind.Furniture);
        var pages = text.Lines.Max(line => line.Page);
        Assert.Equal(pages, furniture.Count(line => line == "青禾县教育局文件"));
        Assert.Equal(pages, furniture.Count(PageNumber.Is));
    }

    [Fact]
    public async Task Without_indents_a_mark_or_the_end_of_a_sentence_parts_paragraphs()
    {
        var text = await Reading.Text(files.Flush, "要点.pdf");

        Assert.Equal([PdfFiles.Title, "一、扩大优质资源", .. PdfFiles.Paragraphs.Select(paragraph => paragraph.Trim())], text.Lines(LineKind.Text));
    }

    [Theory]
    [InlineData("center")]
    [InlineData("top")]
    public async Task Tables_are_rows_with_cells_of_several_lines(string alignment)
    {
        var text = await Reading.Text(alignment == "top" ? files.TopTable : files.CentredTable, "分解表.pdf");

        Assert.Equal(PdfFiles.Rows, text.Rows());
        Assert.Equal(["任务分解表", "表后正文。"], text.Lines(LineKind.Text));
    }

    [Fact]
    public async Task A_file_behind_a_password_is_refused_by_name() =>
        Assert.Equal("password-protected", (await Reading.Problem(files.Locked, "要点.pdf")).Code);

    [Fact]
    public async Task A_scan_is_refused_by_name() =>
        Assert.Equal("image-only", (await Reading.Problem(TinyPdf.WithoutText(3), "扫描.pdf")).Code);

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.3)]
    [InlineData(0.02)]
    public async Task A_file_that_was_cut_off_ends_in_a_problem_or_in_what_is_left(double share)
    {
        var reading = await Reading.Of(files.Indented[..(int)(share * files.Indented.Length)], "要点.pdf");

        Assert.True(reading.Succeeded || reading.Problem.Kind is SourceProblemKind.Damaged or SourceProblemKind.ImageOnly, reading.Problem?.Code);
    }

    [Fact]
    public async Task More_pages_than_allowed_are_refused() =>
        Assert.Equal("too-many-pages", (await Reading.Problem(TinyPdf.WithoutText(8), "a.pdf", new SourceLimits { MaxPages = 7 })).Code);

    [Fact]
    public async Task A_small_file_that_needs_much_memory_is_stopped()
    {
        var hostile = TinyPdf.Crowded(120_000);

        var problem = await Reading.Problem(hostile, "要点.pdf", new SourceLimits { MaxProgramBytes = 128L * 1024 * 1024 });

        Assert.True(hostile.Length < 1_000_000);
        Assert.Equal("too-heavy", problem.Code);
        Assert.Contains("128 MB", problem.Chinese);
    }

    [Fact]
    public async Task An_honest_plan_is_read_within_that_bound() =>
        Assert.True((await Reading.Of(files.Indented, "要点.pdf", new SourceLimits { MaxProgramBytes = 128L * 1024 * 1024 })).Succeeded);

    [Fact]
    public async Task A_missing_program_is_named()
    {
        var reading = await Reading.With(new PdfToText("no-such-program"), TinyPdf.WithoutText(1));

        Assert.Equal("pdf-reader-missing", reading.Problem?.Code);
        Assert.Contains("poppler-utils", reading.Problem?.Chinese);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_when_time_is_up()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var reading = await Reading.With(new PdfToText(Hanging()), TinyPdf.WithoutText(1), new SourceLimits { MaxTime = TimeSpan.FromMilliseconds(300) });

        Assert.Equal("took-too-long", reading.Problem?.Code);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 120); // an end, not a speed: what hangs takes hours
    }

    [Fact]
    public async Task Cancelling_ends_the_program_and_is_no_problem_of_the_document()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reading.With(new PdfToText(Hanging()), TinyPdf.WithoutText(1), ct: cancel.Token));
    }

    /// <summary>A program that takes no input and says nothing.</summary>
    private static string Hanging()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("shuren-hang-").FullName, "hang");
        File.WriteAllText(path, "#!/bin/sh\nexec sleep 600\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>The PDF files of these tests, printed once by LibreOffice from .docx files written by hand.</summary>
    public sealed class PdfFiles : IAsyncLifetime
    {
        internal const string Title = "青禾县教育局2026年工作要点";

        internal static readonly string[] Paragraphs = [.. Enumerable.Range(1, 14).Select(Samples.Paragraph)];

        internal static readonly string[][] Rows =
        [
            ["序号", "重点任务", "责任科室", "完成时限"],
            ["1", "新建幼儿园2所，完成招生准备工作，组织教师培训，确保秋季学期如期开园并投入使用", "规划财务科", "8月底前"],
            ["2", "开展督导", "督导室", "全年"],
            ["3", "举办校长论坛4场，培训骨干教师1200人次，建成名师工作室十个，形成一批可以推广的教学成果", "教师发展中心", "年底前"],
        ];

        internal byte[] Indented { get; private set; } = [];

        internal byte[] Flush { get; private set; } = [];

        internal byte[] CentredTable { get; private set; } = [];

        internal byte[] TopTable { get; private set; } = [];

        internal byte[] Locked { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Indented = await Print(Document("<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"));
            Flush = await Print(Document(""));
            CentredTable = await Print(Table("center"));
            TopTable = await Print(Table("top"));
            Locked = await OfficeProgram.Convert(
                Document(""), ".docx", "pdf:writer_pdf_Export:{\"EncryptFile\":{\"type\":\"boolean\",\"value\":\"true\"},\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"qinghe\"}}");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static Task<byte[]> Print(byte[] docx) => OfficeProgram.Convert(docx, ".docx", "pdf");

        private static byte[] Document(string indent)
        {
            var builder = new DocxBuilder().Paragraph(Title, "<w:jc w:val=\"center\"/>").Paragraph("一、扩大优质资源", indent);
            foreach (var paragraph in Paragraphs)
                builder.Paragraph(paragraph, indent);
            return builder.Page("青禾县教育局文件").Build();
        }

        private static byte[] Table(string alignment) =>
            new DocxBuilder().Paragraph("任务分解表").Raw(Grid(alignment)).Paragraph("表后正文。").Build();

        private static string Grid(string alignment)
        {
            int[] widths = [700, 4200, 1500, 1500];
            var rows = Rows.Select(row => "<w:tr>" + string.Concat(row.Select((cell, at) =>
                $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[at]}\" w:type=\"dxa\"/><w:vAlign w:val=\"{alignment}\"/></w:tcPr><w:p>{DocxBuilder.Run(cell)}</w:p></w:tc>")) + "</w:tr>");
            return $"<w:tbl><w:tblPr><w:tblW w:w=\"7900\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";
        }
    }
}
