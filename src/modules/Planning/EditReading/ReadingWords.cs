using System.Globalization;
using Shuren.Kernel;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.PlanText;
using Shuren.Ui;

namespace Shuren.Planning.EditReading;

/// <summary>Open points, kinds and values in words.</summary>
internal static class ReadingWords
{
    public static string Of(OpenPoint point) => Said("Open_" + point);

    public static string Of(TargetKind kind) => Said("TargetKind_" + kind);

    /// <summary>A target's value as a chip shows it: ≥ 58%, 2～3个, 1 080个.</summary>
    public static string ValueOf(Target target) => target.Value is not { } value
        ? Said(target.Kind == TargetKind.Direction ? "ValueDirection" : target.Kind == TargetKind.Date ? "ValueDate" : "ValueMissing")
        : target.Kind switch
        {
            TargetKind.Floor => $"≥ {Number(value)}{target.Unit}",
            TargetKind.Ceiling => $"≤ {Number(value)}{target.Unit}",
            TargetKind.Range => $"{Number(value)}～{Number(target.UpperValue ?? value)}{target.Unit}",
            TargetKind.Increase => Sentences.Filled(ImportText.ValueIncrease, Number(value) + target.Unit),
            TargetKind.Decrease => Sentences.Filled(ImportText.ValueDecrease, Number(value) + target.Unit),
            TargetKind.Rank => Sentences.Filled(ImportText.ValueRank, Number(value)),
            _ => Number(value) + target.Unit,
        };

    /// <summary>The label of a number that is no target but a report of the past.</summary>
    public static string LabelOf(Target target) => target.Status == TargetStatus.Target ? target.Indicator : Sentences.Filled(ImportText.LabelReported, target.Indicator);

    private static string Number(double value) => Wording.Number((decimal)Math.Clamp(value, -1e15, 1e15), value == Math.Floor(value) ? 0 : Decimals(value));

    private static int Decimals(double value) => Math.Min(4, value.ToString("0.####", CultureInfo.InvariantCulture).Split('.').ElementAtOrDefault(1)?.Length ?? 0);

    private static string Said(string key) => ImportText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
