using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shuren.PlanText.Scoring;

namespace Shuren.Host.Commands;

/// <summary>What <c>shuren read FILE --score GOLD</c> prints: a report for people, or one JSON document.</summary>
internal static class ScoreOutput
{
    private const int LongestText = 60;

    /// <summary>Writes the report: the figures first, then every miss (-), every extra (+) and every wrong property (!), each with its line.</summary>
    internal static void WriteText(TextWriter output, PlanScore score)
    {
        output.WriteLine($"{score.Document}：与人工标注比较");
        output.WriteLine("      准确率  召回率  F1      正确/标注/读出");
        WriteTally(output, "部分", score.Sections);
        WriteTally(output, "任务", score.Tasks);
        WriteTally(output, "目标", score.Targets);
        output.WriteLine($"已对上的目标：比较方式 {Percent(score.Comparators.Rate)}，时限 {Percent(score.Deadlines.Rate)}，状态 {Percent(score.Statuses.Rate)}");
        WriteDifferences(output, "部分", score.Sections);
        WriteDifferences(output, "任务", score.Tasks);
        WriteDifferences(output, "目标", score.Targets);
        WritePieces(output, "属性不一致（读出 ≠ 标注）", '!', [.. score.Comparators.Wrong, .. score.Deadlines.Wrong, .. score.Statuses.Wrong]);
    }

    /// <summary>Writes the same as one JSON document; rates are 0 to 1.</summary>
    internal static void WriteJson(TextWriter output, PlanScore score) => output.WriteLine(JsonSerializer.Serialize(score, ScoreJson.Default.PlanScore));

    private static void WriteTally(TextWriter output, string name, Tally tally)
        => output.WriteLine($"{name}  {Percent(tally.Precision),-6}  {Percent(tally.Recall),-6}  {Percent(tally.F1),-6}  {tally.Right}/{tally.Labelled}/{tally.Found}");

    private static void WriteDifferences(TextWriter output, string name, Tally tally)
    {
        WritePieces(output, $"{name}：漏读", '-', tally.Misses);
        WritePieces(output, $"{name}：多读", '+', tally.Extras);
    }

    private static void WritePieces(TextWriter output, string heading, char sign, IReadOnlyList<ScoredPiece> pieces)
    {
        if (pieces.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{heading}（{pieces.Count}）");
        foreach (var piece in pieces.OrderBy(piece => piece.Line))
            output.WriteLine($"  {sign} 第{piece.Line}行 {Shorten(piece.Text)}");
    }

    private static string Percent(double rate) => (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlanScore))]
internal sealed partial class ScoreJson : JsonSerializerContext;
