using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;

namespace Shuren.Formulas.Binding;

/// <summary>The unit of a number as powers of measures: 平方米/人 is m2 to the 1st, pupil to the -1st.</summary>
internal sealed class Dimension : IEquatable<Dimension>
{
    private readonly SortedDictionary<string, (Measure Measure, int Power)> powers = new(StringComparer.Ordinal);

    public static Dimension None { get; } = new();

    public static Dimension Percent { get; } = Of(Measure.Percent);

    public bool IsNone => powers.Count == 0;

    public static Dimension Of(Measure? measure)
    {
        var dimension = new Dimension();
        if (measure is not null)
            dimension.powers[measure.English] = (measure, 1);
        return dimension;
    }

    public Dimension Times(Dimension other, int sign)
    {
        var product = new Dimension();
        foreach (var (key, (measure, power)) in powers.Concat(other.powers.Select(pair => KeyValuePair.Create(pair.Key, (pair.Value.Measure, Power: pair.Value.Power * sign)))))
        {
            var sum = power + (product.powers.TryGetValue(key, out var before) ? before.Power : 0);
            product.powers.Remove(key);
            if (sum != 0)
                product.powers[key] = (measure, sum);
        }
        return product;
    }

    public Told Told => IsNone ? new("a plain number", "无单位的数") : new(In(Language.English), In(Language.Chinese));

    public string In(Language language)
    {
        var above = powers.Values.Where(power => power.Power > 0).Select(power => One(power, language)).ToList();
        var below = powers.Values.Where(power => power.Power < 0).Select(power => One(power, language)).ToList();
        return (above.Count == 0 && below.Count > 0 ? "1" : string.Join('·', above)) + (below.Count == 0 ? "" : "/" + string.Join('·', below));
    }

    public bool Equals(Dimension? other) =>
        other is not null && powers.Count == other.powers.Count
        && powers.All(pair => other.powers.TryGetValue(pair.Key, out var there) && there.Power == pair.Value.Power);

    public override bool Equals(object? obj) => Equals(obj as Dimension);

    public override int GetHashCode() => powers.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value.Power));

    private static string One((Measure Measure, int Power) power, Language language) =>
        power.Measure.In(language) + (Math.Abs(power.Power) == 1 ? "" : "^" + Math.Abs(power.Power).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
