namespace Shuren.Schools.KeepSchools;

/// <summary>What is typed of a school.</summary>
public sealed class SchoolForm
{
    /// <summary>学校标识码.</summary>
    public string? Code { get; set; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode { get; set; }

    /// <summary>建校日期.</summary>
    public DateOnly? OpenedOn { get; set; }

    /// <summary>行政区划码.</summary>
    public string? Division { get; set; }

    /// <summary>地址.</summary>
    public string? Address { get; set; }

    /// <summary>邮政编码.</summary>
    public string? PostCode { get; set; }

    /// <summary>电话.</summary>
    public string? Phone { get; set; }

    /// <summary>Degrees north, as typed.</summary>
    public string? Latitude { get; set; }

    /// <summary>Degrees east, as typed.</summary>
    public string? Longitude { get; set; }

    /// <summary>规划年份, as typed.</summary>
    public string? PlannedIn { get; set; }

    /// <summary>小区配套园.</summary>
    public bool IsOfEstate { get; set; }

    /// <summary>乡镇中心园、中心校.</summary>
    public bool IsTownshipCentre { get; set; }

    /// <summary>That the warnings were read.</summary>
    public bool IsSure { get; set; }

    /// <summary>The version that was before the eyes.</summary>
    public long Version { get; set; }

    /// <summary>办学类型.</summary>
    public string? Kind { get; set; }

    /// <summary>办别.</summary>
    public string? Ownership { get; set; }

    /// <summary>城乡分类.</summary>
    public string? Locality { get; set; }

    /// <summary>寄宿制.</summary>
    public bool IsBoarding { get; set; }

    /// <summary>mend or change.</summary>
    public string? How { get; set; }

    /// <summary>The day of a change.</summary>
    public DateOnly? From { get; set; }
}
