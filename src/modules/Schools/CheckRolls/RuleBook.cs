namespace Shuren.Schools.CheckRolls;

/// <summary>The rules that are shipped with the house, <c>rules.yaml</c>.</summary>
internal static class RuleBook
{
    private static readonly Lazy<IReadOnlyList<RollRule>> Read = new(() =>
    {
        using var text = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream("Shuren.Schools.CheckRolls.rules.yaml")!); // embedded
        var (rules, faults) = RuleFile.Read(text.ReadToEnd(), CheckCatalogue.Facts);
        return faults is [var first, ..] ? throw new InvalidOperationException($"rules.yaml {first}") : rules;
    });

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<RollRule> All => Read.Value;

    /// <summary>A rule by its id; null where there is none, or none any more.</summary>
    public static RollRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
