using FsCheck;
using FsCheck.Fluent;
using Shuren.Documents.Breakdowns;
using Shuren.Documents.OfficialDocuments;

namespace Shuren.Engines.Tests.Documents.OfficialDocuments;

public sealed class OfficialDocumentWriterTests
{
    private static OfficialDocument Notice => new(
        "青禾县教育局关于印发《2026年工作要点》的通知",
        [
            new TextBlock("现将《青禾县教育局2026年工作要点》印发给你们，请结合实际，认真贯彻执行。各单位要对照任务分解表，明确责任人和时间节点，按月报告进展。"),
            new HeadingBlock(1, "总体要求"),
            new TextBlock("坚持以学生为中心，办好家门口的每一所学校。"),
            new HeadingBlock(1, "重点任务"),
            new HeadingBlock(2, "扩大优质资源"),
            new HeadingBlock(3, "建好学校。", "年内建成青禾县第三小学，新增学位1080个。"),
            new HeadingBlock(4, "抓工期。", "每月调度一次。"),
            new HeadingBlock(4, "抓质量。", "做到验收一次合格。"),
            new HeadingBlock(2, "建强教师队伍"),
            new TextBlock("全年培训教师1200人次。"),
        ])
    {
        Head = new("青禾县教育局文件", "青教〔2026〕8号") { Urgency = "加急" },
        Addressee = "各中小学、幼儿园，局机关各科室",
        Attachments = [BreakdownDocument.AsAttachment(Samples.Breakdown()), new("联系人名单", [new TableBlock([new("单位", 2), new("联系人", 1, IsCentred: true)], [["办公室", "李明"], ["督导室", "王芳"]])])],
        Signature = new("青禾县教育局", new(2026, 3, 1)),
        Remark = "联系人：李明，电话：000-1234567",
        Imprint = new("青禾县教育局办公室", new(2026, 3, 2), "县委办公室，县政府办公室，县政府督查室"),
        Creator = "青禾县教育局",
    };

    [Fact]
    public async Task A_notice_has_all_its_parts_in_order()
    {
        var rendering = await LibreOffice.Render("notice.docx", file => OfficialDocumentWriter.Write(file, Notice));

        var text = string.Concat(rendering.Text.Where(c => !char.IsWhiteSpace(c)));
        string[] parts =
        [
            "加急", "青禾县教育局文件", "青教〔2026〕8号", "关于印发《2026年工作要点》的通知", "各中小学、幼儿园，局机关各科室：", "一、总体要求", "二、重点任务",
            "（一）扩大优质资源", "1.建好学校。年内", "（1）抓工期。", "（2）抓质量。", "（二）建强教师队伍", "附件：1.青禾县", "2.联系人名单", "2026年3月1日", "（联系人：李明",
            "附件1", "附件2", "抄送：县委办公室", "2026年3月2日印发",
        ];
        Assert.Equal(parts, parts.OrderBy(part => text.IndexOf(part, StringComparison.Ordinal)));
        Assert.All(parts, part => Assert.Contains(part, text));
        Assert.Contains(rendering.Sizes, s => s.Width > s.Height);
        Assert.Contains(rendering.Sizes, s => s.Width < s.Height);
    }

    [Fact]
    public async Task A_page_holds_22_lines_of_28_characters()
    {
        var text = new string('树', 28 * 22 * 2 - 2); // two characters are the indent

        var rendering = await LibreOffice.Render("grid.docx", file => OfficialDocumentWriter.Write(file, new("", []) { Attachments = [new("", [new TextBlock(text)])] }));

        var lines = rendering.Pages[1].Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('树')).ToList();
        Assert.Equal(22, lines.Count);
        Assert.All(lines, line => Assert.Equal(28, line.Length));
    }

    [Fact]
    public void Word_finds_nothing_to_repair()
    {
        using var file = new MemoryStream();

        OfficialDocumentWriter.Write(file, Notice);

        OpenXmlSchema.AssertValidDocument(file);
    }

    [Fact]
    public void Any_words_make_a_document_that_Word_accepts() => Prop.ForAll<string, string>((title, words) =>
    {
        using var file = new MemoryStream();
        var table = new TableBlock([new("甲", 1), new("乙", 2, IsMerged: true)], [[words ?? "", title ?? ""], [title ?? ""], []]);
        OfficialDocumentWriter.Write(file, new(title ?? "", [new TextBlock(words ?? ""), new HeadingBlock(1, words ?? "", title)])
        {
            Attachments = [new(title ?? "", [table]) { IsLandscape = true }],
            Signature = new(words ?? "", new(2026, 3, 1)),
            Imprint = new(title ?? "", new(2026, 3, 2), words),
        });
        OpenXmlSchema.AssertValidDocument(file);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Control_characters_in_any_text_do_not_break_the_document()
    {
        using var file = new MemoryStream();

        OfficialDocumentWriter.Write(file, new("标题\u0001\uD800", [new TextBlock("一\u0000二\r\n三")]) { Addressee = "各校\uFFFF", Head = new("文件\u0002", "号\u0003") });

        OpenXmlSchema.AssertValidDocument(file);
    }
}
