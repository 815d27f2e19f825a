namespace Shuren.Architecture.Tests;

/// <summary>A file is a thought.</summary>
public class SizesTests
{
    [Fact]
    public void No_file_of_code_is_longer_than_400_lines()
    {
        var long_ = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Where(file => File.ReadLines(file).Count() > 400).Select(Repository.Relative);

        Assert.Empty(long_);
    }
}
