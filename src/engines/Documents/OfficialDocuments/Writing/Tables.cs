using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>A table over the whole width of the type area.</summary>
internal static class Tables
{
    private const int CellPadding = 85; // twips: 1.5 mm

    internal static Table Of(TableBlock block, double width)
    {
        var shares = block.Columns.Sum(c => c.Share);
        var widths = block.Columns.Select(c => Twips(width * c.Share / shares)).ToArray();
        var table = new Table(Properties(widths.Sum()), new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        table.Append(Row(block.Columns.Select((column, i) => Cell(widths[i], Paragraphs.Lines(Looks.TableHead, column.Head))), isHead: true));
        foreach (var (number, row) in block.Rows.Index())
            table.Append(Row(block.Columns.Select((column, i) => BodyCell(block, column, i, number, widths[i]))));
        return table;
    }

    private static TableProperties Properties(int width) => new(
        new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
        new TableJustification { Val = TableRowAlignmentValues.Center },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8 },
            new LeftBorder { Val = BorderValues.Single, Size = 8 },
            new BottomBorder { Val = BorderValues.Single, Size = 8 },
            new RightBorder { Val = BorderValues.Single, Size = 8 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = CellPadding, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = CellPadding, Type = TableWidthValues.Dxa }));

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new([properties, .. cells]);
    }

    private static TableCell BodyCell(TableBlock block, TableColumn column, int index, int row, int width)
    {
        var text = TextAt(block, row, index);
        var look = column.IsCentred ? Looks.TableCentred : Looks.TableText;
        if (!column.IsMerged)
            return Cell(width, Paragraphs.Lines(look, text));
        var goesOn = row > 0 && text.Length > 0 && TextAt(block, row - 1, index) == text;
        return Cell(width, goesOn ? [] : Paragraphs.Lines(look, text), new VerticalMerge { Val = goesOn ? MergedCellValues.Continue : MergedCellValues.Restart });
    }

    private static string TextAt(TableBlock block, int row, int column) => column < block.Rows[row].Count ? block.Rows[row][column] : "";

    private static TableCell Cell(int width, IEnumerable<Paragraph> lines, VerticalMerge? merge = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (merge is not null)
            properties.Append(merge);
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        // A cell without a paragraph is no valid cell.
        OpenXmlElement[] content = [.. lines.DefaultIfEmpty(Paragraphs.Of(Looks.TableText, ""))];
        return new([properties, .. content]);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
