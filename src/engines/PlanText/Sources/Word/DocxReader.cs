using System.Text;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>A Word document as its reader sees it, with changes accepted; headers, footers and footnotes are left out.</summary>
internal static class DocxReader
{
    internal static SourceReading Read(byte[] bytes, string fileName, SourceLimits limits, CancellationToken ct)
    {
        try
        {
            using var package = new DocxPackage(bytes, limits);
            var writer = new LineWriter(limits.MaxCharacters);
            var title = WriteBody(package, writer, limits, ct);
            return writer.IsFull
                ? SourceReading.Refused(SourceProblemKind.TooMuchText, limits.MaxCharacters)
                : SourceReading.Of(writer.ToText(fileName, title));
        }
        catch (UnpackedTooFarException)
        {
            return SourceReading.Refused(SourceProblemKind.UnpacksTooLarge);
        }
        catch (Exception error) when (error is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or DecoderFallbackException)
        {
            // What the unpacker and the XML reader throw at a file that is cut off or has flipped bits.
            return SourceReading.Refused(SourceProblemKind.Damaged);
        }
    }

    private static string? WriteBody(DocxPackage package, LineWriter writer, SourceLimits limits, CancellationToken ct)
    {
        using var styles = package.Open("word/styles.xml");
        using var numbering = package.Open("word/numbering.xml");
        using var body = package.Open(package.MainPart)!; // never null: the main part was found by its name
        var looks = new WordLooks(WordStyles.Read(styles, limits.MaxDepth), new WordCounters(WordNumbering.Read(numbering, limits.MaxDepth)));
        var lines = new WordLines(writer, looks, limits.MaxCharacters);
        new WordBody(lines, limits.MaxDepth).Read(body, ct);
        return lines.Title ?? TitleProperty(package, limits);
    }

    /// <summary>The title in the document's properties.</summary>
    private static string? TitleProperty(DocxPackage package, SourceLimits limits)
    {
        using var core = package.Open("docProps/core.xml");
        while (core is not null && core.Read() && core.Depth < limits.MaxDepth)
        {
            if (core.NodeType == XmlNodeType.Element && core.LocalName == "title" && !core.IsEmptyElement)
                return core.Read() && core.NodeType == XmlNodeType.Text ? core.Value : null;
        }
        return null;
    }
}
