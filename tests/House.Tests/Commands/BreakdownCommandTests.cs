using Shuren.Documents.Breakdowns;
using Shuren.Documents.Workbooks;
using Shuren.Host.Commands;

namespace Shuren.House.Tests.Commands;

public sealed class BreakdownCommandTests : IDisposable
{
    private static readonly Breakdown Table = new("青禾县任务分解表", [new("1.1", "一", "办好学校。", "", [], "年内", [])]);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shuren-breakdown-");

    [Theory]
    [InlineData("out.xlsx")]
    [InlineData("OUT.DOCX")]
    public async Task The_file_is_written_whole_and_nothing_is_left_beside_it(string name)
    {
        await BreakdownFile.WriteAsync(Table, PathOf(name), overwrite: false, CancellationToken.None);

        Assert.Equal([name], folder.GetFiles().Select(f => f.Name));
        Assert.Equal("PK", (await File.ReadAllTextAsync(PathOf(name)))[..2]);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => BreakdownFile.WriteAsync(Table, PathOf("out.xlsx"), false, cancelled.Token));

        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task An_existing_file_is_kept_unless_forced()
    {
        await File.WriteAllTextAsync(PathOf("out.xlsx"), "old");

        Assert.Contains("--force", BreakdownFile.WhyNot(PathOf("out.xlsx"), overwrite: false));
        Assert.Null(BreakdownFile.WhyNot(PathOf("out.xlsx"), overwrite: true));
        await BreakdownFile.WriteAsync(Table, PathOf("out.xlsx"), overwrite: true, CancellationToken.None);

        await using var file = File.OpenRead(PathOf("out.xlsx"));
        Assert.Equal("办好学校。", WorkbookReader.Read(file, "out.xlsx").Sheets[0].Rows[2][3].Text);
    }

    [Theory]
    [InlineData("out.pdf", ".xlsx")]
    [InlineData("out", ".xlsx")]
    [InlineData("nowhere/out.xlsx", "不存在")]
    [InlineData(".", "文件夹")]
    public async Task A_wrong_target_is_refused_before_anything_is_read(string target, string words)
    {
        var (code, said) = await Run("missing.txt", target);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains(words, said);
    }

    [Fact]
    public async Task A_plan_becomes_its_table()
    {
        await File.WriteAllTextAsync(PathOf("plan.txt"), """
            青禾县教育局2026年工作要点
            一、扩大优质资源
            年内建成青禾县第三小学，新增学位1080个。组织教师培训1200人次。
            二、守牢安全底线
            每月开展一次应急疏散演练。
            """);

        var (code, said) = await Run("plan.txt", "out.xlsx");

        Assert.True(code == ExitCodes.Success, said);
        await using var file = File.OpenRead(PathOf("out.xlsx"));
        var texts = WorkbookReader.Read(file, "out.xlsx").Sheets[0].Rows.SelectMany(r => r.Cells).Select(c => c.Text).ToList();
        Assert.Contains("青禾县教育局2026年工作要点任务分解表", texts);
        Assert.Contains("扩大优质资源", texts);
        Assert.Contains("每月开展一次应急疏散演练。", texts);
        Assert.Contains("2.1", texts);
    }

    [Fact]
    public async Task A_missing_plan_an_empty_one_and_a_text_without_tasks_are_refused()
    {
        await File.WriteAllTextAsync(PathOf("empty.txt"), "");
        await File.WriteAllTextAsync(PathOf("poem.txt"), "青禾县的早晨，阳光照在操场上，孩子们的笑声很亮。");

        var missing = await Run("missing.txt", "out.xlsx");
        var empty = await Run("empty.txt", "out.xlsx");
        var poem = await Run("poem.txt", "out.xlsx");

        Assert.Equal([ExitCodes.Refused, ExitCodes.Refused, ExitCodes.Refused], [missing.Code, empty.Code, poem.Code]);
        Assert.Contains("找不到文件", missing.Said);
        Assert.Contains("(empty)", empty.Said);
        Assert.Contains("没有读到任务", poem.Said);
        Assert.False(File.Exists(PathOf("out.xlsx")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, string Said)> Run(string file, string target)
    {
        using var said = new StringWriter();
        var code = await BreakdownCommand.RunAsync(PathOf(file), PathOf(target), overwrite: false, said, CancellationToken.None);
        return (code, said.ToString());
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
