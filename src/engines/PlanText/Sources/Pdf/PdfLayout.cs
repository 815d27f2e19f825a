using System.Globalization;
using System.Xml;

namespace Shuren.PlanText.Sources.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, lines and words with their coordinates.</summary>
internal static class PdfLayout
{
    /// <summary>The pages and the title property.</summary>
    /// <exception cref="XmlException">The output broke off.</exception>
    internal static (IReadOnlyList<PdfPage> Pages, string? Title) Read(string output, CancellationToken ct)
    {
        var pages = new List<PdfPage>();
        string? title = null;
        using var reader = XmlReader.Create(new StringReader(output), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, // The output names the XHTML type; nothing is fetched.
            XmlResolver = null,
            CheckCharacters = false,
        });
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "title")
                title = TextOf(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "page")
                pages.Add(ReadPage(reader, pages.Count + 1));
        }
        return (pages, title);
    }

    private static PdfPage ReadPage(XmlReader reader, int number)
    {
        var lines = new List<PdfLine>();
        var words = new List<PdfWord>();
        var height = Length(reader, "height");
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "page"))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "word")
                AddWord(words, reader);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "line" && words.Count > 0)
            {
                lines.Add(new(number, [.. words]));
                words.Clear();
            }
        }
        return new(number, height, lines);
    }

    private static void AddWord(List<PdfWord> words, XmlReader reader)
    {
        var (left, top) = (Length(reader, "xMin"), Length(reader, "yMin"));
        var (right, bottom) = (Length(reader, "xMax"), Length(reader, "yMax"));
        if (TextOf(reader) is { Length: > 0 } text)
            words.Add(new(text, left, top, right, bottom));
    }

    private static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement || !reader.Read() || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace))
            return "";
        return string.Concat(reader.Value.Where(character => !char.IsControl(character))).Replace('\u00A0', ' ');
    }

    private static double Length(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var length)
        && double.IsFinite(length) ? Math.Clamp(length, -1e6, 1e6) : 0;
}
