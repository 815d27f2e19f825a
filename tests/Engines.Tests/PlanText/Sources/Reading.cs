using System.Text;
using Shuren.PlanText;
using Shuren.PlanText.Sources;
using Shuren.PlanText.Sources.Pdf;

namespace Shuren.Engines.Tests.PlanText.Sources;

/// <summary>Short ways through the front door.</summary>
internal static class Reading
{
    internal static async Task<SourceText> Text(byte[] bytes, string name)
    {
        var reading = await Of(bytes, name);
        Assert.True(reading.Succeeded, reading.Problem?.English);
        return reading.Text;
    }

    internal static Task<SourceText> Text(string content, string name) => Text(Encoding.UTF8.GetBytes(content), name);

    internal static async Task<SourceProblem> Problem(byte[] bytes, string name, SourceLimits? limits = null)
    {
        var reading = await Of(bytes, name, limits);
        Assert.False(reading.Succeeded, reading.Text?.Text);
        return reading.Problem;
    }

    internal static async Task<SourceReading> Of(byte[] bytes, string name, SourceLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return await SourceReader.ReadAsync(stream, name, limits ?? SourceLimits.Default, CancellationToken.None);
    }

    internal static async Task<SourceReading> With(PdfToText program, byte[] pdf, SourceLimits? limits = null, CancellationToken ct = default)
    {
        using var stream = new MemoryStream(pdf);
        return await SourceReader.ReadAsync(stream, "plan.pdf", limits ?? SourceLimits.Default, program, ct);
    }

    /// <summary>The words of the lines of a kind that hold any.</summary>
    internal static string[] Lines(this SourceText text, params LineKind[] kinds) =>
        [.. text.Lines.Where(line => kinds.Length == 0 || kinds.Contains(line.Kind)).Select(line => text.TextOf(line).ToString()).Where(line => line.Length > 0)];

    /// <summary>The cells of the table rows.</summary>
    internal static string[][] Rows(this SourceText text) =>
        [.. text.Lines.Where(line => line.Kind == LineKind.TableRow).Select(line => line.Cells!.Select(cell => text.Text[cell.Start..cell.End]).ToArray())];

    /// <summary>What holds for every text that any reader gives: lines in order cover it, one break between two.</summary>
    internal static void AssertWhole(SourceText text)
    {
        var at = 0;
        foreach (var line in text.Lines)
        {
            Assert.Equal(at, line.Start);
            Assert.True(line.End >= line.Start);
            Assert.DoesNotContain('\n', text.Text[line.Start..line.End]);
            Assert.All(line.Cells ?? [], cell => Assert.InRange(cell.Start, line.Start, cell.End));
            Assert.All(line.Cells ?? [], cell => Assert.InRange(cell.End, cell.Start, line.End));
            at = line.End + 1;
        }
        Assert.Equal(text.Text.Length + 1, at);
        Assert.Equal(text.Joins.Order(), text.Joins);
        var numbers = text.Lines.Select(line => line.Number).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }
}
