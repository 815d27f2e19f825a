using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Shuren.PlanText.Sources.Pdf;

/// <summary>
/// Poppler's <c>pdftotext</c> as the one way to PDF. The file goes in by standard input and the pages come out by standard
/// output: nothing touches the disk and no shell sees a name. Where there is a shell it only sets the bound of memory and
/// becomes the program (decision 0026).
/// </summary>
internal sealed class PdfToText(string program = "pdftotext")
{
    /// <summary>More than any complaint that is worth reading.</summary>
    private const int MostComplaint = 20_000;

    /// <summary>What the program said.</summary>
    /// <param name="Found">False where the program is not installed.</param>
    /// <param name="Succeeded">False where it gave up.</param>
    /// <param name="Output">What it wrote, cut off at the limit.</param>
    /// <param name="IsCut">True where the limit cut it off.</param>
    /// <param name="Complaint">What it wrote to standard error.</param>
    internal sealed record Result(bool Found, bool Succeeded, string Output, bool IsCut, string Complaint);

    /// <summary>What a shell answers when there is no such program.</summary>
    private const int NoSuchProgram = 127;

    /// <summary>Runs the program over a file; ends it when cancelled.</summary>
    internal async Task<Result> RunAsync(byte[] pdf, int maxPages, long maxCharacters, long maxBytes, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(maxPages, maxBytes) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new(false, false, "", false, "");
        }
        try
        {
            var feeding = FeedAsync(process, pdf, ct);
            var complaining = ReadAsync(process.StandardError, MostComplaint, goesOn: true, ct);
            var (output, isCut) = await ReadAsync(process.StandardOutput, maxCharacters, goesOn: false, ct);
            if (isCut)
                return new(true, false, output, true, "");
            await feeding;
            var (complaint, _) = await complaining;
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode != NoSuchProgram, process.ExitCode == 0, output, false, complaint);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Describe(int maxPages, long maxBytes)
    {
        // -bbox-layout gives every line with its coordinates: where it is indented, where it ends, how far the next one is.
        string[] arguments = ["-bbox-layout", "-enc", "UTF-8", "-l", maxPages.ToString(CultureInfo.InvariantCulture), "-", "-"];
        var kibibytes = (maxBytes / 1024).ToString(CultureInfo.InvariantCulture);
        return OperatingSystem.IsWindows()
            ? Start(program, arguments)
            : Start("/bin/sh", ["-c", "ulimit -v \"$1\"; shift; exec \"$@\"", "sh", kibibytes, program, .. arguments]);
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        UseShellExecute = false,
    };

    private static async Task FeedAsync(Process process, byte[] pdf, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has seen enough and gone: what it says of that is read from its output.
        }
    }

    /// <summary>Keeps what comes up to a limit. Complaints are drained beyond it, for a full pipe would stop the program.</summary>
    private static async Task<(string Text, bool IsCut)> ReadAsync(StreamReader reader, long limit, bool goesOn, CancellationToken ct)
    {
        var text = new StringBuilder();
        var chunk = new char[16_384];
        var isCut = false;
        for (int read; (read = await reader.ReadAsync(chunk, ct)) > 0 && (goesOn || !isCut);)
        {
            isCut |= text.Length + read > limit;
            if (!isCut)
                text.Append(chunk, 0, read);
        }
        return (text.ToString(), isCut);
    }
}
