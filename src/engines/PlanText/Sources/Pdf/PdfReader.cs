using System.Xml;

namespace Shuren.PlanText.Sources.Pdf;

/// <summary>A PDF with a text layer: paragraphs put together again, page by page.</summary>
internal static class PdfReader
{
    /// <summary>What pdftotext writes is larger than the text in it, for every word stands with its coordinates.</summary>
    private const long MostOutput = 64L * 1024 * 1024;

    internal static async Task<SourceReading> ReadAsync(
        byte[] bytes, string fileName, SourceLimits limits, PdfToText program, CancellationToken ct)
    {
        var result = await program.RunAsync(bytes, limits.MaxPages + 1, MostOutput, limits.MaxProgramBytes, ct);
        if (!result.Found)
            return SourceReading.Refused(SourceProblemKind.PdfReaderMissing);
        if (result.IsCut)
            return SourceReading.Refused(SourceProblemKind.TooMuchText, limits.MaxCharacters);
        if (!result.Succeeded && IsOutOfMemory(result.Complaint))
            return SourceReading.Refused(SourceProblemKind.TooHeavy, limits.MaxProgramBytes / 1024 / 1024);
        if (!result.Succeeded)
            return SourceReading.Refused(IsLocked(result.Complaint) ? SourceProblemKind.PasswordProtected : SourceProblemKind.Damaged);
        try
        {
            var (pages, title) = PdfLayout.Read(result.Output, ct);
            return Write(pages, title, fileName, limits, ct);
        }
        catch (XmlException)
        {
            return SourceReading.Refused(SourceProblemKind.Damaged);
        }
    }

    private static SourceReading Write(
        IReadOnlyList<PdfPage> pages, string? title, string fileName, SourceLimits limits, CancellationToken ct)
    {
        if (pages.Count > limits.MaxPages)
            return SourceReading.Refused(SourceProblemKind.TooManyPages, limits.MaxPages);
        if (pages.Count == 0)
            return SourceReading.Refused(SourceProblemKind.Damaged);
        if (pages.All(page => page.Lines.Count == 0))
            return SourceReading.Refused(SourceProblemKind.ImageOnly);
        var writer = new LineWriter(limits.MaxCharacters);
        new PdfParagraphs(pages, PdfFurniture.Find(pages)).Write(writer, ct);
        return writer.IsFull
            ? SourceReading.Refused(SourceProblemKind.TooMuchText, limits.MaxCharacters)
            : SourceReading.Of(writer.ToText(fileName, title));
    }

    /// <summary>What poppler and the C++ library say when no more memory is given.</summary>
    private static bool IsOutOfMemory(string complaint) =>
        complaint.Contains("bad_alloc", StringComparison.Ordinal) || complaint.Contains("Out of memory", StringComparison.Ordinal);

    private static bool IsLocked(string complaint) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) || complaint.Contains("encrypt", StringComparison.OrdinalIgnoreCase);
}
