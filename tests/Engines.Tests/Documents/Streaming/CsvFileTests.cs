using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shuren.Documents.Streaming;
using Shuren.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Streaming;

public sealed class CsvFileTests
{
    static CsvFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    public void The_encoding_is_found(string encoding, bool marked)
    {
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. marked ? codec.GetPreamble() : [], .. codec.GetBytes("姓名,证件号\r\n㐂龘,999999201509010011\r\n")];

        Assert.Equal([["姓名", "证件号"], ["㐂龘", "999999201509010011"]], Texts(bytes));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_delimiter_is_found_below_a_title(string sign) =>
        Assert.Equal([["学生名册，2026年"], ["姓名", "班级"], ["张三,甲", "1"]], Texts($"学生名册，2026年\n姓名{sign}班级\n\"张三,甲\"{sign}1\n"));

    [Fact]
    public void The_line_with_which_Excel_names_the_delimiter_is_no_row() => Assert.Equal([["a", "b"]], Texts("sep=;\na;b\n"));

    [Fact]
    public void Quotes_hold_line_breaks_and_doubled_quotes_and_the_rows_keep_their_numbers()
    {
        using var file = Open(Encoding.UTF8.GetBytes("a,b\n\"一\n二\",\"说\"\"好\"\"\"\n\n张\"三,x,,\n"));

        var rows = file.Rows(file.Sheets[0]).ToList();

        Assert.Equal([1, 2, 5], rows.Select(r => r.Number));
        Assert.Equal(["一\n二", "说\"好\""], rows[1].Cells.Select(c => c.Text));
        Assert.Equal(["张\"三", "x"], rows[2].Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_quote_that_nobody_closes_is_said_and_not_read_as_one_cell()
    {
        using var file = Open(Encoding.UTF8.GetBytes("a,b\n1,\"二\n3,4\n5,6\n"));

        Assert.Single(file.Rows(file.Sheets[0]));
        Assert.Equal("sheet.quote-open", file.Refusal!.Code);
        Assert.Contains("第 2 行", file.Refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Hundred thousand lines behind the quote: more than any record may have.</summary>
    [Fact]
    public void A_quote_that_swallows_a_large_file_ends_at_the_limit()
    {
        using var file = Open(Encoding.UTF8.GetBytes("a,b\n1,\"二\n" + string.Concat(Enumerable.Repeat("张三,青禾县实验小学\n", 100_000))));

        Assert.Single(file.Rows(file.Sheets[0]));
        Assert.Equal("sheet.quote-open", file.Refusal!.Code);
    }

    /// <summary>A witness of its own: what is written by the rule of RFC 4180 comes back, whatever stands in the cells.</summary>
    [Fact]
    public void What_was_written_comes_back()
    {
        var cell = Gen.Elements("张三", "a,b", "x\"y", "一\n二", "", " 空 ", "1.5", "；").ToArbitrary().Generator;
        var table = Gen.ArrayOf(Gen.ArrayOf(cell, 4), 6);

        Prop.ForAll(Arb.From(table), rows =>
        {
            var text = string.Concat(rows.Select(row => "k," + string.Join(',', row.Select(Quoted)) + ",e\r\n"));
            return Texts(text).Select(row => string.Join('¦', row)).SequenceEqual(rows.Select(row => $"k¦{string.Join('¦', row)}¦e"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void No_bytes_get_past_the_door()
    {
        var bytes = from seed in Gen.Choose(0, int.MaxValue) select Noise(new Random(seed));

        Prop.ForAll(Arb.From(bytes), noise =>
        {
            using var opened = TableFile.Open(new MemoryStream(noise), "x.csv").File;
            return opened is null || opened.Sheets.All(sheet => opened.Rows(sheet).Count() >= 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static byte[] Noise(Random chance)
    {
        var bytes = new byte[chance.Next(1, 400)];
        chance.NextBytes(bytes);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (chance.Next(3) > 0)
                bytes[at] = (byte)"a1,;\t\"\r\n'="[chance.Next(10)];
        }
        return bytes;
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string[]> Texts(string text) => Texts(Encoding.UTF8.GetBytes(text));

    private static List<string[]> Texts(byte[] bytes)
    {
        using var file = Open(bytes);
        return [.. file.Rows(file.Sheets[0]).Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
    }

    private static TableFile Open(byte[] bytes) => TableFile.Open(new MemoryStream(bytes), "名册.csv").File!;
}
