using System.Globalization;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Scoring;

/// <summary>The targets of a reading paired with the labelled ones.</summary>
internal sealed record TargetMatch(IReadOnlyList<(GoldTarget Label, PlanTarget Found)> Pairs, Tally Tally)
{
    /// <summary>
    /// Directions (近视率持续下降, value null) are compared only where the labels hold any: the labelled documents list numbers only, and a
    /// reading must not lose precision for saying more than was asked.
    /// </summary>
    internal static TargetMatch Of(GoldPlan gold, WorkPlanReading reading, SourceText source)
    {
        var hasDirections = gold.Targets.Any(label => label.Value is null);
        var found = reading.Targets.Where(target => hasDirections || target.Kind != TargetKind.Direction).ToList();
        var pairs = Pairing.Pair<GoldTarget, PlanTarget>(gold.Targets, found,
        [
            (label, target) => IsSame(label, target) && Plain.NoSpace(label.Quote) == Plain.NoSpace(target.Quote),
            (label, target) => IsSame(label, target) && Overlaps(label, target, source),
        ]);
        return new(pairs, Pairing.Tally(pairs, gold.Targets, found,
            label => new(label.Line, $"{label.Quote} [{label.Value} {label.Unit}]"), target => new(target.Place.Line, $"{target.Quote} [{target.Value} {target.Unit}]")));
    }

    internal Agreement Agreement(string property, Func<(GoldTarget Label, PlanTarget Found), (string? Found, string? Label)> pick)
    {
        var wrong = Pairs.Select(pair => (pair.Label, Values: pick(pair))).Where(pair => Plain.NoSpace(pair.Values.Found) != Plain.NoSpace(pair.Values.Label)).ToList();
        return new(Pairs.Count - wrong.Count, Pairs.Count,
            [.. wrong.Select(pair => new ScoredPiece(pair.Label.Line, $"{pair.Label.Quote} {property}: {pair.Values.Found ?? "null"} ≠ {pair.Values.Label ?? "null"}"))]);
    }

    private static bool IsSame(GoldTarget label, PlanTarget target)
        => label.Line == target.Place.Line && Plain.NoSpace(label.Unit) == Plain.NoSpace(target.Unit) && IsSameValue(label.Value, target.Value);

    private static bool IsSameValue(string? label, string? found)
        => label == found || (Decimal(label) is { } left && Decimal(found) is { } right && left == right) || (label is not null && Plain.NoSpace(label) == Plain.NoSpace(found));

    private static decimal? Decimal(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Any place of the label's line where its quote stands overlaps the target's place; a quote that the line does not hold must hold the other.</summary>
    private static bool Overlaps(GoldTarget label, PlanTarget target, SourceText source)
    {
        if (source.Lines.LastOrDefault(l => l.Number <= label.Line) is not { } line)
            return false;
        var text = FlatText.Of(source.Text[line.Start..line.End]);
        var quote = FlatText.Of(label.Quote);
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0 && quote.Length > 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            if (line.Start + at < target.Place.End && target.Place.Start < line.Start + at + quote.Length)
                return true;
        }
        var (left, right) = (Plain.NoSpace(label.Quote), Plain.NoSpace(target.Quote));
        return !text.Contains(quote, StringComparison.Ordinal) && left.Length > 0 && right.Length > 0
            && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));
    }
}
