using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure;

/// <summary>
/// The documents in Cases are invented; beside each lies the outline that it should be read as, approved by eye.
/// To add one: write NN-name.txt, run the test, read NN-name.received.txt in the output folder, and keep it as NN-name.expected.txt.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "PlanText", "Structure", "Cases");

    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)!).Where(f => f.Count(c => c == '.') == 1).Select(f => f[..^4]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_is_read_as_its_approved_outline(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var expected = Path.Combine(Folder, name + ".expected.txt");

        var outline = OutlineText.Write(PlanReader.Read(SourceText.FromPlainText(text, name + ".txt"))).ReplaceLineEndings("\n");

        File.WriteAllText(Path.Combine(Folder, name + ".received.txt"), outline);
        Assert.True(File.Exists(expected), $"{name}.expected.txt is missing.");
        Assert.Equal(File.ReadAllText(expected).ReplaceLineEndings("\n"), outline);
    }

    [Fact]
    public void There_is_a_case_for_every_style() => Assert.True(Cases().Count >= 18);
}
