using Shuren.PlanText;
using Shuren.PlanText.Sources;

namespace Shuren.Engines.Tests.PlanText.Sources.Plain;

public sealed class PlainTextReaderTests
{
    public static TheoryData<string> TextsWithOneParagraphALine() =>
        [Samples.Plan, string.Join('\n', Enumerable.Range(1, 40).Select(Samples.Paragraph)), .. SharedFiles.Seeds().Select(File.ReadAllText)];

    [Theory]
    [MemberData(nameof(TextsWithOneParagraphALine))]
    public void Lines_that_are_paragraphs_stay_exactly_as_they_are(string original)
    {
        var text = SourceReader.ReadText(original).Text;

        Assert.NotNull(text);
        Assert.Equal(original.Split('\n'), text.Text.Split('\n'));
        Assert.Equal(SourceText.FromPlainText(original).Lines.Select(line => (line.Number, line.Start, line.End)), text.Lines.Select(line => (line.Number, line.Start, line.End)));
    }

    [Theory]
    [InlineData("甲乙\r\n丙丁\r戊己\n")]
    public void Breaks_of_every_system_are_understood(string pasted) =>
        Assert.Equal(["甲乙", "丙丁", "戊己"], SourceReader.ReadText(pasted).Text!.Lines());

    [Theory]
    [InlineData(28)]
    [InlineData(38)]
    [InlineData(45)]
    public void Hard_wrapped_lines_are_joined_and_keep_their_way_back(int width)
    {
        var paragraphs = Enumerable.Range(1, 12).Select(Samples.Paragraph).ToList();
        var broken = paragraphs.SelectMany(paragraph => Samples.Wrap(paragraph, width)).ToList();

        var text = SourceReader.ReadText(string.Join('\n', broken)).Text!;

        Assert.Equal(paragraphs, text.Lines());
        Reading.AssertWhole(text);
        var third = text.Text.IndexOf(broken[2], StringComparison.Ordinal);
        Assert.Equal(3, text.LineAt(third));
        Assert.Equal(broken.IndexOf(broken.First(line => line.StartsWith("5.", StringComparison.Ordinal))) + 1, text.Lines[4].Number);
    }

    [Fact]
    public void Headings_and_indented_lines_stay_apart_in_hard_wrapped_text()
    {
        string[] broken =
        [
            "青禾县教育局工作要点", "",
            "一、扩大优质资源",
            .. Samples.Wrap("　　" + Samples.Paragraph(1)[2..], 36),
            .. Samples.Wrap("　　" + Samples.Paragraph(2)[2..], 36),
            .. Samples.Wrap("　　" + Samples.Paragraph(3)[2..], 36),
            "二、建强教师队伍",
            .. Samples.Wrap("　　" + Samples.Paragraph(4)[2..], 36),
        ];

        var lines = SourceReader.ReadText(string.Join('\n', broken)).Text!.Lines();

        Assert.Equal(7, lines.Length);
        Assert.Equal(["青禾县教育局工作要点", "一、扩大优质资源", "二、建强教师队伍"], lines.Where(line => line.Length < 12));
    }

    [Fact]
    public void Page_numbers_are_furniture_only_in_text_copied_from_pages()
    {
        string[] pages = [.. Enumerable.Range(1, 6).SelectMany(number => Samples.Wrap(Samples.Paragraph(number), 36)), "— 3 —", "第4页"];

        Assert.Equal(["— 3 —", "第4页"], SourceReader.ReadText(string.Join('\n', pages)).Text!.Lines(LineKind.Furniture));
        Assert.Empty(SourceReader.ReadText($"{Samples.Plan}\n3").Text!.Lines(LineKind.Furniture));
    }

    [Fact]
    public void Three_rows_with_tabs_are_a_table_and_two_are_not()
    {
        var text = SourceReader.ReadText("任务分解表\n序号\t任务\t科室\n1\t新建学校\t规划科\n2\t培训教师\t人事科\n正文\n甲\t乙\t丙\n丁\t戊\t己").Text!;

        Assert.Equal([["序号", "任务", "科室"], ["1", "新建学校", "规划科"], ["2", "培训教师", "人事科"]], text.Rows());
        Assert.Equal([2, 3, 4], text.Lines.Where(line => line.Kind == LineKind.TableRow).Select(line => line.Number));
        Reading.AssertWhole(text);
    }
}
