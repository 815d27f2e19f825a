using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepSchools;

/// <summary>What stands of a school without days. Name, place in the tree, merger and closing are those of its unit.</summary>
/// <param name="Code">学校标识码.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="OpenedOn">建校日期.</param>
internal sealed record SchoolDraft(string Code, string CreditCode, DateOnly OpenedOn)
{
    public string Division { get; init; } = "";
    public string Address { get; init; } = "";
    public string PostCode { get; init; } = "";
    public string Phone { get; init; } = "";
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public int? PlannedIn { get; init; }
    public bool IsOfEstate { get; init; }
    public bool IsTownshipCentre { get; init; }

    /// <summary>Says that the warnings were read: a code that fails its check, a place outside the country.</summary>
    public bool IsSure { get; init; }

    /// <summary>Codes without spaces, in half width and capitals.</summary>
    public SchoolDraft Clean() => this with { Code = KeepPupils.PupilDraft.Number(Code)!, CreditCode = KeepPupils.PupilDraft.Number(CreditCode)! }; // never null

    /// <summary>Why it cannot be so; nothing where it can.</summary>
    public List<Refusal> Refusals(DateOnly today, DateOnly? closedOn)
    {
        var wrong = new List<Refusal>();
        if (OpenedOn > today || OpenedOn >= closedOn || OpenedOn.Year < 1800)
            wrong.Add(new("SchoolOpened", "openedOn"));
        if (Latitude is null != Longitude is null || Latitude is < -90 or > 90 || Longitude is < -180 or > 180)
            wrong.Add(new("SchoolPlaceForm", "latitude"));
        else if (!IsSure && Latitude is { } north && Longitude is { } east && !(north is >= 3 and <= 54 && east is >= 73 and <= 136))
            wrong.Add(new("SchoolPlaceAbroad", "latitude"));
        if (PlannedIn is < 1900 or > 2100)
            wrong.Add(new("SchoolPlannedIn", "plannedIn"));
        if (!IsSure && Code.Length > 0 && SchoolCode.FaultOf(Code) is { } fault)
            wrong.Add(new("SchoolCodeCheck", "code", SchoolWords.Of(fault)));
        if (!IsSure && CreditCode.Length > 0 && Kernel.Identifiers.CreditCode.FaultOf(CreditCode) is { } wrongCredit)
            wrong.Add(new("SchoolCreditCheck", "creditCode", SchoolWords.Of(wrongCredit)));
        return wrong;
    }

    /// <summary>Puts it into a school.</summary>
    public void Into(School school)
    {
        (school.Code, school.CreditCode, school.OpenedOn, school.Division, school.Address) = (Code, CreditCode, OpenedOn, Division.Trim(), Address.Trim());
        (school.PostCode, school.Phone, school.Latitude, school.Longitude) = (PostCode.Trim(), Phone.Trim(), Latitude, Longitude);
        (school.PlannedIn, school.IsOfEstate, school.IsTownshipCentre) = (PlannedIn, IsOfEstate, IsTownshipCentre);
    }
}

/// <summary>What a school is to be from a day on, or always was.</summary>
internal sealed record SpanDraft(SchoolKind Kind, Ownership Ownership, Locality Locality, bool IsBoarding)
{
    /// <summary>Whether a span says all that already.</summary>
    public bool Is(SchoolSpan span) => (span.Kind, span.Ownership, span.Locality, span.IsBoarding) == (Kind, Ownership, Locality, IsBoarding);

    /// <summary>Puts it into a span.</summary>
    public void Into(SchoolSpan span) => (span.Kind, span.Ownership, span.Locality, span.IsBoarding) = (Kind, Ownership, Locality, IsBoarding);
}
