using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Shuren.House.Tests.Commands;

/// <summary><c>shuren read</c> as a shell sees it: what it writes where, and its exit codes.</summary>
public sealed class ReadCommandTests
{
    private const string Plan = "青禾县教育局2026年工作要点\n\n一、扩大优质资源\n\n1.新建学校3所。年底前完成青禾县第三小学建设。\n";

    private const string Labels = """
        {
          "document": "plan.txt",
          "sections": [{ "line": 3, "marker": "一、", "title": "扩大优质资源" }],
          "tasks": [{ "line": 5, "prefix": "从来没有的任务" }],
          "targets": []
        }
        """;

    [Fact]
    public async Task Json_is_the_only_thing_on_standard_output()
    {
        var (code, output, messages) = await Run(Plan, "read", "-", "--json");

        Assert.Equal((0, ""), (code, messages));
        using var document = JsonDocument.Parse(output);
        Assert.Equal(JsonValueKind.Array, document.RootElement.GetProperty("sections").ValueKind);
    }

    [Fact]
    public async Task A_table_is_written_where_nothing_else_is_asked_for()
    {
        var (code, output, _) = await Run(Plan, "read", "-");

        Assert.Equal(0, code);
        Assert.StartsWith("标题", output);
    }

    [Fact]
    public async Task A_refused_document_is_1_with_the_reason_on_standard_error()
    {
        var (code, output, messages) = await Run("Nothing but English.", "read", "-", "--json");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("not-chinese", messages);
    }

    [Fact]
    public async Task A_missing_file_is_1_and_named()
    {
        var (code, output, messages) = await Run("", "read", "没有.docx");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("没有.docx", messages);
    }

    [Fact]
    public async Task A_reading_is_measured_against_labels()
    {
        using var labels = new LabelFile(Labels);

        var (code, output, messages) = await Run(Plan, "read", "-", "--score", labels.Path);

        Assert.Equal((0, ""), (code, messages));
        Assert.Contains("部分  100.0%  100.0%  100.0%  1/1/1", output);
        Assert.Contains("- 第5行 从来没有的任务", output);
        Assert.Contains("+ 第5行 年底前完成青禾县第三小学建设。", output);
    }

    [Fact]
    public async Task The_measure_is_one_json_document_where_programs_ask_for_it()
    {
        using var labels = new LabelFile(Labels);

        var (code, output, messages) = await Run(Plan, "read", "-", "--score", labels.Path, "--json");

        Assert.Equal((0, ""), (code, messages));
        using var document = JsonDocument.Parse(output);
        Assert.Equal(1, document.RootElement.GetProperty("sections").GetProperty("f1").GetDouble());
        Assert.Equal(0, document.RootElement.GetProperty("tasks").GetProperty("right").GetInt32());
    }

    [Theory]
    [InlineData("{ 这不是", "不是有效的 JSON")]
    [InlineData("{}", "没有 sections、tasks 或 targets")]
    public async Task Labels_that_are_none_are_refused_with_the_reason(string content, string reason)
    {
        using var labels = new LabelFile(content);

        var (code, output, messages) = await Run(Plan, "read", "-", "--score", labels.Path);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(reason, messages);
    }

    [Fact]
    public async Task Labels_that_are_not_there_are_1_and_named()
    {
        var (code, output, messages) = await Run(Plan, "read", "-", "--score", "没有.json");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("没有.json", messages);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "-", "--table", "--score", "x.json")]
    [InlineData("read", "-", "--jsn")]
    [InlineData("read", "-", "--json", "--table")]
    [InlineData("raed")]
    public async Task Wrong_use_is_2_with_the_help_on_standard_error(params string[] arguments)
    {
        var (code, output, messages) = await Run("", arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Usage", messages);
    }

    private static async Task<(int Code, string Output, string Messages)> Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "shuren.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // never null: no shell is used
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await messages);
    }

    private sealed class LabelFile : IDisposable
    {
        public LabelFile(string content) => File.WriteAllText(Path, content);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
