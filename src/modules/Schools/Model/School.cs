using Shuren.Contracts.Schools;
using Shuren.Platform.Data;

namespace Shuren.Schools.Model;

/// <summary>
/// A school, kindergarten or educational institution. Its name, its place in the tree and its mergers are those of its unit (Organization);
/// what it is (kind, ownership, locality) may change and stands in <see cref="SchoolSpan"/>.
/// </summary>
internal sealed class School : IVersioned
{
    /// <summary>The id of its unit.</summary>
    public required Guid Id { get; init; }

    /// <summary>学校(机构)标识码, 10 digits, no check digit; empty where none was given yet.</summary>
    public string Code { get; set; } = "";

    /// <summary>统一社会信用代码, 18 characters (GB 32100-2015); empty where there is none. Real ones in use fail the check: a warning, never a refusal.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>The first day on which it is open.</summary>
    public required DateOnly OpenedOn { get; set; }

    /// <summary>The first day on which it is no longer open (撤并); null while it is.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The school that took it in (并入); null where it was closed without one.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The year in which a kindergarten was planned (规划年份): from 2017 on all of them must meet the areas of 教督〔2020〕1号 K3.1. Null where unknown.</summary>
    public int? PlannedIn { get; set; }

    /// <summary>小区配套幼儿园: built with an estate.</summary>
    public bool IsOfEstate { get; set; }

    /// <summary>乡镇中心园、中心校.</summary>
    public bool IsTownshipCentre { get; set; }

    /// <summary>行政区划码 of its site, 6 digits (GB/T 2260) or 12 with township and village; empty where unknown.</summary>
    public string Division { get; set; } = "";
    public string Address { get; set; } = "";
    public string PostCode { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>WGS 84 degrees north; null where the place is unknown.</summary>
    public double? Latitude { get; set; }

    /// <summary>WGS 84 degrees east; null where the place is unknown.</summary>
    public double? Longitude { get; set; }

    /// <summary>学区 as a GeoJSON Polygon or MultiPolygon (RFC 7946); empty where none was drawn.</summary>
    public string Catchment { get; set; } = "";
    public long Version { get; private set; }

    /// <summary>Whether it is open on a day.</summary>
    public bool IsOpenOn(DateOnly day) => day >= OpenedOn && (ClosedOn is null || day < ClosedOn);

    /// <summary>Closes it, with or without a school that takes it in. What it was stays readable.</summary>
    public void Close(DateOnly on, Guid? mergedInto = null) => (ClosedOn, MergedIntoId) = (ClosedOn ?? on, MergedIntoId ?? mergedInto);

    /// <summary>Opens it again, as the undo of a closing.</summary>
    public void Reopen() => (ClosedOn, MergedIntoId) = (null, null);
}

/// <summary>What a school was from one day to another. The spans of a school follow each other without a gap or an overlap.</summary>
internal sealed class SchoolSpan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
    public required SchoolKind Kind { get; set; }
    public required Ownership Ownership { get; set; }
    public required Locality Locality { get; set; }

    /// <summary>寄宿制: has boarders. Zoned entry (G13) leaves boarding schools out.</summary>
    public bool IsBoarding { get; set; }
}

/// <summary>
/// A stage that a school teaches (学部): a through-train school has two or three, and the indicators count each as a school of its own
/// (教督〔2017〕6号). A school of one stage has one part.
/// </summary>
internal sealed class SchoolPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public required Stage Stage { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is no longer taught; null while it is.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How many pupils it was planned for (核定规模), in seats; null where unknown.</summary>
    public int? Seats { get; set; }

    /// <summary>How many years it lasts here (学制), where that is not the usual number: 5 for a primary part, 4 for a junior part (五四制). Null for the usual one.</summary>
    public int? Years { get; set; }
}

/// <summary>校区: one of several sites of a school.</summary>
internal sealed class Campus
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }

    /// <summary>校区号, two characters (JCXX010201).</summary>
    public required string Code { get; set; }
    public required string Name { get; set; }
    public string Address { get; set; } = "";
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is no longer used; null while it is.</summary>
    public DateOnly? Until { get; set; }
}
