using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuren.Engines.Tests.Documents;

/// <summary>What LibreOffice made of a file, page by page: proof that an office program opens it.</summary>
internal sealed record Rendering(IReadOnlyList<string> Pages, IReadOnlyList<(double Width, double Height)> Sizes)
{
    internal string Text => string.Join('\n', Pages);
}

/// <summary>LibreOffice and poppler, as outside programs. Where they are missing the test fails and says what to install.</summary>
internal static partial class LibreOffice
{
    /// <summary>Two at once would fight over the profile.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>A profile for this run alone, so that neither a person's settings nor another run disturbs it.</summary>
    private static readonly string Profile = Directory.CreateTempSubdirectory("shuren-libreoffice-").FullName;

    static LibreOffice() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Profile, recursive: true);

    internal static async Task<Rendering> Render(string fileName, Action<Stream> write)
    {
        var folder = Directory.CreateTempSubdirectory("shuren-render-");
        try
        {
            var path = Path.Combine(folder.FullName, fileName);
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite))
                write(file);
            Keep(path);
            var pdf = await Convert(path, "pdf");
            Keep(pdf);
            var text = await Run("pdftotext", "poppler-utils", "-layout", pdf, "-");
            var info = await Run("pdfinfo", "poppler-utils", "-l", "999", pdf);
            return new(text.TrimEnd('\f').Split('\f'), [.. PageSize().Matches(info).Select(m => (Number(m.Groups[1]), Number(m.Groups[2])))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The same content as LibreOffice saves it: in another format, with a filter behind a colon, or in the same one.</summary>
    internal static async Task<byte[]> Convert(string fileName, byte[] content, string format)
    {
        var folder = Directory.CreateTempSubdirectory("shuren-convert-");
        try
        {
            var path = Path.Combine(folder.FullName, fileName);
            await File.WriteAllBytesAsync(path, content);
            return await File.ReadAllBytesAsync(await Convert(path, format));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Convert(string path, string format)
    {
        await OneAtATime.WaitAsync();
        try
        {
            // Beside the file, where the same format would overwrite what it reads.
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, "saved")).FullName;
            var said = await Run(
                "soffice", "libreoffice-writer libreoffice-calc",
                $"-env:UserInstallation=file://{Profile}", "--headless", "--convert-to", format, "--outdir", folder, path);
            var converted = Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(path), format.Split(':')[0]));
            Assert.True(File.Exists(converted), $"LibreOffice did not open {Path.GetFileName(path)}: {said}");
            return converted;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> Run(string program, string package, params string[] arguments)
    {
        Process? process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            process = null;
        }
        Assert.True(process is not null, $"{program} is missing: apt-get install -y {package} fonts-noto-cjk");
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
            return output;
        }
    }

    /// <summary>With SHUREN_KEEP_RENDERINGS=folder the files stay, so that a person can look at them.</summary>
    private static void Keep(string path)
    {
        if (Environment.GetEnvironmentVariable("SHUREN_KEEP_RENDERINGS") is { Length: > 0 } folder)
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex PageSize();
}
