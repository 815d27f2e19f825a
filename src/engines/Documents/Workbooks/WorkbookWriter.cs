using System.IO.Packaging;
using DocumentFormat.OpenXml;
using Shuren.Documents.Workbooks.Writing;
using Xml = DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Documents.Workbooks;

/// <summary>Writes tables as an Excel workbook (.xlsx) that prints well: A4 landscape, head on every page, page x of y.</summary>
/// <remarks>
/// The package is written from front to back (System.IO.Packaging with the SDK's <see cref="OpenXmlWriter"/>), because the SDK's own
/// SpreadsheetDocument holds every sheet in memory.
/// </remarks>
public static class WorkbookWriter
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes a workbook. The stream stays open; it must be able to seek.</summary>
    /// <exception cref="ArgumentException">No sheet, a sheet without columns, or a value that a cell cannot hold.</exception>
    /// <exception cref="InvalidOperationException">A sheet has more than 1,048,576 rows.</exception>
    /// <example><code>WorkbookWriter.Write(file, new("学校名单", "青禾县教育局", [sheet]));</code></example>
    public static void Write(Stream stream, WorkbookContent content)
    {
        if (content.Sheets.Count == 0 || content.Sheets.Any(s => s.Columns.Count == 0))
            throw new ArgumentException("A workbook needs a sheet, and a sheet a column.", nameof(content));
        using var package = Package.Open(stream, FileMode.Create, FileAccess.Write);
        package.PackageProperties.Title = CellStrings.Clean(content.Title);
        package.PackageProperties.Creator = CellStrings.Clean(content.Creator);
        new PackageWriting(package, content).Write();
    }

    private sealed class PackageWriting(Package package, WorkbookContent content)
    {
        private readonly ChoiceLists choices = new(content.Sheets);

        internal void Write()
        {
            Sheet[] notes = content.Notes.Count == 0 ? [] : [NotesSheet.Of(content.Notes)];
            Sheet[] lists = choices.Sheet is { } hidden ? [hidden] : [];
            Sheet[] all = [.. content.Sheets, .. notes, .. lists];
            var names = SheetNames.Allowed(all.Select(s => s.Name));
            choices.NameSheet(names[^1]);

            var parts = new List<PackagePart>();
            var definedNames = new Xml.DefinedNames();
            foreach (var (i, sheet) in all.Index())
            {
                var part = Part($"/xl/worksheets/sheet{i + 1}.xml", "worksheet+xml");
                var extent = new SheetXml(sheet, part, choices.RangesOf(sheet)).Write();
                parts.Add(part);
                definedNames.Append(NamesOf(names[i], i, sheet, extent));
            }
            WriteWorkbook(parts, names, definedNames);
        }

        /// <summary>Comes last: a part must be written as soon as it is made, and this one has to know the others.</summary>
        private void WriteWorkbook(List<PackagePart> parts, IReadOnlyList<string> names, Xml.DefinedNames definedNames)
        {
            var styles = Part("/xl/styles.xml", "styles+xml");
            WriteElement(styles, CellStyles.Sheet());
            var workbook = Part("/xl/workbook.xml", "sheet.main+xml");
            package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relation + "officeDocument");
            workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Relation + "styles");
            var sheets = new Xml.Sheets(parts.Select((part, i) => new Xml.Sheet
            {
                Name = names[i],
                SheetId = (uint)i + 1,
                Id = workbook.CreateRelationship(part.Uri, TargetMode.Internal, Relation + "worksheet").Id,
                State = choices.Sheet is not null && i == parts.Count - 1 ? Xml.SheetStateValues.Hidden : null,
            }));
            WriteElement(workbook, new Xml.Workbook(new Xml.BookViews(new Xml.WorkbookView()), sheets, definedNames));
        }

        private static IEnumerable<Xml.DefinedName> NamesOf(string name, int index, Sheet sheet, SheetExtent extent)
        {
            var quoted = SheetNames.Quoted(name);
            var lastColumn = SheetNames.Column(sheet.Columns.Count);
            // Excel looks for this hidden name beside every autofilter.
            yield return new($"{quoted}!$A${extent.HeadRow}:${lastColumn}${extent.LastRow}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)index, Hidden = true };
            yield return new($"{quoted}!$1:${extent.HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };
        }

        private PackagePart Part(string path, string type) =>
            package.CreatePart(new Uri(path, UriKind.Relative), ContentType + type, CompressionOption.Normal);

        private static void WriteElement(PackagePart part, OpenXmlElement element)
        {
            using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
            using var xml = OpenXmlWriter.Create(stream);
            xml.WriteStartDocument();
            xml.WriteElement(element);
        }
    }
}
