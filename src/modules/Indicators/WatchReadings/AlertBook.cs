using Shuren.Contracts.Organization;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.WatchReadings;

/// <summary>The rules that are shipped with the house (<c>packs/alerts</c>), read once.</summary>
internal sealed class AlertBook
{
    private const string Folder = "Shuren.Indicators.Alerts.";

    private readonly Dictionary<string, AlertRule> byCode;
    private readonly Dictionary<string, AlertOwner> owners;
    private readonly Dictionary<string, (Pack Pack, FigureItem Item)> figures;
    private readonly PackBook packs;

    /// <exception cref="InvalidOperationException">A shipped file is wrong: a bug, found by every test that opens the house.</exception>
    public AlertBook(PackBook packs)
    {
        this.packs = packs;
        var files = Shipped(packs.All);
        if (files.SelectMany(file => file.Faults).ToList() is { Count: > 0 } faults)
            throw new InvalidOperationException(string.Join('\n', faults));
        Rules = [.. files.SelectMany(file => file.Rules)];
        byCode = Rules.ToDictionary(rule => rule.Code);
        owners = files.SelectMany(file => file.Owners).ToDictionary(owner => owner.Pack);
        figures = packs.All.SelectMany(pack => pack.Figures.Select(item => (pack, item))).ToDictionary(one => one.item.Code);
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<AlertRule> Rules { get; }

    /// <summary>A rule; null where there is none any more.</summary>
    public AlertRule? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>What an alert is about: the pack with its indicator or its figure; null where there is neither any more.</summary>
    public (Pack Pack, Indicator? Indicator, FigureItem? Figure)? About(AlertRule? rule, string subject) =>
        rule is { Kind: AlertKind.Unreported } ? figures.TryGetValue(subject, out var figure) ? (figure.Pack, null, figure.Item) : null
        : packs.Find(subject) is { } found ? (found.Pack, found.Indicator, null) : null;

    /// <summary>The section that answers for a pack: the first whose name or duties have one of its words; null where none has, then it is the office.</summary>
    public UnitCard? OwnerOf(Pack pack, IEnumerable<UnitCard> units) => owners.TryGetValue(pack.Id, out var owner)
        ? owner.Words.SelectMany(word => units.Where(unit => unit.Kind == UnitKind.Section && (unit.Name.Contains(word, StringComparison.Ordinal) || unit.Duties.Any(duty => duty.Contains(word, StringComparison.Ordinal)))).OrderBy(unit => unit.Order)).FirstOrDefault()
        : null;

    private static List<AlertFile> Shipped(IReadOnlyList<Pack> packs)
    {
        var assembly = typeof(AlertBook).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!); // just named
            return AlertFile.Read(name[Folder.Length..], text.ReadToEnd(), packs);
        })];
    }
}
