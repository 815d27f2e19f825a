using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shuren.Formulas;
using Shuren.Indicators.Packs;
using Shuren.Schools.Facts;

namespace Shuren.House.Tests.Commands;

/// <summary><c>shuren formula</c> as a shell sees it, and the examples of its page.</summary>
public sealed class FormulaCommandTests
{
    [Theory]
    [InlineData("sqlite", "as real")]
    [InlineData("postgresql", "as double precision")]
    public async Task Json_has_tree_type_words_and_sql(string dialect, string cast)
    {
        var (code, output, messages) = await Run("formula", "-e", "count(pupils where stage = primary) / count(teachers)", "--sql", dialect, "--at", "2026-09-20", "--json");

        Assert.Equal((0, ""), (code, messages));
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal("计数(学生 其中 学段 = 小学) / 计数(教职工)", root.GetProperty("formula").GetProperty("zh").GetString());
        Assert.Equal("number", root.GetProperty("type").GetString());
        Assert.Equal("pupil/teacher", root.GetProperty("unit").GetProperty("en").GetString());
        Assert.Equal("divide", root.GetProperty("tree").GetProperty("kind").GetString());
        Assert.Contains(cast, root.GetProperty("sql").GetString());
        Assert.Contains(root.GetProperty("parameters").EnumerateObject(), parameter => parameter.Value.ToString() == "2026-09-20");
        Assert.Equal(0, root.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Errors_are_1_with_place_and_hint()
    {
        var (code, output, messages) = await Run("formula", "-e", "count(pupills) / rooms", "--json");

        Assert.Equal(1, code);
        Assert.Contains("1:7 FX201", messages);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(["FX201", "FX301"], document.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!));
        Assert.Contains("pupils", document.RootElement.GetProperty("errors")[0].GetProperty("hint").GetProperty("en").GetString());
    }

    [Theory]
    [InlineData("formula")]
    [InlineData("formula", "-e", "count(pupils)", "--sql", "oracle")]
    public async Task Wrong_use_is_2(params string[] arguments)
    {
        var (code, output, _) = await Run(arguments);

        Assert.Equal((2, ""), (code, output));
    }

    [Fact]
    public void The_ten_examples_of_the_page_hold_and_are_the_same_in_both_languages()
    {
        var (english, chinese) = (Examples("write-a-formula.md"), Examples("write-a-formula.zh-CN.md"));

        var catalogue = new PackBook(SchoolFacts.All).Catalogue;
        Assert.Equal(10, english.Count);
        Assert.All(english.Zip(chinese), pair =>
        {
            var formula = Formula.Read(pair.First, catalogue);
            Assert.Empty(formula.Diagnostics);
            Assert.Equal(pair.First, formula.Print(Language.English));
            Assert.Equal(pair.Second, formula.Print(Language.Chinese));
        });
    }

    private static List<string> Examples(string page)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shuren.slnx")))
            folder = folder.Parent!; // the tests lie in the repository
        return [.. File.ReadLines(Path.Combine(folder.FullName, "docs", "how-to", page)).SkipWhile(line => line != "```formula").Skip(1).TakeWhile(line => line != "```")];
    }

    private static async Task<(int Code, string Output, string Messages)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "shuren.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // never null: no shell is used
        var (output, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await messages);
    }
}
