using Shuren.Indicators.Packs;
using Shuren.Ui;

namespace Shuren.Indicators.ReportFigures;

/// <summary>How reported figures are written.</summary>
internal static class FigureWords
{
    /// <summary>A number with its unit; an answer as yes or no.</summary>
    public static string Value(FigureItem item, double value) =>
        item.IsQuestion ? value >= 0.5 ? IndicatorsText.Yes : IndicatorsText.No : (IndicatorWords.Plain(value) + " " + item.Unit).TrimEnd();
}
