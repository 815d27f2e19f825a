using System.Globalization;
using Shuren.Contracts.Schools;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>The pupils of a school with their enrolments, guardians, siblings and why some need care.</summary>
internal sealed class PupilRows(PlannedSchool plan, Chance chance, DateOnly since, int schools)
{
    // Within one day and division a number has 999 sequences. Schools take turns through a hundred divisions that do not exist, and each begins where its share of the sequences does.
    private readonly string division = $"9999{plan.Index % 100:00}";
    private readonly int first = plan.Index / 100 * (998 / ((schools + 99) / 100) / 2 * 2);
    private readonly Dictionary<DateOnly, int> born = [];

    public List<Pupil> Pupils { get; } = [];
    public List<Enrolment> Enrolments { get; } = [];
    public List<Guardian> Guardians { get; } = [];
    public List<SiblingLink> Siblings { get; } = [];
    public List<PupilCare> Cares { get; } = [];

    /// <summary>Fills the class.</summary>
    public void Fill(SchoolClass into, int pupils)
    {
        for (var at = 0; at < pupils; at++)
            Add(into);
    }

    private void Add(SchoolClass into)
    {
        var sibling = Pupils.Count > 30 && chance.Is(0.07) ? Pupils[chance.Below(Pupils.Count)] : null;
        var isMale = chance.Is(0.525);
        var surname = sibling?.Name[0] ?? InventedNames.Surname(chance);
        var name = InventedNames.Person(chance, surname, isMale);
        var bornOn = new DateOnly(since.Year - Grades.AgeIn(into.Grade) - 1, 9, 1).AddDays(chance.Below(365));
        var number = Number(bornOn, isMale);
        var pupil = new Pupil
        {
            Id = chance.Id(since), Name = name, Initials = NameInitials.Of(name), Sex = isMale ? Sex.Male : Sex.Female, BornOn = bornOn, IdKind = "1", IdNumber = number,
            PupilNumber = into.Grade < 10 ? "" : "G" + number, SchoolNumber = string.Create(CultureInfo.InvariantCulture, $"{since.Year % 100:00}{plan.Index:0000}{Pupils.Count:0000}"),
            Ethnicity = chance.Is(0.97) ? "01" : chance.OneOf("03", "08", "11", "15"), Political = into.Grade >= 30 ? "03" : "13", Health = "1", HouseholdDivision = "999999", HouseholdKind = plan.IsUrban ? "1" : "2",
            NativePlace = "青禾", BirthDivision = "999999", Address = sibling?.Address ?? $"{plan.Name[..Math.Min(4, plan.Name.Length)]}学府路{chance.Between(1, 400)}号{chance.Between(1, 30)}幢", Phone = "",
            IsOnlyChild = sibling is null && chance.Is(0.4),
        };
        Pupils.Add(pupil);
        Enrol(pupil, into);
        Guardians.Add(GuardianOf(pupil, surname));
        if (sibling is not null)
            Siblings.Add(Link(pupil, sibling));
        Care(pupil);
    }

    private void Enrol(Pupil pupil, SchoolClass into)
    {
        var residence = chance.Of((ResidenceClass.Local, plan.IsUrban ? 0.84 : 0.95), (ResidenceClass.Migrant, plan.IsUrban ? 0.145 : 0.045), (ResidenceClass.Collective, 0.005));
        var isFirst = into.Grade == Grades.Of(Grades.StageOf(into.Grade))[0];
        var enrolment = new Enrolment
        {
            Id = chance.Id(since), PupilId = pupil.Id, SchoolId = plan.Id, ClassId = into.Id, SchoolYear = since.Year, Grade = into.Grade, Since = since, Residence = residence,
            HasPermit = residence == ResidenceClass.Migrant && chance.Is(0.8), IsBoarder = Boards(into.Grade), RidesBus = plan.IsRural && chance.Is(0.08),
            IsPurchasedPlace = residence == ResidenceClass.Migrant && plan.Ownership == Ownership.Private && chance.Is(0.5), Entry = EntryInto(into.Grade),
            Began = isFirst ? EnrolmentStart.Admitted : EnrolmentStart.Registered, Status = chance.Is(0.0015) ? EnrolmentStatus.Suspended : EnrolmentStatus.Attending,
        };
        Enrolments.Add(enrolment);
    }

    private bool Boards(int grade) => (grade / 10) switch { >= 3 => chance.Is(0.6), 2 => plan.IsRural && chance.Is(0.45), _ => false };

    private EntryWay EntryInto(int grade) => (grade / 10, plan.Ownership) switch
    {
        (0, _) or (1 or 2, Ownership.Private) => EntryWay.Applied,
        (1 or 2, _) => chance.Is(0.985) ? EntryWay.Zoned : EntryWay.Allocated,
        (3, _) => chance.Is(0.55) ? EntryWay.Quota : EntryWay.Examination,
        _ => EntryWay.Other,
    };

    private Guardian GuardianOf(Pupil pupil, char surname)
    {
        var relation = chance.Of((GuardianRelation.Father, 0.46), (GuardianRelation.Mother, 0.47), (GuardianRelation.Grandparent, 0.07));
        var name = relation == GuardianRelation.Mother ? InventedNames.Person(chance, isMale: false) : InventedNames.Person(chance, surname, isMale: true);
        // Numbers that begin with 100 are nobody's.
        return new() { Id = chance.Id(since), PupilId = pupil.Id, Name = name, Relation = relation, Phone = $"100{chance.Below(100_000_000):00000000}", IsMain = true };
    }

    private SiblingLink Link(Pupil one, Pupil other)
    {
        var (first, second) = string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()) < 0 ? (one, other) : (other, one);
        return new() { Id = chance.Id(since), PupilId = first.Id, OtherPupilId = second.Id };
    }

    private void Care(Pupil pupil)
    {
        if (plan.Kind == SchoolKind.Special || chance.Is(0.003))
            Add(CareKind.Disability);
        if (chance.Is(plan.IsRural ? 0.14 : plan.IsUrban ? 0.01 : 0.05))
            Add(CareKind.LeftBehind);
        if (chance.Is(0.012))
            Add(CareKind.Hardship);
        if (chance.Is(0.03))
            Add(CareKind.SingleParent);
        if (chance.Is(0.04))
            Add(CareKind.LowIncome);

        void Add(CareKind kind) => Cares.Add(new() { Id = chance.Id(since), PupilId = pupil.Id, Kind = kind, Since = since });
    }

    private string Number(DateOnly bornOn, bool isMale)
    {
        // Two a step, so that the parity stays the sex's.
        var sequence = born[bornOn] = born.GetValueOrDefault(bornOn, first) + 2;
        var body = string.Create(CultureInfo.InvariantCulture, $"{division}{bornOn:yyyyMMdd}{(sequence + (isMale ? 1 : 0)) % 1000:000}");
        return body + CitizenNumber.CheckDigitOf(body);
    }
}
