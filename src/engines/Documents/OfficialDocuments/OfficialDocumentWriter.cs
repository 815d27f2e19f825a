using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shuren.Documents.OfficialDocuments.Writing;

namespace Shuren.Documents.OfficialDocuments;

/// <summary>Writes an official document as a Word file (.docx) laid out by GB/T 9704-2012.</summary>
public static class OfficialDocumentWriter
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes the document. The stream stays open; it must be able to seek, read and write.</summary>
    /// <exception cref="ArgumentException">Neither a title nor an attachment: there is nothing to write.</exception>
    public static void Write(Stream stream, OfficialDocument document)
    {
        var hasMainPart = XmlCharacters.Keep(document.Title).Trim().Length > 0;
        if (!hasMainPart && document.Attachments.Count == 0)
            throw new ArgumentException("A document needs a title or an attachment.", nameof(document));
        using var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        file.PackageProperties.Title = XmlCharacters.Keep(hasMainPart ? document.Title : document.Attachments[0].Title);
        file.PackageProperties.Creator = document.Creator is { } creator ? XmlCharacters.Keep(creator) : null;
        var main = file.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Looks.Sheet();
        main.AddNewPart<FontTablePart>().Fonts = Typefaces.Table();
        main.AddNewPart<DocumentSettingsPart>().Settings = Pages.Settings();
        main.AddNewPart<FooterPart>(Pages.OddFooterId).Footer = Pages.Footer(isOdd: true);
        main.AddNewPart<FooterPart>(Pages.EvenFooterId).Footer = Pages.Footer(isOdd: false);
        main.Document = new(Join([.. Sections(document, hasMainPart)]));
    }

    private sealed record Section(bool IsLandscape, IReadOnlyList<OpenXmlElement> Content);

    private static List<Section> Sections(OfficialDocument document, bool hasMainPart)
    {
        var sections = new List<Section>();
        if (hasMainPart)
            sections.Add(new(false, [.. HeadPart.Of(document), .. Blocks(document.Body, false), .. EndPart.Of(document)]));
        foreach (var (i, attachment) in document.Attachments.Index())
            sections.Add(new(attachment.IsLandscape, [.. AttachmentPage(attachment, document.Attachments.Count == 1 ? null : i + 1)]));
        if (document.Imprint is not { } imprint)
            return sections;
        // The imprint lies at the foot of an upright page: behind a wide table it gets one of its own.
        if (sections[^1] is { IsLandscape: false } last)
            sections[^1] = last with { Content = [.. last.Content, .. EndPart.Imprint(imprint)] };
        else
            sections.Add(new(false, [.. EndPart.Imprint(imprint)]));
        return sections;
    }

    /// <summary>GW-ATTP: 附件 at the top left, then the title.</summary>
    private static IEnumerable<OpenXmlElement> AttachmentPage(Attachment attachment, int? number)
    {
        yield return Paragraphs.Of(Looks.AttachmentMark, "附件" + number?.ToString(CultureInfo.InvariantCulture));
        var gap = Layout.LinePitch / (attachment.IsLandscape ? 3 : 1); // across, a page has few lines to spare
        List<Paragraph> lines = [.. Paragraphs.Lines(Looks.Title, attachment.Title)];
        lines.FirstOrDefault()?.Before(gap);
        if (attachment.Subtitle is { } subtitle)
            lines.Add(Paragraphs.Of(Looks.Subtitle, subtitle));
        lines.LastOrDefault()?.After(gap);
        foreach (var line in lines)
            yield return line;
        foreach (var block in Blocks(attachment.Body, attachment.IsLandscape))
            yield return block;
    }

    private static IEnumerable<OpenXmlElement> Blocks(IReadOnlyList<Block> blocks, bool isLandscape)
    {
        var numbers = new HeadingNumbers();
        return blocks.SelectMany<Block, OpenXmlElement>(block => block switch
        {
            HeadingBlock heading => [Heading(heading, numbers)],
            TextBlock text => Paragraphs.Lines(Looks.Text, text.Text),
            TableBlock table => [Tables.Of(table, Pages.Width(isLandscape))],
            _ => throw new UnreachableException(block.GetType().Name),
        });
    }

    private static Paragraph Heading(HeadingBlock heading, HeadingNumbers numbers)
    {
        var paragraph = Paragraphs.Of(Looks.Headings[heading.Level - 1], numbers.Next(heading.Level) + heading.Text);
        if (heading.RunOn is { } runOn)
            paragraph.Append(Paragraphs.Run(runOn, new RunProperties(Typefaces.Of(Typefaces.FangSong))));
        return paragraph;
    }

    /// <summary>Word keeps a section's page in its last paragraph, and the last section's in the body itself.</summary>
    private static Body Join(IReadOnlyList<Section> sections)
    {
        var body = new Body();
        foreach (var (i, section) in sections.Index())
        {
            body.Append(section.Content);
            var page = Pages.Section(section.IsLandscape);
            // Word wants a paragraph behind a table; one of a point's height cannot bring an empty page.
            if (body.LastChild is Table)
                body.Append(Paragraphs.Of(Looks.Anchor, ""));
            if (i == sections.Count - 1)
                body.Append(page);
            else
                ((Paragraph)body.LastChild!).With(page); // a section begins with a paragraph, so there is one
        }
        return body;
    }
}
