using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shuren.Documents.Workbooks;

namespace Shuren.Engines.Tests.Documents.Workbooks;

public sealed class WorkbookReaderTests
{
    private static readonly byte[] Good = Written([.. Enumerable.Range(1, 40).Select(i => (object?[])[$"学校{i}", i, new DateOnly(2026, 1, 1).AddDays(i)])]);

    [Fact]
    public void An_ugly_workbook_is_read_as_a_person_reads_it()
    {
        using var file = UglyWorkbook.Build();

        var sheet = Assert.Single(WorkbookReader.Read(file, "统计表.xlsx").Sheets);

        Assert.Equal("基本情况", sheet.Name);
        Assert.Equal([1, 2, 4, 5, 6, 7, 8], sheet.Rows.Select(r => r.Number));
        Assert.Equal([7], sheet.Rows.Where(r => r.IsHidden).Select(r => r.Number));
        Assert.Equal("城区", sheet.Rows[^1][2].Text);
        Assert.Equal("B8", sheet.Rows[^1][2].Name);
        Assert.True(sheet.Rows[^1][99].IsEmpty);
    }

    [Fact]
    public async Task An_old_xls_file_is_read()
    {
        var xls = await LibreOffice.Convert("学校.xlsx", Good, "xls");

        var reading = WorkbookReader.Read(new MemoryStream(xls), "学校.xls");

        Assert.Null(reading.Refusal);
        Assert.Equal(["学校7", "7", "2026-01-08"], reading.Sheets[0].Rows[7].Cells.Select(c => c.Text));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_csv_is_read_in_the_encodings_that_offices_use(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. codec.GetPreamble(), .. codec.GetBytes("学校名称,地址\r\n\"青禾县，实验小学\",\"一\n二\"\r\n")];

        var sheet = Assert.Single(WorkbookReader.Read(new MemoryStream(bytes), "学校.csv").Sheets);

        Assert.Equal("学校", sheet.Name);
        Assert.Equal(["青禾县，实验小学", "一\n二"], sheet.Rows[1].Cells.Select(c => c.Text));
    }

    [Fact]
    public void Each_wrong_file_is_refused_with_its_reason()
    {
        Assert.Equal("file.empty", Code([]));
        Assert.Equal("file.empty", Code(Written([], head: " ")));
        Assert.Equal("file.not-a-workbook", Code("%PDF-1.7"u8));
        Assert.Equal("file.not-a-workbook", Code([0, 1, 2, 3]));
        Assert.Equal("file.password", Code([0xD0, 0xCF, 0x11, 0xE0, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal("file.web-page", Code("\uFEFF <html><table></table></html>"u8));
        Assert.Equal("file.damaged", Code(Good.AsSpan(0, Good.Length / 2)));
        Assert.Equal("file.not-a-workbook", Code(ZipOf("word/document.xml", 10)));
    }

    [Fact]
    public void Limits_are_kept()
    {
        Assert.Equal("file.too-big", Code(Good, new() { MaxBytes = 100 }));
        Assert.Equal("sheet.too-many-rows", Code(Good, new() { MaxRows = 40 }));
        Assert.Equal("sheet.too-many-columns", Code(Good, new() { MaxColumns = 2 }));
        Assert.Equal("sheet.used-range", Code(Good, new() { MaxCells = 100 }));
        Assert.Null(Code(Good, new() { MaxRows = 41, MaxColumns = 3 }));
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        var bomb = ZipOf("xl/workbook.xml", 30 * 1_048_576);

        Assert.InRange(bomb.Length, 0, 100_000);
        Assert.Equal("file.unpacked-too-big", Code(bomb, new() { MaxUnpackedBytes = 10 * 1_048_576 }));
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_never_crash()
    {
        var damage = from spots in Gen.NonEmptyListOf(Gen.Zip(Gen.Choose(0, Good.Length - 1), Gen.Choose(0, 255)))
                     from length in Gen.Choose(1, Good.Length)
                     select (Spots: spots, Length: length);

        Prop.ForAll(Arb.From(damage), d => Survives(Damage(Good, d.Spots, d.Length))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_package_with_damaged_parts_is_refused_and_never_crashes()
    {
        var parts = Unzip(Good);
        var damage = from part in Gen.Elements(parts.Keys.ToArray())
                     from spots in Gen.NonEmptyListOf(Gen.Zip(Gen.Choose(0, 5000), Gen.Elements("<>/\"0=9 aAx".ToCharArray())))
                     select (Part: part, Spots: spots);

        Prop.ForAll(Arb.From(damage), d =>
        {
            var broken = parts.ToDictionary(p => p.Key, p => p.Value.ToArray());
            foreach (var (at, letter) in d.Spots)
                broken[d.Part][at % broken[d.Part].Length] = (byte)letter;
            return Survives(Zip(broken));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Survives(byte[] bytes)
    {
        var reading = WorkbookReader.Read(new MemoryStream(bytes), "x.xlsx");
        return reading.Refusal is null ? reading.Sheets.Count > 0 : reading.Refusal.Message.EndsWith('。');
    }

    private static byte[] Damage(byte[] good, IEnumerable<(int At, int Value)> spots, int length)
    {
        var bytes = good.ToArray();
        foreach (var (at, value) in spots)
            bytes[at] = (byte)value;
        return bytes[..(length % 3 == 0 ? length : bytes.Length)];
    }

    private static string? Code(ReadOnlySpan<byte> bytes, WorkbookLimits? limits = null) =>
        WorkbookReader.Read(new MemoryStream(bytes.ToArray()), "x.xlsx", limits).Refusal?.Code;

    private static byte[] Written(IEnumerable<IReadOnlyList<object?>> rows, string head = "学校名称")
    {
        using var file = new MemoryStream();
        WorkbookWriter.Write(file, new("", "", [new("学校", [new("a", head), new("b", head.Trim() + ""), new("c", head.Trim() + "", 12, CellKind.Date)], rows)]));
        return file.ToArray();
    }

    private static byte[] ZipOf(string name, int zeros) => Zip(new() { [name] = new byte[zeros] });

    private static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return file.ToArray();
    }

    private static Dictionary<string, byte[]> Unzip(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var copy = new MemoryStream();
            part.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
