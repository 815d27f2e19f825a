using System.Text;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>Who a pupil is to be. Of what is masked on the page, null leaves what stands: who mends a name need not see a number.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Sex">性别.</param>
/// <param name="BornOn">出生日期.</param>
internal sealed record PupilDraft(string Name, Sex Sex, DateOnly BornOn)
{
    public string FormerName { get; init; } = "";
    public string IdKind { get; init; } = "1";
    public string? IdNumber { get; init; }
    public string? PupilNumber { get; init; }
    public string SchoolNumber { get; init; } = "";
    public string Ethnicity { get; init; } = "";
    public string HouseholdKind { get; init; } = "";
    public string HouseholdDivision { get; init; } = "";
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public bool IsOnlyChild { get; init; }

    /// <summary>Says that the warnings were read: a number that fails its check, a child of the same name and day.</summary>
    public bool IsSure { get; init; }

    /// <summary>Numbers without spaces, in half width and capitals.</summary>
    public PupilDraft Clean() => this with { Name = Name.Trim(), IdNumber = Number(IdNumber), PupilNumber = Number(PupilNumber) };

    /// <summary>Puts it into a pupil.</summary>
    public Pupil Into(Pupil pupil)
    {
        (pupil.Name, pupil.Initials, pupil.FormerName, pupil.Sex, pupil.BornOn) = (Name, NameInitials.Of(Name), FormerName.Trim(), Sex, BornOn);
        (pupil.IdKind, pupil.IdNumber, pupil.PupilNumber, pupil.SchoolNumber) = (IdKind, IdNumber ?? pupil.IdNumber, PupilNumber ?? pupil.PupilNumber, SchoolNumber.Trim());
        (pupil.Ethnicity, pupil.HouseholdKind, pupil.HouseholdDivision, pupil.IsOnlyChild) = (Ethnicity, HouseholdKind, HouseholdDivision.Trim(), IsOnlyChild);
        (pupil.Address, pupil.Phone) = (Address?.Trim() ?? pupil.Address, Phone?.Trim() ?? pupil.Phone);
        return pupil;
    }

    /// <summary>A number as it is kept.</summary>
    public static string? Number(string? typed) => typed is null ? null : string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}

/// <summary>Where a pupil is to learn, and how that is counted.</summary>
/// <param name="Class">The class; null where classes are not divided yet.</param>
/// <param name="Grade">The grade; that of the class where there is one.</param>
/// <param name="Residence">Local, migrant, collective.</param>
internal sealed record PlaceDraft(Guid? Class, int Grade, ResidenceClass Residence)
{
    public bool HasPermit { get; init; }
    public bool IsBoarder { get; init; }
    public bool RidesBus { get; init; }
    public bool IsPurchasedPlace { get; init; }
    public EntryWay Entry { get; init; } = EntryWay.Other;

    /// <summary>Says that the warning was read: the class has as many pupils as it should have.</summary>
    public bool IsSure { get; init; }

    /// <summary>Puts it into a row of the roll; class and grade are the row's own.</summary>
    public Enrolment Into(Enrolment row)
    {
        (row.Residence, row.HasPermit, row.IsBoarder, row.RidesBus, row.IsPurchasedPlace, row.Entry) = (Residence, HasPermit && Residence == ResidenceClass.Migrant, IsBoarder, RidesBus, IsPurchasedPlace, Entry);
        return row;
    }

    /// <summary>Whether a row says all that already.</summary>
    public bool Is(Enrolment row) => row.ClassId == Class && row.Grade == Grade && row.Residence == Residence && row.HasPermit == (HasPermit && Residence == ResidenceClass.Migrant) && row.IsBoarder == IsBoarder
        && row.RidesBus == RidesBus && row.IsPurchasedPlace == IsPurchasedPlace && row.Entry == Entry;
}

/// <summary>Who looks after a child. Of what is masked, null leaves what stands.</summary>
internal sealed record GuardianDraft(string Name, GuardianRelation Relation, string? Phone)
{
    public string? IdNumber { get; init; }
    public string? Address { get; init; }
    public string Workplace { get; init; } = "";
    public bool IsMain { get; init; }

    /// <summary>Puts it into a guardian.</summary>
    public Guardian Into(Guardian guardian)
    {
        (guardian.Name, guardian.Relation, guardian.Phone, guardian.Workplace, guardian.IsMain) = (Name.Trim(), Relation, Phone?.Trim() ?? guardian.Phone, Workplace.Trim(), IsMain);
        (guardian.IdNumber, guardian.Address) = (PupilDraft.Number(IdNumber) ?? guardian.IdNumber, Address?.Trim() ?? guardian.Address);
        return guardian;
    }
}
