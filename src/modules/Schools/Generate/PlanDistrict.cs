using System.Globalization;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>
/// Draws a district: which schools there are, where they lie, how many pupils each has. Real districts are uneven - town schools burst, village schools
/// empty - and so is this one.
/// </summary>
internal sealed class PlanDistrict(DistrictOrder order)
{
    private const double Latitude = 29.8;
    private const double Longitude = 119.4;

    // About what a county has of each kind, of a hundred.
    private static readonly (SchoolKind Kind, double Weight)[] Kinds =
    [
        (SchoolKind.Kindergarten, 47), (SchoolKind.Primary, 24), (SchoolKind.TeachingPoint, 6), (SchoolKind.Junior, 8), (SchoolKind.NineYear, 8),
        (SchoolKind.CompleteSecondary, 1.5), (SchoolKind.Senior, 3), (SchoolKind.Vocational, 1.5), (SchoolKind.Special, 1),
    ];

    // Of a hundred pupils: three, six, three and three years; not everybody goes on to a senior school.
    private static readonly (Stage Stage, double Weight)[] Stages =
    [
        (Stage.Preschool, 19), (Stage.Primary, 44.5), (Stage.Junior, 21.5), (Stage.Senior, 11), (Stage.Vocational, 3.8), (Stage.Special, 0.2),
    ];

    private readonly Chance chance = Chance.For(order.Seed, -1);

    private DateOnly Day => new(order.SchoolYear, 9, 1);

    /// <summary>The schools in their order, those that are there first.</summary>
    /// <param name="there">Units that have no school yet; of the first of them each becomes one, by what its name says.</param>
    public IReadOnlyList<PlannedSchool> Run(IReadOnlyList<UnitCard> there)
    {
        var kinds = KindsFor([.. there.Take(order.Schools).Select(unit => KindOf(unit.Name))]);
        var towns = InventedNames.Towns(chance, Math.Clamp(order.Schools / 9, 3, 600));
        var taken = there.Select(unit => unit.Name).ToHashSet(StringComparer.Ordinal);
        var schools = kinds.Select((kind, at) => Place(kind, at, towns, at < there.Count ? there[at] : null, taken)).ToList();
        foreach (var (stage, pupils) in Split(order.Pupils, [.. Stages.Where(stage => schools.Any(school => Teaches(school, stage.Stage)))]))
            Fill(stage, pupils, [.. schools.Where(school => Teaches(school, stage))]);
        return schools;
    }

    private static bool Teaches(PlannedSchool school, Stage stage) => Grades.StagesOf(school.Kind).Contains(stage);

    private static SchoolKind KindOf(string name) => name switch
    {
        _ when name.Contains("幼儿园", StringComparison.Ordinal) => SchoolKind.Kindergarten,
        _ when name.Contains("教学点", StringComparison.Ordinal) => SchoolKind.TeachingPoint,
        _ when name.Contains("小学", StringComparison.Ordinal) => SchoolKind.Primary,
        _ when name.Contains("一贯制", StringComparison.Ordinal) || name.EndsWith("实验学校", StringComparison.Ordinal) => SchoolKind.NineYear,
        _ when name.Contains("第一中学", StringComparison.Ordinal) || name.Contains("高级中学", StringComparison.Ordinal) => SchoolKind.Senior,
        _ => SchoolKind.Junior,
    };

    /// <summary>The kinds of all schools: those given, then what brings the whole nearest to the usual shares; every stage but the rare ones is taught somewhere.</summary>
    private List<SchoolKind> KindsFor(List<SchoolKind> given)
    {
        var left = Kinds.ToDictionary(kind => kind.Kind, kind => kind.Weight / 100 * order.Schools - given.Count(known => known == kind.Kind));
        var missing = new[] { SchoolKind.Kindergarten, SchoolKind.NineYear, SchoolKind.Senior }.Where(kind => !given.Contains(kind)).Take(Math.Max(0, order.Schools - given.Count));
        foreach (var kind in missing)
            Take(kind);
        while (given.Count < order.Schools)
            Take(left.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key).First().Key);
        return given;

        void Take(SchoolKind kind)
        {
            given.Add(kind);
            left[kind]--;
        }
    }

    private PlannedSchool Place(SchoolKind kind, int at, IReadOnlyList<string> towns, UnitCard? unit, HashSet<string> taken)
    {
        var town = chance.Below(towns.Count);
        // The first towns are the streets of the county seat.
        var isSeat = town < Math.Max(1, towns.Count / 5) || kind is SchoolKind.Senior or SchoolKind.CompleteSecondary or SchoolKind.Vocational or SchoolKind.Special;
        var locality = LocalityOf(kind, isSeat);
        var ownership = kind switch
        {
            SchoolKind.Kindergarten => chance.Of((Ownership.Public, 0.52), (Ownership.Inclusive, 0.38), (Ownership.Private, 0.10)),
            SchoolKind.TeachingPoint or SchoolKind.Special => Ownership.Public,
            _ => chance.Is(0.07) ? Ownership.Private : Ownership.Public,
        };
        var (angle, far) = (town * 2.399963, isSeat ? 0.02 : 0.05 + 0.22 * Math.Sqrt((town + 1.0) / towns.Count));
        return new()
        {
            Id = unit?.Id ?? chance.Id(Day), Kind = kind, Locality = locality, Ownership = ownership, Index = at,
            Name = unit?.Name ?? NameOf(kind, towns[town], isSeat, locality, taken),
            Latitude = Math.Round(Latitude + far * Math.Sin(angle) + (chance.Share() - 0.5) * 0.05, 6),
            Longitude = Math.Round(Longitude + far * 1.15 * Math.Cos(angle) + (chance.Share() - 0.5) * 0.05, 6),
        };
    }

    private Locality LocalityOf(SchoolKind kind, bool isSeat) => (kind, isSeat) switch
    {
        (SchoolKind.TeachingPoint, _) => Locality.Village,
        (_, true) => chance.Of((Locality.MainUrban, 0.75), (Locality.UrbanFringe, 0.25)),
        _ => chance.Of((Locality.TownCentre, 0.4), (Locality.TownFringe, 0.18), (Locality.TownshipCentre, 0.2), (Locality.Village, 0.22)),
    };

    private static string NameOf(SchoolKind kind, string town, bool isSeat, Locality locality, HashSet<string> taken)
    {
        var place = isSeat ? town + "街道" : town + (locality is Locality.TownshipCentre or Locality.Village ? "乡" : "镇");
        var what = kind switch
        {
            SchoolKind.Kindergarten => "幼儿园",
            SchoolKind.Primary => "小学",
            SchoolKind.TeachingPoint => "教学点",
            SchoolKind.Junior => "初级中学",
            SchoolKind.NineYear => "九年一贯制学校",
            SchoolKind.CompleteSecondary => "中学",
            SchoolKind.Senior => "高级中学",
            SchoolKind.TwelveYear => "十二年一贯制学校",
            SchoolKind.Vocational => "职业中等专业学校",
            SchoolKind.Special => "特殊教育学校",
            _ => "教育中心",
        };
        var name = $"{place}中心{what}";
        for (var number = 2; !taken.Add(name); number++)
            name = $"{place}第{number.ToString(CultureInfo.InvariantCulture)}{what}";
        return name;
    }

    /// <summary>Divides the pupils of a stage: urban schools are large, village schools small, teaching points tiny.</summary>
    private void Fill(Stage stage, int pupils, IReadOnlyList<PlannedSchool> schools)
    {
        var weights = schools.Select(school => (school, chance.Around(0.35) * (school.Kind == SchoolKind.TeachingPoint ? 0.06 : school.Locality switch
        {
            Locality.MainUrban => 1.7,
            Locality.UrbanFringe => 1.2,
            Locality.TownCentre => 0.9,
            Locality.TownFringe or Locality.SpecialArea => 0.6,
            Locality.TownshipCentre => 0.4,
            _ => 0.22,
        })));
        foreach (var (school, count) in Split(pupils, [.. weights]))
            school.Pupils[stage] = count;
    }

    /// <summary>Divides a whole number by weights, so that the parts add up to it (Hamilton, largest remainders).</summary>
    public static IReadOnlyList<(T What, int Count)> Split<T>(int whole, IReadOnlyList<(T What, double Weight)> parts)
    {
        var total = parts.Sum(part => part.Weight);
        var shares = parts.Select((part, at) => (part.What, Share: whole * part.Weight / total, at)).ToList();
        var open = whole - shares.Sum(share => (int)share.Share);
        var more = shares.OrderByDescending(share => share.Share - Math.Floor(share.Share)).ThenBy(share => share.at).Take(open).Select(share => share.at).ToHashSet();
        return [.. shares.Select(share => (share.What, (int)share.Share + (more.Contains(share.at) ? 1 : 0)))];
    }
}
