using Shuren.Formulas.Catalogues;

namespace Shuren.Indicators.Packs;

/// <summary>The packs that are shipped with the house (<c>packs/national</c>), read once.</summary>
internal sealed class PackBook
{
    private const string Folder = "Shuren.Indicators.Packs.";

    private readonly Dictionary<string, (Pack Pack, Indicator Indicator)> byCode;

    /// <param name="facts">What the rooms let formulas count.</param>
    /// <exception cref="InvalidOperationException">A shipped pack is wrong: a bug, found by every test that opens the house.</exception>
    public PackBook(IEnumerable<Fact> facts)
    {
        var (packs, catalogue, faults) = PackReader.Read(Shipped(), [.. facts]);
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join('\n', faults));
        (All, Catalogue) = ([.. packs.Where(pack => pack.Indicators.Count > 0)], catalogue!); // no fault, so it is there
        Indicators = [.. All.SelectMany(pack => pack.Indicators)];
        Figures = [.. packs.SelectMany(pack => pack.Figures)];
        byCode = All.SelectMany(pack => pack.Indicators.Select(indicator => (pack, indicator))).ToDictionary(one => one.indicator.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The packs with indicators, in the order of their files.</summary>
    public IReadOnlyList<Pack> All { get; }

    /// <summary>All indicators, in the order in which they are computed.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>All figures that are reported.</summary>
    public IReadOnlyList<FigureItem> Figures { get; }

    /// <summary>What formulas may name.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>An indicator and its pack; null where there is none.</summary>
    public (Pack Pack, Indicator Indicator)? Find(string code) => byCode.TryGetValue(code, out var found) ? found : null;

    private static List<(string, string)> Shipped()
    {
        var assembly = typeof(PackBook).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!); // just named
            return (name[Folder.Length..], text.ReadToEnd());
        })];
    }
}
