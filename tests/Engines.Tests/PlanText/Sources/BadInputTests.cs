using System.IO.Compression;
using System.Text;
using Shuren.Engines.Tests.PlanText.Sources.Word;
using Shuren.PlanText.Sources;

namespace Shuren.Engines.Tests.PlanText.Sources;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t　\n", "empty")]
    [InlineData("2026\n12-31", "empty")]
    [InlineData("hello", "not-chinese")]
    [InlineData("The bureau will build three schools this year and train teachers (教师).", "not-chinese")]
    [InlineData("学校教育の充実をはかり、すべての子どもたちが学べるようにする", "not-chinese")]
    [InlineData("교육청은 올해 학교 세 곳을 짓는다", "not-chinese")]
    public async Task Text_without_Chinese_is_refused(string text, string code)
    {
        Assert.Equal(code, SourceReader.ReadText(text).Problem?.Code);
        Assert.Equal(code, (await Reading.Problem(Encoding.UTF8.GetBytes(text), "a.txt")).Code);
        Assert.Equal(code, (await Reading.Problem(Encoding.UTF8.GetBytes($"<html><body><p>{text}</p></body></html>"), "a.html")).Code);
        Assert.Equal(code, (await Reading.Problem(new DocxBuilder().Paragraph(text).Build(), "a.docx")).Code);
    }

    [Theory]
    [InlineData("旧.wps", "Workbook", ".wps")]
    [InlineData("旧.doc", "WordDocument", ".doc")]
    [InlineData("改名.docx", "WordDocument", ".doc")]
    [InlineData("表.xls", "Workbook", ".xls")]
    [InlineData("片.ppt", "PowerPoint Document", ".ppt")]
    public async Task Old_Office_files_are_sent_to_be_saved_anew(string name, string stream, string said)
    {
        var problem = await Reading.Problem(Compound(stream), name);

        Assert.Equal("unsupported-type", problem.Code);
        Assert.Contains($"（{said}）", problem.Chinese);
        Assert.Contains("另存为 .docx", problem.Chinese);
    }

    [Fact]
    public async Task An_old_Word_file_made_by_LibreOffice_is_told_from_an_encrypted_one()
    {
        var doc = await OfficeProgram.Convert(new DocxBuilder().Paragraph("青禾县").Build(), ".docx", "doc");

        Assert.Equal("unsupported-type", (await Reading.Problem(doc, "要点.doc")).Code);
    }

    [Fact]
    public async Task A_docx_behind_a_password_is_refused_by_name() =>
        Assert.Equal("password-protected", (await Reading.Problem(Compound("EncryptedPackage"), "要点.docx")).Code);

    [Theory]
    [InlineData("a.rtf", "{\\rtf1 青禾县}", ".rtf")]
    [InlineData("a.jpg", "\u00FF\u00D8\u00FF\u00E0", ".jpg")]
    [InlineData("改名.txt", "\u00FF\u00D8\u00FF\u00E0", ".jpg")]
    [InlineData("a.mht", "MIME-Version: 1.0", ".mht")]
    [InlineData("a.rar", "Rar!\u001A\u0007", ".rar")]
    public async Task Other_types_are_named(string name, string content, string said) =>
        Assert.Contains($"（{said}）", (await Reading.Problem(Encoding.Latin1.GetBytes(content), name)).Chinese);

    [Theory]
    [InlineData("xl/workbook.xml", ".xlsx")]
    [InlineData("mimetype", ".odt")]
    [InlineData("OFD.xml", ".ofd")]
    [InlineData("a.txt", ".zip")]
    public async Task Other_packages_are_named(string part, string said) =>
        Assert.Contains($"（{said}）", (await Reading.Problem(Zip((part, "x"u8.ToArray())), "要点.docx")).Chinese);

    [Fact]
    public async Task A_web_page_named_doc_is_read_as_what_it_is() =>
        Assert.Equal(["青禾县"], (await Reading.Text("<html><body><p>青禾县</p></body></html>", "导出.doc")).Lines());

    [Fact]
    public async Task A_damaged_docx_is_refused()
    {
        var whole = new DocxBuilder().Paragraph(Samples.Plan.Replace('\n', ' ')).Build();

        Assert.Equal("damaged", (await Reading.Problem(whole[..(whole.Length / 2)], "a.docx")).Code);
        Assert.Equal("damaged", (await Reading.Problem(Zip(("word/document.xml", "<w:document"u8.ToArray())), "a.docx")).Code);
        Assert.Equal("damaged", (await Reading.Problem(Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"u8.ToArray())), "a.docx")).Code);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        noise[0] = 0;

        Assert.Equal("unknown-encoding", (await Reading.Problem(noise, "a.txt")).Code);
        Assert.Equal("damaged", (await Reading.Problem(noise, "a.docx")).Code);
        Assert.Equal("unsupported-type", (await Reading.Problem(noise, "a.bin")).Code);
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_without_being_held()
    {
        using var file = new EndlessStream(200_000_000);

        var reading = await SourceReader.ReadAsync(file, "要点.pdf", SourceLimits.Default, CancellationToken.None);

        Assert.Equal("too-large", reading.Problem?.Code);
        Assert.InRange(file.Position, SourceLimits.Default.MaxFileBytes, SourceLimits.Default.MaxFileBytes + (1024 * 1024));
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/numbering.xml")]
    public async Task A_zip_bomb_is_refused_with_bounded_memory(string part)
    {
        var bomb = Bomb(part, 512);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("unpacks-too-large", (await Reading.Problem(bomb, "a.docx")).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L * 1024 * 1024);
    }

    [Fact]
    public async Task Too_much_text_is_refused_in_every_format()
    {
        var limits = new SourceLimits { MaxCharacters = 100 };

        Assert.Equal("too-much-text", (await Reading.Problem(Encoding.UTF8.GetBytes(Samples.Plan), "a.txt", limits)).Code);
        Assert.Equal("too-much-text", (await Reading.Problem(Encoding.UTF8.GetBytes($"<html><p>{Samples.Plan}"), "a.html", limits)).Code);
        Assert.Equal("too-much-text", (await Reading.Problem(new DocxBuilder().Paragraph(Samples.Paragraph(1) + Samples.Paragraph(2)).Build(), "a.docx", limits)).Code);
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_own_and_says_in_both_languages_what_to_do()
    {
        var problems = Enum.GetValues<SourceProblemKind>().Select(kind => SourceMessages.Say(kind, "1")).ToList();

        Assert.Equal(problems.Count, problems.Select(problem => problem.Code).Distinct().Count());
        Assert.All(problems, problem => Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Code));
        Assert.All(problems, problem => Assert.Matches("请", problem.Chinese));
        Assert.All(problems, problem => Assert.DoesNotMatch("[一-龥]", problem.English));
    }

    /// <summary>An OLE file with one stream in its directory, the entry laid out as [MS-CFB] 2.6.1 says.</summary>
    private static byte[] Compound(string stream)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(file, 1024 + 128);
        file[1024 + 128 + 64] = (byte)(name.Length + 2);
        file[1024 + 128 + 66] = 2;
        return file;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Bomb(string part, int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (part != "word/document.xml")
                zip.CreateEntry("word/document.xml").Open().Dispose();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"u8);
            var chunk = Enumerable.Repeat((byte)'a', 1024 * 1024).ToArray();
            for (var written = 0; written < megabytes; written++)
                entry.Write(chunk);
        }
        return stream.ToArray();
    }

    /// <summary>A file that is large and stands nowhere; it cannot be asked for its length, as an upload cannot.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
