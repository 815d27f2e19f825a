using System.Globalization;
using Shuren.Kernel;
using Shuren.PlanText;
using Shuren.PlanText.Sources;

namespace Shuren.Planning.ImportPlan;

/// <summary>A document's text and what was read in it.</summary>
internal sealed record DocumentReading(SourceText Source, WorkPlanReading Reading);

/// <summary>Reads a document as a work plan. What is wrong with the file is said in the reader's own words; nothing is written.</summary>
internal static class DocumentReader
{
    /// <returns>The reading, or <c>SourceRefused</c> with the sentence of the reader, or <c>NoTasksRead</c>.</returns>
    public static async Task<Outcome<DocumentReading>> ReadAsync(PlanDocument document, CancellationToken ct)
    {
        var source = document.Content is { } content
            ? await SourceReader.ReadAsync(content, document.FileName, SourceLimits.Default, ct)
            : SourceReader.ReadText(document.Text);
        if (!source.Succeeded)
            return new Refusal("SourceRefused", FieldOf(document), new SaidProblem(source.Problem));
        var reading = PlanReader.Read(source.Text);
        return reading.Tasks.Count == 0 ? new Refusal("NoTasksRead", FieldOf(document)) : new DocumentReading(source.Text, reading);
    }

    private static string FieldOf(PlanDocument document) => document.Content is null ? nameof(ImportForm.Text) : nameof(ImportForm.File);

    /// <summary>The engine's sentence in the language in which the refusal is said; the code is for scripts.</summary>
    private sealed record SaidProblem(SourceProblem Problem)
    {
        public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Problem.Chinese : Problem.English;
    }
}
