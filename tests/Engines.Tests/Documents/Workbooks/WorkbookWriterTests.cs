using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using Shuren.Documents.Workbooks;
using Shuren.Documents.Workbooks.Writing;
using Xml = DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Engines.Tests.Documents.Workbooks;

public sealed class WorkbookWriterTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("name", "学校名称", 30),
        new("kind", "办学类型", 14) { Choices = ["小学", "初中", "九年一贯制，含教学点"] },
        new("pupils", "学生数", 10, CellKind.Whole),
        new("area", "生均面积", 10, CellKind.Number),
        new("share", "达标率", 10, CellKind.Percent),
        new("opened", "建校日期", 14, CellKind.Date),
        new("site", "网址", 30, CellKind.Link),
    ];

    private static Sheet Schools => new("学校", Columns,
    [
        ["青禾县实验小学", "小学", 1250, 4.12, 0.972, new DateOnly(1987, 9, 1), new CellLink("学校网站", "https://example.org/a?b=1&c=2")],
        ["=HYPERLINK(\"http://x\")", null, 12L, 4.5m, 1.0, new DateTime(2026, 3, 1), new CellLink("坏链接", "javascript:alert(1)")],
        ["只有名称"],
    ])
    { Title = "青禾县学校名单", Subtitle = "2026年3月1日", FrozenColumns = 1 };

    [Fact]
    public async Task It_opens_and_prints_in_LibreOffice()
    {
        var content = new WorkbookContent("学校名单", "青禾县教育局", [Schools]) { Notes = [new("学校名称", "填公章上的全称。"), new("学生数", "以9月20日在籍学生为准。")] };

        var rendering = await LibreOffice.Render("schools.xlsx", file => WorkbookWriter.Write(file, content));

        var text = rendering.Text.Replace(" ", "");
        Assert.All(["青禾县学校名单", "1,250", "4.12", "97.2%", "1987-09-01", "学校网站", "填公章上的全称。", "=HYPERLINK"], words => Assert.Contains(words, text));
        Assert.DoesNotContain("选项1", text);
    }

    [Fact]
    public void Excel_finds_nothing_to_repair()
    {
        using var file = Written(new("学校名单", "青禾县教育局", [Schools, Schools with { Title = null, Subtitle = null }]) { Notes = [new("a", "b")] });

        OpenXmlSchema.AssertValidWorkbook(file);
    }

    [Fact]
    public void Head_is_frozen_filtered_and_repeated_on_each_page()
    {
        using var file = Written(new("", "", [Schools]));
        using var package = SpreadsheetDocument.Open(file, false);
        var workbook = package.WorkbookPart!;
        var sheet = ((WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Xml.Sheet>().First().Id!)).Worksheet;

        Assert.Equal("B4", sheet.Descendants<Xml.Pane>().Single().TopLeftCell);
        Assert.Equal("A3:G6", sheet.Descendants<Xml.AutoFilter>().Single().Reference);
        Assert.Contains(workbook.Workbook.Descendants<Xml.DefinedName>(), n => n.Name == "_xlnm.Print_Titles" && n.Text == "'学校'!$1:$3");
    }

    [Fact]
    public void A_choice_may_hold_commas_and_stands_on_a_hidden_sheet()
    {
        using var file = Written(new("", "", [Schools]));
        using var package = SpreadsheetDocument.Open(file, false);
        var sheets = package.WorkbookPart!.Workbook.Descendants<Xml.Sheet>().ToList();
        var rule = ((WorksheetPart)package.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet.Descendants<Xml.DataValidation>().Single();

        Assert.Equal(Xml.SheetStateValues.Hidden, sheets[^1].State!.Value);
        Assert.Equal("'下拉选项'!$A$2:$A$4", rule.Formula1!.Text);
        Assert.Equal("B4:B1048576", rule.SequenceOfReferences!.InnerText);
    }

    [Fact]
    public void Only_web_and_mail_addresses_become_links()
    {
        using var file = Written(new("", "", [Schools]));
        using var package = SpreadsheetDocument.Open(file, false);

        var links = package.WorkbookPart!.WorksheetParts.SelectMany(p => p.HyperlinkRelationships).Select(l => l.Uri.ToString());

        Assert.Equal(["https://example.org/a?b=1&c=2"], links);
    }

    [Fact]
    public void Values_come_back_as_they_went_in()
    {
        using var file = Written(new("", "", [Schools]));

        var row = WorkbookReader.Read(file, "x.xlsx").Sheets[0].Rows[3];

        Assert.Equal(["青禾县实验小学", "小学", 1250.0, 4.12, 0.972, new DateTime(1987, 9, 1), "学校网站"], row.Cells.Select(c => c.Value));
        Assert.Equal(["青禾县实验小学", "小学", "1,250", "4.12", "97.2%", "1987-09-01", "学校网站"], row.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Any_text_comes_back_and_never_as_a_formula()
    {
        string[] nasty = ["=1+1", "+86", "-1", "@SUM", "\t=x", "_x0041_", "_x005F_", "a\r\nb\rc\nd", " x ", "１２３", "👍🏽", "\u0001\u0008", "\uFFFE", "\uD83D", "]]>", "<b>&amp;"];
        var texts = ArbMap.Default.ArbFor<string>().Generator.Where(t => t is not null);
        var mixed = Gen.OneOf(texts, Gen.Elements(nasty), from a in texts from b in Gen.Elements(nasty) select b + a + b);

        Prop.ForAll(Arb.From(mixed), text =>
        {
            using var file = Written(new("", "", [new("表", [new("a", "甲"), new("b", "乙")], [[text, "末"]])]));
            var row = WorkbookReader.Read(file, "x.xlsx").Sheets[0].Rows[1];
            var expected = CellStrings.Clean(text);
            return row[1].Text == expected && (expected.Length == 0 || row[1].Value is string) && row[2].Text == "末";
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_looks_like_a_formula_is_marked_as_text_for_good()
    {
        using var file = Written(new("", "", [Schools]));
        using var package = SpreadsheetDocument.Open(file, false);
        var cells = package.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Xml.Cell>()).ToList();

        var guarded = cells.Single(c => c.InnerText.StartsWith("=HYPERLINK"));

        Assert.Equal((uint)CellStyle.GuardedText, guarded.StyleIndex!.Value);
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_with_a_mark()
    {
        var cut = CellStrings.Clean(new string('长', 32_766 - CellStrings.CutMark.Length) + "👍" + new string('长', 100));

        Assert.EndsWith("长" + CellStrings.CutMark, cut);
        Assert.InRange(cut.Length, CellStrings.MaxLength - 1, CellStrings.MaxLength);
        Assert.DoesNotContain(cut, char.IsSurrogate);
    }

    [Fact]
    public void Names_of_sheets_are_made_allowed_and_different()
    {
        var names = SheetNames.Allowed(["a/b:c", "A B C", new string('名', 40), new string('名', 41), "'", ""]);

        Assert.Equal("a b c", names[0]);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Length, 1, 31));
    }

    [Fact]
    public void A_value_that_no_cell_can_hold_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Written(new("", "", [new("表", [new("a", "甲")], [[new object()]])])));

    private static MemoryStream Written(WorkbookContent content)
    {
        var file = new MemoryStream();
        WorkbookWriter.Write(file, content);
        file.Position = 0;
        return file;
    }
}
