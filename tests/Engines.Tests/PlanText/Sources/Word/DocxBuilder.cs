using System.IO.Compression;
using System.Security;
using System.Text;

namespace Shuren.Engines.Tests.PlanText.Sources.Word;

/// <summary>Writes a .docx by hand, part by part, so that a test says exactly what stands in it.</summary>
internal sealed class DocxBuilder
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private readonly StringBuilder body = new();
    private readonly StringBuilder styles = new();
    private readonly StringBuilder lists = new();
    private readonly StringBuilder numbers = new();
    private readonly Dictionary<string, string> parts = [];

    internal DocxBuilder Paragraph(string text, string properties = "") =>
        Raw($"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>");

    /// <summary>A paragraph of a list.</summary>
    internal DocxBuilder Numbered(int number, int level, string text) =>
        Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");

    internal DocxBuilder Table(params string[][] rows) => Raw(TableXml(rows));

    internal DocxBuilder Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    internal DocxBuilder Style(string id, string name, string properties = "")
    {
        styles.Append($"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{properties}</w:style>");
        return this;
    }

    /// <summary>A list with the format and the pattern of each of its levels.</summary>
    internal DocxBuilder List(int number, params (string Format, string Pattern)[] levels)
    {
        var xml = levels.Select((level, at) =>
            $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/><w:lvlText w:val=\"{level.Pattern}\"/></w:lvl>");
        lists.Append($"<w:abstractNum w:abstractNumId=\"{number}\">{string.Concat(xml)}</w:abstractNum>");
        return Number(number, number);
    }

    internal DocxBuilder Number(int number, int list, string overrides = "")
    {
        numbers.Append($"<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{list}\"/>{overrides}</w:num>");
        return this;
    }

    /// <summary>A4 with a running head, and a foot with the number of the page: — 1 —.</summary>
    internal DocxBuilder Page(string head)
    {
        var field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        Part("word/header1.xml", $"<w:hdr {Word}><w:p>{Run(head)}</w:p></w:hdr>");
        Part("word/footer1.xml", $"<w:ftr {Word}><w:p>{Run("— ")}{field}{Run(" —")}</w:p></w:ftr>");
        return Raw("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\"/></w:sectPr>");
    }

    internal DocxBuilder Part(string name, string content)
    {
        parts[name] = content;
        return this;
    }

    internal byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes);
            Add(zip, "_rels/.rels", Relations("rId1", "officeDocument", "word/document.xml"));
            Add(zip, "word/_rels/document.xml.rels", Relations(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "header", "header1.xml"), ("rId4", "footer", "footer1.xml")));
            Add(zip, "word/styles.xml", $"<w:styles {Word}>{styles}</w:styles>");
            Add(zip, "word/numbering.xml", $"<w:numbering {Word}>{lists}{numbers}</w:numbering>");
            Add(zip, "word/document.xml", $"<w:document {Word} xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>");
            foreach (var (name, content) in parts)
                Add(zip, name, content);
        }
        return stream.ToArray();
    }

    internal static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    internal static string TableXml(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:tcPr/><w:p>{Run(cell)}</w:p></w:tc>"))}</w:tr>"))}</w:tbl>";

    private const string ContentTypes =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
        + "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>"
        + "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";

    private static string Relations(string id, string type, string target) => Relations((id, type, target));

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{one.Type}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
