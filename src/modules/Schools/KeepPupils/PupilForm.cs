using System.Globalization;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>What is typed of a pupil, the place on the roll, and the first guardian.</summary>
public sealed class PupilForm
{
    /// <summary>姓名.</summary>
    public string? Name { get; set; }

    /// <summary>曾用名.</summary>
    public string? FormerName { get; set; }

    /// <summary>性别.</summary>
    public string? Sex { get; set; }

    /// <summary>出生日期.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>证件类型.</summary>
    public string? IdKind { get; set; }

    /// <summary>证件号; empty leaves what stands, - clears it.</summary>
    public string? IdNumber { get; set; }

    /// <summary>全国学籍号; the same.</summary>
    public string? PupilNumber { get; set; }

    /// <summary>校内学号.</summary>
    public string? SchoolNumber { get; set; }

    /// <summary>民族.</summary>
    public string? Ethnicity { get; set; }

    /// <summary>户口性质.</summary>
    public string? HouseholdKind { get; set; }

    /// <summary>户口所在地.</summary>
    public string? HouseholdDivision { get; set; }

    /// <summary>现住址; empty leaves what stands, - clears it.</summary>
    public string? Address { get; set; }

    /// <summary>联系电话; the same.</summary>
    public string? Phone { get; set; }

    /// <summary>独生子女.</summary>
    public bool IsOnlyChild { get; set; }

    /// <summary>The class.</summary>
    public Guid? Class { get; set; }

    /// <summary>The grade, where classes are not divided or mixed.</summary>
    public int? Grade { get; set; }

    /// <summary>户籍类别.</summary>
    public string? Residence { get; set; }

    /// <summary>符合条件的随迁子女.</summary>
    public bool HasPermit { get; set; }

    /// <summary>住宿.</summary>
    public bool IsBoarder { get; set; }

    /// <summary>乘坐校车.</summary>
    public bool RidesBus { get; set; }

    /// <summary>政府购买学位.</summary>
    public bool IsPurchasedPlace { get; set; }

    /// <summary>入学方式.</summary>
    public string? Entry { get; set; }

    /// <summary>The first day of a new row; the day of a change.</summary>
    public DateOnly? From { get; set; }

    /// <summary>mend or change: a mistake that always was one, or a change from a day.</summary>
    public string? How { get; set; }

    /// <summary>The first guardian's name.</summary>
    public string? GuardianName { get; set; }

    /// <summary>What the guardian is to the child.</summary>
    public string? GuardianRelation { get; set; }

    /// <summary>The guardian's telephone.</summary>
    public string? GuardianPhone { get; set; }

    /// <summary>That the warnings were read.</summary>
    public bool IsSure { get; set; }

    /// <summary>The version that was before the eyes.</summary>
    public long Version { get; set; }

    /// <summary>Who it is about; the refusal says what is missing.</summary>
    internal Outcome<PupilDraft> Draft() => Enum.TryParse<Sex>(Sex, out var sex) && BornOn is { } born
        ? new PupilDraft(Name ?? "", sex, born)
        {
            FormerName = FormerName ?? "", IdKind = IdKind ?? "", IdNumber = Typed(IdNumber), PupilNumber = Typed(PupilNumber), SchoolNumber = SchoolNumber ?? "", Ethnicity = Ethnicity ?? "",
            HouseholdKind = HouseholdKind ?? "", HouseholdDivision = HouseholdDivision ?? "", Address = Typed(Address), Phone = Typed(Phone), IsOnlyChild = IsOnlyChild, IsSure = IsSure,
        }
        : new Refusal(BornOn is null ? "PupilBorn" : "PupilSex", BornOn is null ? "bornOn" : "sex");

    /// <summary>Where it learns; the refusal says that neither class nor grade was chosen.</summary>
    internal Outcome<PlaceDraft> Place() => Class is null && Grade is null
        ? new Refusal("PupilPlace", "class")
        : new PlaceDraft(Class, Grade ?? 0, Enum.TryParse<ResidenceClass>(Residence, out var residence) ? residence : ResidenceClass.Local)
        {
            HasPermit = HasPermit, IsBoarder = IsBoarder, RidesBus = RidesBus, IsPurchasedPlace = IsPurchasedPlace, Entry = Enum.TryParse<EntryWay>(Entry, out var entry) ? entry : EntryWay.Other, IsSure = IsSure,
        };

    /// <summary>The first guardian; null where no name was typed.</summary>
    internal GuardianDraft? Guardian() => string.IsNullOrWhiteSpace(GuardianName) ? null
        : new(GuardianName, Enum.TryParse<GuardianRelation>(GuardianRelation, out var relation) ? relation : Model.GuardianRelation.Other, GuardianPhone ?? "") { IsMain = true };

    // Nothing typed leaves what stands; a hyphen clears it.
    internal static string? Typed(string? text) => text?.Trim() switch { null or "" => null, "-" or "－" or "—" => "", var typed => typed };

    internal string? GradeText => Grade?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is typed of a guardian, or of a sibling.</summary>
public sealed class FamilyForm
{
    /// <summary>The guardian that is mended; null for a new one.</summary>
    public Guid? Guardian { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>What it is to the child.</summary>
    public string? Relation { get; set; }

    /// <summary>The telephone; empty leaves what stands, - clears it.</summary>
    public string? Phone { get; set; }

    /// <summary>工作单位.</summary>
    public string? Workplace { get; set; }

    /// <summary>The one who is called first.</summary>
    public bool IsMain { get; set; }

    /// <summary>Why a guardian is taken off.</summary>
    public string? Why { get; set; }

    /// <summary>The whole number of a sibling.</summary>
    public string? Number { get; set; }

    /// <summary>Born together.</summary>
    public bool AreTwins { get; set; }

    /// <summary>The sibling whose link is taken back.</summary>
    public Guid? Other { get; set; }
}
