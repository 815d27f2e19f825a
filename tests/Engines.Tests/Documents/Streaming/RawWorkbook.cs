using System.IO.Compression;
using System.Text;

namespace Shuren.Engines.Tests.Documents.Streaming;

/// <summary>A workbook whose XML the test writes itself, so that nothing of ours stands between the file and the reader.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheetData">What stands inside <c>sheetData</c>.</param>
    /// <param name="behind">What stands behind it.</param>
    /// <param name="shared">The <c>si</c> elements.</param>
    /// <param name="styles">What stands inside <c>styleSheet</c>.</param>
    /// <param name="workbookPr">Attributes of <c>workbookPr</c>.</param>
    internal static MemoryStream Of(string sheetData, string behind = "", string shared = "", string styles = "", string workbookPr = "") => Packed(
        ("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Relation}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><workbookPr {workbookPr}/><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"旧表\" sheetId=\"2\" state=\"hidden\" r:id=\"r4\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r4\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r2\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData>{behind}</worksheet>"),
        ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetData/></worksheet>"));

    internal static MemoryStream Packed(params (string Path, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = package.CreateEntry(path, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file;
    }
}
