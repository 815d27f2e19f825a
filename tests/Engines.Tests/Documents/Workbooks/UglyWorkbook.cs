using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Engines.Tests.Documents.Workbooks;

/// <summary>A workbook as it comes from a school: built by hand, not by our writer.</summary>
internal static class UglyWorkbook
{
    /// <summary>Title over merged cells, an empty row and column, a merged two-line head, a section merged downwards, a hidden row, numbers and dates as text.</summary>
    internal static MemoryStream Build()
    {
        var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(
                new SheetData(
                    Line(1, ("B", "青禾县2026年学校基本情况统计表")),
                    Line(2, ("B", "填报单位：青禾县教育局　　填报日期：2026.3.1")),
                    Line(4, ("B", "片区"), ("C", "学校名称*"), ("E", "学 生 数（人）"), ("G", "建校日期")),
                    Line(5, ("E", "合计"), ("F", "其中：寄宿")),
                    Line(6, ("B", "城区"), ("C", " 实验小学 "), ("E", "１，２５０"), ("F", "120"), ("G", "1987.9.1")),
                    Hidden(Line(7, ("C", "停用小学"), ("E", "0"), ("G", "1990年"))),
                    Line(8, ("C", "第二小学"), ("E", "约900人"), ("F", "无"), ("G", "2001年9月1日"))),
                new MergeCells(
                    new MergeCell { Reference = "B1:G1" }, new MergeCell { Reference = "B4:B5" }, new MergeCell { Reference = "C4:D5" },
                    new MergeCell { Reference = "E4:F4" }, new MergeCell { Reference = "G4:G5" }, new MergeCell { Reference = "B6:B8" }));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "基本情况", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }
        file.Position = 0;
        return file;
    }

    private static Row Line(uint number, params (string Column, string Text)[] cells) => new(cells.Select(c => new Cell(new InlineString(new Text(c.Text)))
    {
        CellReference = $"{c.Column}{number}",
        DataType = CellValues.InlineString,
    }))
    { RowIndex = number };

    private static Row Hidden(Row row)
    {
        row.Hidden = true;
        return row;
    }
}
