namespace Shuren.Schools.Model;

/// <summary>
/// What a school has, as it was last counted (办学条件): areas, equipment, staff of safety. One row holds until the next count;
/// areas are whole hundredths of a square metre and money is 分, so that sums are the same on every database.
/// </summary>
internal sealed class SchoolPremises
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>占地面积, 0.01 m².</summary>
    public long SiteArea { get; set; }

    /// <summary>校舍(园舍)建筑面积, 0.01 m².</summary>
    public long FloorArea { get; set; }

    /// <summary>教学及辅助用房面积, 0.01 m² (R4).</summary>
    public long TeachingArea { get; set; }

    /// <summary>运动场地面积, 0.01 m² (R5).</summary>
    public long SportsGroundArea { get; set; }

    /// <summary>体育馆面积, 0.01 m² (R5).</summary>
    public long GymArea { get; set; }

    /// <summary>户外活动场地面积 of a kindergarten, 0.01 m² (K3.1).</summary>
    public long PlayArea { get; set; }

    /// <summary>幼儿活动用房面积, 0.01 m² (K3.1).</summary>
    public long ActivityRoomArea { get; set; }

    /// <summary>绿化用地面积, 0.01 m².</summary>
    public long GreenArea { get; set; }

    /// <summary>危房面积, 0.01 m².</summary>
    public long DangerousArea { get; set; }

    /// <summary>教学仪器设备值, 分 (R6; statistics report 万元).</summary>
    public long EquipmentValue { get; set; }

    /// <summary>图书, 册.</summary>
    public int Books { get; set; }

    /// <summary>计算机, 台.</summary>
    public int Computers { get; set; }

    /// <summary>安防摄像头, 个.</summary>
    public int Cameras { get; set; }

    /// <summary>专职保安, 人.</summary>
    public int Guards { get; set; }

    /// <summary>校车, 辆.</summary>
    public int Buses { get; set; }

    /// <summary>食堂, 个.</summary>
    public int Kitchens { get; set; }

    /// <summary>Whether the kitchen is seen by everybody (互联网+明厨亮灶).</summary>
    public bool HasOpenKitchen { get; set; }
}

/// <summary>The money of a school in a calendar year, in 分.</summary>
internal sealed class SchoolFunds
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public required int Year { get; init; }

    /// <summary>公用经费拨付额, 分 (G6, G7).</summary>
    public long Operating { get; set; }

    /// <summary>核定公用经费的学生数, 人 (G6: not less than 100 for small village schools).</summary>
    public int FundedPupils { get; set; }

    /// <summary>公用经费预算, 分 (Q4).</summary>
    public long OperatingBudget { get; set; }

    /// <summary>教师培训经费预算, 分 (Q4: at least 5 % of the operating budget).</summary>
    public long TrainingBudget { get; set; }

    /// <summary>普惠性民办园补助, 分 (K2.5).</summary>
    public long Subsidy { get; set; }
}
