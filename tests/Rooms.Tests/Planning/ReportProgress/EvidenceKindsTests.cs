using System.IO.Compression;
using System.Text;
using Shuren.Planning.ReportProgress;

namespace Shuren.Rooms.Tests.Planning.ReportProgress;

public class EvidenceKindsTests
{
    [Theory]
    [InlineData("现场.png", "\u0089PNG\r\n\u001A\n....", true)]
    [InlineData("月报.PDF", "%PDF-1.4 ...", true)]
    [InlineData("清单.csv", "学校,学位\n实验小学,540\n", true)]
    [InlineData("月报.pdf", "MZ\u0090\0...", false)]
    [InlineData("运行.txt", "#!/bin/sh\nrm -rf /\n", false)]
    [InlineData("网页.txt", "<html><SCRIPT>alert(1)</SCRIPT>", false)]
    [InlineData("脚本.js", "alert(1)", false)]
    [InlineData("安装.msi", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", false)]
    [InlineData("空.pdf", "", false)]
    public async Task A_file_is_told_by_its_content_and_its_ending(string name, string bytes, bool allowed)
    {
        var content = name.EndsWith(".csv", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(bytes) : Encoding.Latin1.GetBytes(bytes);

        Assert.Equal(allowed, await EvidenceKinds.AllowsAsync(new(name, new MemoryStream(content)), CancellationToken.None));
    }

    [Theory]
    [InlineData("方案.docx", new[] { "[Content_Types].xml", "word/document.xml" }, true)]
    [InlineData("方案.docx", new[] { "[Content_Types].xml", "word/vbaProject.bin" }, false)]
    [InlineData("方案.docx", new[] { "setup.exe" }, false)]
    [InlineData("资料.zip", new[] { "[Content_Types].xml" }, false)]
    public async Task An_office_file_has_no_program_in_it(string name, string[] entries, bool allowed)
    {
        var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
                package.CreateEntry(entry);
        }
        content.Position = 0;

        Assert.Equal(allowed, await EvidenceKinds.AllowsAsync(new(name, content), CancellationToken.None));
        Assert.Equal(0, content.Position);
    }
}
