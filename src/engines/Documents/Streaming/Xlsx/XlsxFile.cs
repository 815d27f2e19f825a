using System.IO.Compression;
using System.Xml;
using Shuren.Documents.Workbooks;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>An .xlsx: its small parts are read at once, its rows while they are asked for.</summary>
internal sealed class XlsxFile : TableFile
{
    private readonly ZipArchive package;
    private readonly Parts parts;
    private readonly TableLimits limits;
    private readonly PackageScan scan = new();
    private readonly SharedStrings strings = new();
    private readonly NumberFormats formats = new();
    private readonly List<string> paths = [];
    private readonly List<TableSheet> sheets = [];
    private bool countsFrom1904;

    private XlsxFile(ZipArchive package, TableLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        parts = new(package);
    }

    public override IReadOnlyList<TableSheet> Sheets => sheets;

    internal static TableOpening OpenPackage(Stream stream, TableLimits limits)
    {
        XlsxFile? file = null;
        try
        {
            file = new(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), limits);
            if (file.ReadParts() is not { } refusal)
                return new(file);
            file.Dispose();
            return new(null, refusal);
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            file?.Dispose();
            return new(null, Refusals.Damaged);
        }
    }

    public override IEnumerable<RowReading> Rows(TableSheet sheet)
    {
        using var xml = parts.Open(paths[sheet.Index]);
        if (xml is null)
            yield break;
        var reader = new SheetRows(xml, strings, formats, countsFrom1904, scan.AreasOf(paths[sheet.Index]), limits);
        var count = 0;
        while (Next(reader, sheet) is { } row)
        {
            if (++count > limits.MaxRows)
            {
                Refusal = Refusals.TooManyRows(sheet.Name, limits.MaxRows);
                yield break;
            }
            yield return row;
        }
    }

    private RowReading? Next(SheetRows reader, TableSheet sheet)
    {
        try
        {
            var row = reader.Next();
            if (reader.IsTooWide)
                Refusal = Refusals.TooManyColumns(sheet.Name, limits.MaxColumns);
            return row;
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            Refusal = Refusals.Damaged;
            return null;
        }
    }

    private DocumentRefusal? ReadParts()
    {
        if (!scan.Run(package, limits.MaxUnpackedBytes))
            return Refusals.Unpacked(limits.MaxUnpackedBytes);
        var workbook = parts.Related("", "officeDocument") ?? "xl/workbook.xml";
        using (var xml = parts.Open(workbook))
        {
            if (xml is null)
                return Refusals.NotAWorkbook;
            ReadWorkbook(xml, parts.RelationsOf(workbook).ToLookup(r => r.Id, r => r.Path));
        }
        if (sheets.Count > limits.MaxSheets)
            return Refusals.TooManySheets(limits.MaxSheets);
        if (sheets.Count == 0)
            return Refusals.NotAWorkbook;
        using (var xml = parts.Open(parts.Related(workbook, "styles") ?? ""))
        {
            if (xml is not null)
                formats.Read(xml);
        }
        using var shared = parts.Open(parts.Related(workbook, "sharedStrings") ?? "");
        return shared is null || strings.Read(shared, new(limits.MaxCellLength), limits.MaxSharedBytes) ? null : Refusals.Unpacked(limits.MaxSharedBytes);
    }

    private void ReadWorkbook(XmlReader xml, ILookup<string, string> targets)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                countsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && RelationId(xml) is { } id && targets[id].FirstOrDefault() is { } path && path.Contains("worksheets", StringComparison.OrdinalIgnoreCase))
            {
                sheets.Add(new(sheets.Count, xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
                paths.Add(path);
            }
        }
    }

    private static string? RelationId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml is { LocalName: "id", Prefix.Length: > 0 })
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }
        xml.MoveToElement();
        return null;
    }

    /// <summary>What the zip and the XML reader throw on damaged bytes, as fuzzing showed.</summary>
    private static bool IsDamage(Exception thrown) => thrown is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or FormatException;

    private protected override void Dispose(bool disposing)
    {
        package.Dispose();
        base.Dispose(disposing);
    }
}
