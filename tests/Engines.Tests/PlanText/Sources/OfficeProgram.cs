using System.ComponentModel;
using System.Diagnostics;

namespace Shuren.Engines.Tests.PlanText.Sources;

/// <summary>LibreOffice without a screen: makes the PDF and old Office files that the tests read.</summary>
internal static class OfficeProgram
{
    // One at a time: two LibreOffice processes share no profile, and each costs seconds.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Converts a document; the filter is LibreOffice's, such as <c>pdf</c> or <c>pdf:writer_pdf_Export:{...}</c>.</summary>
    internal static async Task<byte[]> Convert(byte[] document, string extension, string filter)
    {
        var folder = Directory.CreateTempSubdirectory("shuren-office-");
        await Turn.WaitAsync();
        try
        {
            var source = Path.Combine(folder.FullName, "plan" + extension);
            await File.WriteAllBytesAsync(source, document);
            await Run(folder.FullName, "--convert-to", filter, "--outdir", folder.FullName, source);
            var made = Path.Combine(folder.FullName, "plan." + filter.Split(':')[0]);
            Assert.True(File.Exists(made), "LibreOffice made no file. Install its writer: apt-get install libreoffice-writer-nogui");
            return await File.ReadAllBytesAsync(made);
        }
        finally
        {
            Turn.Release();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder}/profile", .. arguments])
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!; // never null: no shell is used
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        }
        catch (Win32Exception)
        {
            Assert.Fail("These tests need LibreOffice. Install it: apt-get install libreoffice-writer-nogui fonts-noto-cjk");
        }
    }
}
