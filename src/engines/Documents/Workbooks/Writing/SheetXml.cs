using System.IO.Packaging;
using DocumentFormat.OpenXml;
using Xml = DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>Where a sheet's parts ended up: what the workbook and the later sheets need to know.</summary>
/// <param name="HeadRow">The row of the heads, counted from 1.</param>
/// <param name="LastRow">The last row with cells.</param>
internal readonly record struct SheetExtent(int HeadRow, int LastRow);

/// <summary>One sheet as XML, row after row: memory does not grow with the table.</summary>
internal sealed class SheetXml(Sheet sheet, PackagePart part, IReadOnlyDictionary<string, string> choiceRanges)
{
    private const int MaxRows = 1_048_576;
    private const int MaxLinks = 65_530;
    private const string LinkRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    private readonly List<Xml.Hyperlink> links = [];
    private readonly int headRow = 1 + (sheet.Title is null ? 0 : 1) + (sheet.Subtitle is null ? 0 : 1);
    private int row;

    /// <exception cref="InvalidOperationException">The table has more rows than a sheet can hold.</exception>
    internal SheetExtent Write()
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument();
        xml.WriteStartElement(new Xml.Worksheet());
        xml.WriteElement(new Xml.SheetProperties(new Xml.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new Xml.SheetViews(View()));
        xml.WriteElement(new Xml.SheetFormatProperties { DefaultRowHeight = RowHeights.OneLine });
        xml.WriteElement(new Xml.Columns(sheet.Columns.Select(Column)));
        WriteCells(xml);
        foreach (var element in AfterCells())
            xml.WriteElement(element);
        xml.WriteEndElement();
        return new(headRow, row);
    }

    private Xml.SheetView View()
    {
        var below = new Xml.Pane
        {
            VerticalSplit = headRow,
            HorizontalSplit = sheet.FrozenColumns == 0 ? null : sheet.FrozenColumns,
            TopLeftCell = SheetNames.Cell(sheet.FrozenColumns + 1, headRow + 1),
            ActivePane = sheet.FrozenColumns == 0 ? Xml.PaneValues.BottomLeft : Xml.PaneValues.BottomRight,
            State = Xml.PaneStateValues.Frozen,
        };
        return new(below) { WorkbookViewId = 0, ShowGridLines = false };
    }

    private static Xml.Column Column(SheetColumn column, int index) =>
        new() { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true };

    private void WriteCells(OpenXmlWriter xml)
    {
        xml.WriteStartElement(new Xml.SheetData());
        if (sheet.Title is { } title)
            WriteLine(xml, title, CellStyle.Title, height: 32);
        if (sheet.Subtitle is { } subtitle)
            WriteLine(xml, subtitle, CellStyle.Subtitle, height: 20);
        WriteRow(xml, sheet.Columns.Select((column, i) => CellXml.OfText(column.Head, SheetNames.Cell(i + 1, row + 1), CellStyle.Head)));
        foreach (var values in sheet.Rows)
            WriteRow(xml, sheet.Columns.Select((column, i) => Cell(i < values.Count ? values[i] : null, column, SheetNames.Cell(i + 1, row + 1))));
        xml.WriteEndElement();
    }

    private void WriteLine(OpenXmlWriter xml, string words, CellStyle style, double height)
    {
        row++;
        xml.WriteElement(new Xml.Row(CellXml.OfText(words, SheetNames.Cell(1, row), style)) { RowIndex = (uint)row, Height = height, CustomHeight = true });
    }

    private void WriteRow(OpenXmlWriter xml, IEnumerable<Xml.Cell> cells)
    {
        if (row == MaxRows)
            throw new InvalidOperationException($"A sheet holds at most {MaxRows} rows; divide the table.");
        var element = new Xml.Row(cells) { RowIndex = (uint)row + 1 };
        element.Height = RowHeights.Of(element, sheet.Columns);
        xml.WriteElement(element);
        row++;
    }

    private Xml.Cell Cell(object? value, SheetColumn column, string reference)
    {
        if (value is CellLink link && CellXml.LinkTarget(link) is { } target && links.Count < MaxLinks)
        {
            var relation = part.CreateRelationship(target, TargetMode.External, LinkRelation);
            links.Add(new Xml.Hyperlink { Reference = reference, Id = relation.Id });
        }
        return CellXml.Of(value, column.Kind, reference);
    }

    /// <summary>The order is the schema's: filter, merged cells, lists, links, page.</summary>
    private IEnumerable<OpenXmlElement> AfterCells()
    {
        var last = sheet.Columns.Count;
        yield return new Xml.AutoFilter { Reference = $"{SheetNames.Cell(1, headRow)}:{SheetNames.Cell(last, Math.Max(row, headRow))}" };
        if (headRow > 1 && last > 1)
            yield return new Xml.MergeCells(Enumerable.Range(1, headRow - 1).Select(line => new Xml.MergeCell { Reference = $"{SheetNames.Cell(1, line)}:{SheetNames.Cell(last, line)}" }));
        if (sheet.Columns.Any(c => c.Choices.Count > 0))
            yield return new Xml.DataValidations(sheet.Columns.Index().Where(c => c.Item.Choices.Count > 0).Select(c => Choice(c.Index + 1, c.Item)));
        if (links.Count > 0)
            yield return new Xml.Hyperlinks(links);
        yield return new Xml.PrintOptions { HorizontalCentered = true };
        yield return new Xml.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 };
        yield return new Xml.PageSetup { PaperSize = 9, Orientation = Xml.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };
        yield return new Xml.HeaderFooter(new Xml.OddFooter("&L&A&R第 &P 页，共 &N 页"));
    }

    private Xml.DataValidation Choice(int column, SheetColumn of) => new(new Xml.Formula1(choiceRanges[of.Key]))
    {
        Type = Xml.DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = "请从列表中选择",
        Error = "这里只能填下拉列表中的内容。请点单元格右侧的箭头选择。",
        SequenceOfReferences = new ListValue<StringValue>([$"{SheetNames.Cell(column, headRow + 1)}:{SheetNames.Cell(column, MaxRows)}"]),
    };
}
