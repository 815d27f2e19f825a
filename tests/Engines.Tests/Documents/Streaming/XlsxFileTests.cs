using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shuren.Documents.Streaming;
using Shuren.Documents.Workbooks;
using Shuren.Engines.Tests.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Streaming;

public sealed class XlsxFileTests
{
    [Fact]
    public void Every_way_to_store_a_value_is_read()
    {
        using var file = RawWorkbook.Of(
            """
            <row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>共享x</v></c></row>
            <row r="5" hidden="1"><c r="B5"><v>12.5</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#N/A</v></c><c r="F5" t="d"><v>2015-09-01T00:00:00</v></c><c r="G5"><f>1+1</f><v>2</v></c></row>
            """,
            shared: "<si><t>共享</t><rPh sb=\"0\" eb=\"1\"><t>gongxiang</t></rPh></si>");

        var rows = Rows(file);

        Assert.Equal(["共享", "张 三", "共享x"], rows[0].Cells.Select(c => c.Value));
        Assert.Equal((5, true), (rows[1].Number, rows[1].IsHidden));
        Assert.Equal([null, 12.5, null, true, null, new DateTime(2015, 9, 1), 2.0], rows[1].Cells.Select(c => c.Value));
    }

    [Theory]
    [InlineData("", 42248, "2015-09-01")]
    [InlineData("date1904=\"1\"", 40786, "2015-09-01")]
    [InlineData("", 59, "1900-02-28")]
    [InlineData("", 1, "1900-01-01")]
    [InlineData("", 61, "1900-03-01")]
    public void A_number_that_is_shown_as_a_day_is_that_day(string workbookPr, int serial, string day)
    {
        using var file = RawWorkbook.Of(
            $"<row><c s=\"1\"><v>{serial}</v></c><c s=\"2\"><v>{serial}</v></c><c s=\"3\"><v>{serial}</v></c><c s=\"4\"><v>{serial}</v></c></row>", workbookPr: workbookPr,
            styles: "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"[Red]0.00_d\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"31\"/></cellXfs>");

        var cells = Rows(file)[0].Cells;

        Assert.Equal([day, day, day], new[] { cells[0], cells[1], cells[3] }.Select(c => c.Text));
        Assert.Equal((double)serial, cells[2].Value);
    }

    [Fact]
    public void A_merged_area_has_its_value_in_every_cell_though_it_is_named_behind_the_rows()
    {
        using var file = UglyWorkbook.Build();

        var rows = Rows(file);

        Assert.Equal([1, 2, 4, 5, 6, 7, 8], rows.Select(r => r.Number));
        Assert.Equal("城区", rows[^1][2].Text);
        Assert.Equal([7], rows.Where(r => r.IsHidden).Select(r => r.Number));
    }

    [Fact]
    public void What_the_one_reader_reads_the_other_reads_too()
    {
        using var file = UglyWorkbook.Build();

        var whole = WorkbookReader.Read(UglyWorkbook.Build(), "统计表.xlsx").Sheets[0].Rows;

        Assert.Equal(whole.Select(r => (r.Number, string.Join('|', r.Cells.Select(c => c.Text)))), Rows(file).Select(r => (r.Number, string.Join('|', r.Cells.Select(c => c.Text)))));
    }

    [Fact]
    public void Sheets_say_their_names_and_whether_they_are_hidden()
    {
        using var file = RawWorkbook.Of("<row><c><v>1</v></c></row>");

        using var opened = TableFile.Open(file, "x.xlsx").File;

        Assert.Equal([("名册", false), ("旧表", true)], opened!.Sheets.Select(s => (s.Name, s.IsHidden)));
    }

    [Fact]
    public void A_prefix_before_every_element_changes_nothing()
    {
        using var file = RawWorkbook.Packed(
            ("xl/workbook.xml", "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"a\" r:id=\"r1\"/></x:sheets></x:workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:C1\"/></x:mergeCells></x:worksheet>"));

        Assert.Equal(["甲", "甲", "甲"], Rows(file)[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public void Cells_that_have_only_a_look_do_not_make_the_row_longer()
    {
        using var file = RawWorkbook.Of("<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"3\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>");

        Assert.Single(Assert.Single(Rows(file)).Cells);
    }

    [Fact]
    public void A_package_that_grows_is_refused_before_it_is_read()
    {
        using var bomb = RawWorkbook.Of("<row><c><v>1</v></c></row>" + new string(' ', 3_000_000));

        Assert.Equal("file.unpacked-too-big", TableFile.Open(bomb, "x.xlsx", new() { MaxUnpackedBytes = 1_000_000 }).Refusal!.Code);
    }

    [Fact]
    public void Entities_that_grow_end_the_reading()
    {
        using var file = RawWorkbook.Packed(
            ("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook><sheets>&b;</sheets></workbook>"));

        Assert.Equal("file.damaged", TableFile.Open(file, "x.xlsx").Refusal!.Code);
    }

    [Fact]
    public void A_file_that_breaks_off_says_so_after_the_rows_that_were_whole()
    {
        using var file = RawWorkbook.Of("<row><c><v>1</v></c></row><row><c><v>2</v>");

        using var opened = TableFile.Open(file, "x.xlsx").File!;

        Assert.Single(opened.Rows(opened.Sheets[0]));
        Assert.Equal("file.damaged", opened.Refusal!.Code);
    }

    [Fact]
    public void Too_many_columns_and_rows_are_refused_by_name()
    {
        using var wide = RawWorkbook.Of("<row><c r=\"ZZ1\"><v>1</v></c></row>");
        using var tall = RawWorkbook.Of("<row><c><v>1</v></c></row><row><c><v>1</v></c></row>");

        Assert.Equal("sheet.too-many-columns", RefusalAfter(wide, new()));
        Assert.Equal("sheet.too-many-rows", RefusalAfter(tall, new() { MaxRows = 1 }));
    }

    /// <summary>More rows than Excel itself can hold: some systems write such sheets. The reader must not hold them.</summary>
    [Fact]
    public void Two_million_rows_pass_in_memory_that_does_not_grow()
    {
        const int Count = 2_000_000;
        using var file = Tall(Count);
        using var opened = TableFile.Open(file, "x.xlsx").File!;
        long rows = 0, sum = 0, most = 0;

        foreach (var row in opened.Rows(opened.Sheets[0]))
        {
            rows++;
            sum += (long)(double)row.Cells[1].Value!;
            if (rows % 500_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal((Count, Count * (Count + 1L) / 2), (rows, sum));
        Assert.True(most < file.Length + 150_000_000, $"{most} bytes were held.");
    }

    /// <summary>2,000 damaged files: none may bring an exception past the door.</summary>
    [Fact]
    public void No_damaged_bytes_get_past_the_door()
    {
        var good = UglyWorkbook.Build().ToArray();
        var damaged = from seed in Gen.Choose(0, int.MaxValue) select Damage(good, new Random(seed));

        Prop.ForAll(Arb.From(damaged), bytes =>
        {
            using var opened = TableFile.Open(new MemoryStream(bytes), "x.xlsx").File;
            return opened is null || opened.Sheets.All(sheet => opened.Rows(sheet).Count() >= 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static byte[] Damage(byte[] good, Random chance)
    {
        var bytes = (byte[])good.Clone();
        // Half of them inside the packed XML, half of them in the XML itself.
        if (chance.Next(2) == 0)
            return Repacked(bytes, chance);
        for (var hits = chance.Next(1, 12); hits > 0; hits--)
            bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        return chance.Next(4) == 0 ? bytes[..chance.Next(4, bytes.Length)] : bytes;
    }

    private static byte[] Repacked(byte[] good, Random chance)
    {
        using var source = new ZipArchive(new MemoryStream(good));
        var parts = source.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            var broken = new StringBuilder(text.ReadToEnd());
            for (var hits = chance.Next(3); hits > 0 && broken.Length > 0; hits--)
                broken[chance.Next(broken.Length)] = "<>/\"=x1 &"[chance.Next(9)];
            return (entry.FullName, broken.ToString());
        });
        return RawWorkbook.Packed([.. parts]).ToArray();
    }

    private static MemoryStream Tall(int count)
    {
        var file = RawWorkbook.Of("");
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            package.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var text = new StreamWriter(package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            text.Write("<worksheet><sheetData>");
            for (var row = 1; row <= count; row++)
                text.Write($"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>学生{row}</t></is></c><c r=\"B{row}\"><v>{row}</v></c></row>");
            text.Write("</sheetData></worksheet>");
        }
        return file;
    }

    private static string RefusalAfter(MemoryStream file, TableLimits limits)
    {
        using var opened = TableFile.Open(file, "x.xlsx", limits).File!;
        Assert.NotNull(opened.Rows(opened.Sheets[0]).ToList());
        return opened.Refusal!.Code;
    }

    private static List<RowReading> Rows(MemoryStream file)
    {
        using var opened = TableFile.Open(file, "x.xlsx").File!;
        List<RowReading> rows = [.. opened.Rows(opened.Sheets[0])];
        Assert.Null(opened.Refusal);
        return rows;
    }
}
