using Shuren.PlanText.Sources.Html;
using Shuren.PlanText.Sources.Pdf;
using Shuren.PlanText.Sources.Plain;
using Shuren.PlanText.Sources.Word;

namespace Shuren.PlanText.Sources;

/// <summary>
/// Reads a document as text: .txt, .md, .html, .docx, .pdf and pasted text. Never throws on any content:
/// what cannot be read comes back as a problem in words.
/// </summary>
public static class SourceReader
{
    private const int ChunkBytes = 81920;

    /// <summary>Reads a file. What it is is told by its content; its name helps only where content leaves it open.</summary>
    /// <param name="stream">The file's bytes, read from here to the end or to the limit; not closed.</param>
    /// <param name="fileName">The name it came with; folders are cut off; may be empty.</param>
    /// <param name="limits">How much it may cost; <see cref="SourceLimits.Default"/> where nothing else is known.</param>
    /// <param name="ct">Stops the reading, and the program that reads PDF.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    /// <exception cref="IOException">The stream itself failed.</exception>
    /// <example><code>
    /// await using var file = File.OpenRead(path);
    /// var reading = await SourceReader.ReadAsync(file, path, SourceLimits.Default, ct);
    /// if (reading.Succeeded) Show(PlanReader.Read(reading.Text));
    /// </code></example>
    public static Task<SourceReading> ReadAsync(Stream stream, string fileName, SourceLimits limits, CancellationToken ct) =>
        ReadAsync(stream, fileName, limits, new PdfToText(), ct);

    /// <summary>Reads text that was pasted. Line breaks of any system are understood; web code is not.</summary>
    public static SourceReading ReadText(string text) =>
        text.Length > SourceLimits.Default.MaxCharacters
            ? SourceReading.Refused(SourceProblemKind.TooMuchText, SourceLimits.Default.MaxCharacters)
            : LanguageCheck.Pass(SourceReading.Of(PlainTextReader.Read(text, "")));

    internal static async Task<SourceReading> ReadAsync(
        Stream stream, string fileName, SourceLimits limits, PdfToText pdfToText, CancellationToken ct)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        watch.CancelAfter(limits.MaxTime);
        try
        {
            var bytes = await ReadBytesAsync(stream, limits.MaxFileBytes, watch.Token);
            return bytes is null
                ? SourceReading.Refused(SourceProblemKind.TooLarge, limits.MaxFileBytes / 1024 / 1024)
                : LanguageCheck.Pass(await ReadFormatAsync(bytes, Path.GetFileName(fileName), limits, pdfToText, watch.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return SourceReading.Refused(SourceProblemKind.TookTooLong, limits.MaxTime.TotalSeconds);
        }
    }

    /// <summary>The whole file, or null once it is larger than allowed: no more than the limit is ever held.</summary>
    private static async Task<byte[]?> ReadBytesAsync(Stream stream, long limit, CancellationToken ct)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limit)
            return null;
        using var held = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (held.Length + read > limit)
                return null;
            held.Write(chunk, 0, read);
        }
        return held.ToArray();
    }

    private static async Task<SourceReading> ReadFormatAsync(
        byte[] bytes, string fileName, SourceLimits limits, PdfToText pdfToText, CancellationToken ct)
    {
        var (format, name) = FormatDetector.Detect(bytes, fileName);
        return format switch
        {
            FileFormat.Pdf => await PdfReader.ReadAsync(bytes, fileName, limits, pdfToText, ct),
            FileFormat.Docx => DocxReader.Read(bytes, fileName, limits, ct),
            FileFormat.Encrypted => SourceReading.Refused(SourceProblemKind.PasswordProtected),
            FileFormat.Broken => SourceReading.Refused(SourceProblemKind.Damaged),
            FileFormat.Unsupported => SourceReading.Refused(SourceProblemKind.UnsupportedType, name),
            _ => await ReadDecodedAsync(bytes, fileName, limits, ct),
        };
    }

    private static async Task<SourceReading> ReadDecodedAsync(byte[] bytes, string fileName, SourceLimits limits, CancellationToken ct)
    {
        if (TextEncodings.Decode(bytes) is not { } text)
            return RefuseUndecodable(fileName);
        if (text.Length > limits.MaxCharacters)
            return SourceReading.Refused(SourceProblemKind.TooMuchText, limits.MaxCharacters);
        return FormatDetector.DetectText(text, fileName) switch
        {
            FileFormat.Html => await HtmlReader.ReadAsync(text, fileName, limits, ct),
            FileFormat.Markdown => SourceReading.Of(MarkdownReader.Read(text, fileName)),
            _ => SourceReading.Of(PlainTextReader.Read(text, fileName)),
        };
    }

    /// <summary>Bytes that are no text: a text file in an unknown encoding, a document that has lost its head, or something else.</summary>
    private static SourceReading RefuseUndecodable(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        "" or ".txt" or ".md" or ".html" or ".htm" => SourceReading.Refused(SourceProblemKind.UnknownEncoding),
        ".docx" or ".pdf" => SourceReading.Refused(SourceProblemKind.Damaged),
        var extension => SourceReading.Refused(SourceProblemKind.UnsupportedType, extension),
    };
}
