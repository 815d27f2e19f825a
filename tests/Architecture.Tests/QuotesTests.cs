using System.Text.RegularExpressions;

namespace Shuren.Architecture.Tests;

/// <summary>C# in the documents is quoted from files that are compiled, so that it compiles too.</summary>
public sealed partial class QuotesTests
{
    public static TheoryData<string> Documents() =>
        [.. Directory.GetFiles(Repository.Root, "*.md").Concat(Repository.Files("docs", "*.md")).Select(Repository.Relative).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_block_of_code_equals_the_compiled_file_that_it_names(string document)
    {
        var text = Repository.Read(document).ReplaceLineEndings("\n");

        Assert.Equal(Code().Count(text), Quote().Count(text));
        Assert.All(Quote().Matches(text), quote =>
        {
            var file = quote.Groups["file"].Value;
            Assert.True(IsCompiled(file), $"{document} quotes {file}, which no project of the solution compiles.");
            Assert.Equal(Repository.Read(file).ReplaceLineEndings("\n").Trim(), quote.Groups["code"].Value.Trim());
        });
    }

    [Fact]
    public void Both_engines_with_a_sample_are_quoted()
    {
        var quoted = Quote().Matches(Repository.Read("docs/how-to/use-the-engines.md").ReplaceLineEndings("\n")).Select(quote => quote.Groups["file"].Value);

        Assert.Equal(Repository.Files("samples", "Program.cs").Select(Repository.Relative).Order(StringComparer.Ordinal), quoted.Order(StringComparer.Ordinal));
    }

    private static bool IsCompiled(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Root, file))
        && Directory.GetFiles(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!), "*.csproj") is [var project]
        && Repository.Read("Shuren.slnx").Contains($"\"{Repository.Relative(project)}\"", StringComparison.Ordinal);

    /// <summary>A block of C#, however it is introduced.</summary>
    [GeneratedRegex("^```(?:csharp|cs|c#)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    /// <summary>A block with the line above it that names its file.</summary>
    [GeneratedRegex("^<!-- the code of (?<file>[^ ]+) -->\n```csharp\n(?<code>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quote();
}
