using System.IO.Compression;
using System.Text;
using Shuren.Platform.Files;

namespace Shuren.Rooms.Tests.Platform.Files;

public class FileSnifferTests
{
    private const string Png = "\u0089PNG\r\n\u001A\n....";
    private const string Ole = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1....";

    [Theory]
    [InlineData("现场.png", Png, "image/png")]
    [InlineData("月报.PDF", "%PDF-1.4 ...", "application/pdf")]
    [InlineData("照片.jpeg", "\u00FF\u00D8\u00FF\u00E0....", "image/jpeg")]
    [InlineData("动图.gif", "GIF89a....", "image/gif")]
    [InlineData("图.webp", "RIFF\0\0\0\0WEBPVP8L", "image/webp")]
    [InlineData("现场.mp4", "\0\0\0\u0018ftypisom\0\0\0\0", "video/mp4")]
    [InlineData("录音.mp3", "ID3\u0003....", "audio/mpeg")]
    [InlineData("旧表.et", Ole, "application/x-ole-storage")]
    [InlineData("说明.txt", "plain words\r\n", "text/plain; charset=utf-8")]
    [InlineData("说明.md", "# words", "text/plain; charset=utf-8")]
    [InlineData("月报.pdf", "MZ\u0090\0...", "FileProgram")]
    [InlineData("照片.jpg", "\u007FELF....", "FileProgram")]
    [InlineData("运行.txt", "#!/bin/sh\nrm -rf /\n", "FileProgram")]
    [InlineData("网页.txt", "<html><SCRIPT>alert(1)</SCRIPT>", "FileProgram")]
    [InlineData("照片.jpg", Png, "FileEnding")]
    [InlineData("照片", Png, "FileEnding")]
    [InlineData("脚本.js", "alert(1)", "FileEnding")]
    [InlineData("安装.msi", Ole, "FileEnding")]
    [InlineData("网页.html", "<p>words</p>", "FileKind")]
    [InlineData("照片.heic", "\0\0\0\u0018ftypheic\0\0\0\0", "FileKind")]
    [InlineData("资料.rar", "Rar!\u001A\u0007\u0001\0", "FileKind")]
    [InlineData("数据.txt", "a\0b", "FileKind")]
    [InlineData("空.pdf", "", "FileEmpty")]
    [InlineData("宏.doc", Ole + "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", "FileMacros")]
    public async Task A_file_is_told_by_its_content_and_its_ending_must_agree(string name, string bytes, string told) =>
        Assert.Equal(told, await TellAsync(name, Encoding.Latin1.GetBytes(bytes)));

    [Theory]
    [InlineData("方案.docx", "word/document.xml", "wordprocessingml.document.main+xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("清单.xlsx", "xl/workbook.xml", "spreadsheetml.sheet.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("清单.docx", "xl/workbook.xml", "spreadsheetml.sheet.main+xml", "FileEnding")]
    [InlineData("方案.docx", "word/vbaProject.bin", "wordprocessingml.document.main+xml", "FileMacros")]
    [InlineData("方案.docm", "word/document.xml", "ms-word.document.macroEnabled.main+xml", "FileMacros")]
    [InlineData("资料.zip", "setup.exe", null, "FileKind")]
    public async Task An_office_file_is_told_by_its_list_of_contents_and_has_no_program_in_it(string name, string entry, string? main, string told)
    {
        using var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            package.CreateEntry(entry);
            if (main is not null)
            {
                using var types = new StreamWriter(package.CreateEntry("[Content_Types].xml").Open());
                types.Write($"<Types><Override PartName=\"/{entry}\" ContentType=\"application/vnd.openxmlformats-officedocument.{main}\"/></Types>");
            }
        }

        Assert.Equal(told, await TellAsync(name, content.ToArray()));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task The_encoding_of_a_text_is_told(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal($"text/csv; charset={charset}", await TellAsync("清单.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("学校,学位\n青禾县实验小学,540\n")]));
    }

    [Fact]
    public async Task Random_bytes_are_told_or_refused_and_never_break_the_sniffer()
    {
        string[] starts = ["PK\u0003\u0004", Ole, "", "PK\u0005\u0006", "\u00FF\u00FE", "%PDF-"];
        var chance = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[chance.Next(200)];
            chance.NextBytes(bytes);
            byte[] file = [.. Encoding.Latin1.GetBytes(starts[round % starts.Length]), .. bytes, .. round % 3 == 0 ? "PK\u0005\u0006\0\0\0\0\u0001\0\u0001\0"u8.ToArray() : [], .. bytes];
            Assert.NotEmpty(await TellAsync("x.docx", file));
        }
    }

    private static async Task<string> TellAsync(string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var told = await FileSniffer.TellAsync(content, name, FileUse.Evidence, CancellationToken.None);
        return told.Succeeded ? told.Value.MediaType : Assert.Single(told.Refusals).Code;
    }
}
