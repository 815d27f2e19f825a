using Shuren.Documents.Breakdowns;

namespace Shuren.Engines.Tests.Documents.Breakdowns;

public sealed class BreakdownDocumentTests
{
    private const double A4Long = 841.89, A4Short = 595.28; // points

    [Fact]
    public async Task The_table_lies_across_A4_and_its_head_stands_on_every_page()
    {
        var rendering = await LibreOffice.Render("breakdown.docx", file => BreakdownDocument.Write(file, Samples.Breakdown(repeats: 4)));

        Assert.True(rendering.Pages.Count >= 3, $"{rendering.Pages.Count} pages");
        Assert.All(rendering.Sizes, size => Assert.True(Math.Abs(size.Width - A4Long) < 1 && Math.Abs(size.Height - A4Short) < 1, $"{size}"));
        Assert.All(rendering.Pages, page => Assert.Contains("牵头单位", page));
        Assert.All(rendering.Pages.Index(), page => Assert.Contains($"—{page.Index + 1}—", page.Item.Replace(" ", "")));
        Assert.Contains("附件", rendering.Pages[0].Replace(" ", ""));
        Assert.Contains("青禾县教育局2026年工作要点任务分解表", rendering.Pages[0].Replace(" ", ""));
    }

    [Fact]
    public async Task No_word_is_lost_even_in_a_task_longer_than_a_page()
    {
        var task = string.Concat(Enumerable.Range(1, 400).Select(i => $"第{i}步做好准备，"));
        var breakdown = new Breakdown("长任务分解表", [new("1.1", "重点任务", task, "办公室", [], "年内", []), new("1.2", "重点任务", "最后一项任务。", "办公室", [], "年内", [])]);

        var rendering = await LibreOffice.Render("breakdown-long.docx", file => BreakdownDocument.Write(file, breakdown));

        var text = string.Concat(rendering.Text.Where(c => !char.IsWhiteSpace(c)));
        Assert.All([1, 200, 399, 400], step => Assert.Contains($"第{step}步", text));
        Assert.Contains("最后一项任务", text);
    }

    [Fact]
    public void Word_finds_nothing_to_repair()
    {
        using var file = new MemoryStream();

        BreakdownDocument.Write(file, Samples.Breakdown());

        OpenXmlSchema.AssertValidDocument(file);
    }

    [Fact]
    public void A_breakdown_without_rows_is_still_a_document()
    {
        using var file = new MemoryStream();

        BreakdownDocument.Write(file, new("空表", []));

        OpenXmlSchema.AssertValidDocument(file);
    }
}
