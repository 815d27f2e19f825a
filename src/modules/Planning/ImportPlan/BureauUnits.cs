using Shuren.Contracts.Organization;
using Shuren.PlanText.Suggestions;

namespace Shuren.Planning.ImportPlan;

/// <summary>The units of the bureau that lead tasks, as the suggestions know them: sections and institutions, by all their names.</summary>
internal sealed class BureauUnits
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', ' ', '　', '\n'];

    private readonly Dictionary<string, Guid> ids;
    private readonly Dictionary<Guid, string> names;
    private readonly List<(string Known, Guid Id)> known;

    public BureauUnits(IReadOnlyList<UnitCard> all)
    {
        List<UnitCard> own = [.. all.Where(unit => unit.Kind is UnitKind.Section or UnitKind.Institution).DistinctBy(unit => unit.Name)];
        Profiles = [.. own.Select(ProfileOf)];
        ids = own.ToDictionary(unit => unit.Name, unit => unit.Id);
        names = own.ToDictionary(unit => unit.Id, unit => unit.Name);
        known = [.. own.Zip(Profiles).SelectMany(unit => unit.Second.ShortNames.Prepend(unit.Second.Name).Select(name => (name, unit.First.Id))), .. all.Select(unit => (unit.Name, unit.Id))];
    }

    /// <summary>What the suggestions read.</summary>
    public IReadOnlyList<UnitProfile> Profiles { get; }

    public bool Knows(Guid unit) => names.ContainsKey(unit);

    public string Name(Guid unit) => names[unit];

    public Guid Id(string name) => ids[name];

    /// <summary>The units that a document names, one or several with 、 between them; a name that fits nobody is left out.</summary>
    public IEnumerable<Guid> Named(string words) => words.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(name => known.Where(unit => unit.Known == name).Concat(known.Where(unit => name.EndsWith(unit.Known, StringComparison.Ordinal))).Select(unit => unit.Id).Cast<Guid?>().FirstOrDefault())
        .OfType<Guid>().Distinct();

    /// <summary>A unit that has not written its duties answers for those of the standard section of its name.</summary>
    private static UnitProfile ProfileOf(UnitCard unit)
    {
        var standard = DefaultUnits.Standard(unit.Name);
        IEnumerable<string> others = [unit.ShortName, .. standard is null ? [] : standard.ShortNames.Append(standard.Name)];
        return new(unit.Name, [.. others.Where(name => name != unit.Name).Distinct()], unit.Duties.Count > 0 ? unit.Duties : standard?.Duties ?? []);
    }
}
