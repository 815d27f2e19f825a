using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Shuren.Documents.Streaming;
using Shuren.Engines.Tests.Documents;
using Shuren.Platform.Exchange;
using Shuren.Schools.Rolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>Half of the offices open the workbooks with LibreOffice or WPS: what the house writes opens there, and what is saved there comes back equal.</summary>
public sealed class LibreOfficeTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static TheoryData<string> Rolls => [.. RollBook.All.Select(roll => roll.Name)];

    [Theory, MemberData(nameof(Rolls))]
    public async Task A_template_keeps_its_heads_its_drop_downs_and_its_explanations(string name)
    {
        var roll = RollBook.All.Single(sheet => sheet.Name == name);
        using var template = new MemoryStream();
        RollWorkbooks.Template(template, roll, RollBook.Codes, "");

        var saved = await LibreOffice.Convert("template.xlsx", template.ToArray(), "xlsx");

        using var file = TableFile.Open(new MemoryStream(saved), "template.xlsx").File!; // opened or failed
        var words = file.Sheets.ToDictionary(sheet => sheet.Name, sheet => file.Rows(sheet).SelectMany(row => row.Cells).Where(cell => !cell.IsEmpty).Select(cell => cell.Text).ToList());
        Assert.Equal(roll.Columns.Select(column => column.Head + (column.Required ? "*" : "")), words[file.Sheets[0].Name]);
        var explained = Assert.Single(words, sheet => sheet.Value.Contains(roll.Columns[0].Explain)).Value;
        Assert.All(roll.Columns.Where(column => column.Explain.Length > 0), column => Assert.Contains(column.Explain, explained));
        var offered = roll.Columns.Where(column => column.Type is CellType.YesNo or CellType.Choice).ToList();
        Assert.Equal(offered.Count, ListsOf(saved).Distinct().Count());
        Assert.All(offered.Where(column => column.Type == CellType.Choice), column => Assert.Contains(words.Values, sheet => RollBook.Codes[column.Codes].Entries.All(entry => sheet.Contains(entry.Name))));
    }

    [Fact]
    public async Task The_workbook_with_the_refused_rows_opens_says_what_is_wrong_and_goes_in_again()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);
        var rows = UglyBooks.Rooms;
        var refused = (await world.TryAsync("rooms", rows, "用房.csv", dry: true)).Value;
        var errors = await world.ErrorsAsync(rows, "用房.csv", refused);

        var csv = Encoding.UTF8.GetString(await LibreOffice.Convert("errors.xlsx", errors, "csv:Text - txt - csv (StarCalc):44,34,76"));
        var saved = await LibreOffice.Convert("errors.xlsx", errors, "xlsx");
        var again = await world.TryAsync("rooms", saved, "用房-退回.xlsx", dry: true, with: order => order with { AsksHeads = true });

        Assert.Contains("问题和改法", csv, StringComparison.Ordinal);
        Assert.Contains("“不知道”不在可选的内容里。请从下拉列表中选择", csv, StringComparison.Ordinal);
        Assert.Equal(RollWorld.Outcomes(refused), RollWorld.Outcomes(again.Value));
    }

    [Fact]
    public async Task What_LibreOffice_saved_changes_nothing_when_it_comes_back()
    {
        await using var world = await RollWorld.NewAsync(TestDatabase.Sqlite);
        await world.TryAsync("pupils", Encoding.UTF8.GetBytes("学校,姓名,身份证号,学籍号,年级,班级,是否住宿,民族,政治面貌,家庭住址,联系电话\n" +
            $"青禾县实验小学,王小明,{RollWorld.IdOf(1)},G{RollWorld.IdOf(1)},三年级,1班,是,汉,群众,=1+1,013800000001\n青禾县第一初级中学,李小红,{RollWorld.IdOf(2)},,初一,,否,回族,团员,\"一村,二组\",\n"), "x.csv");
        await world.TryAsync("rooms", Encoding.UTF8.GetBytes("学校,房间号,用房类型,使用面积,座位数,启用日期\n青禾县实验小学,0301,普通教室,67.25,45,2019-09-01\n"), "x.csv");

        foreach (var roll in new[] { "schools", "classes", "rooms", "pupils" })
        {
            var saved = await LibreOffice.Convert($"{roll}.xlsx", await world.ExportAsync(roll, isWorkbook: true), "xlsx");
            var back = await world.TryAsync(roll, saved, $"{roll}.xlsx");

            Assert.Equal((roll, ""), (roll, RollWorld.Problems(back.Value)));
            Assert.True(back.Value.Read > 0 && back.Value.Read == back.Value.Unchanged, $"{roll}: {RollWorld.Outcomes(back.Value)}");
        }
    }

    /// <summary>Where each drop-down of the first sheet takes its values from.</summary>
    private static List<string> ListsOf(byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook));
        using var part = package.GetEntry("xl/worksheets/sheet1.xml")!.Open(); // every workbook has a first sheet
        return XDocument.Load(part).Descendants(Sheet + "dataValidation").Where(rule => (string?)rule.Attribute("type") == "list").Select(rule => (string?)rule.Attribute("sqref") ?? "").ToList();
    }
}
