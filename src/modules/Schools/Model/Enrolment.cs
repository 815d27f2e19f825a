namespace Shuren.Schools.Model;

/// <summary>
/// A pupil in one class or grade of one school, from one day to another. Whatever an indicator counts of a pupil stands here, so that any
/// past day can be asked for: a change ends the row and begins the next. At most one row of a pupil has no end.
/// </summary>
internal sealed class Enrolment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PupilId { get; init; }
    public required Guid SchoolId { get; init; }

    /// <summary>Null where the class was not divided yet.</summary>
    public Guid? ClassId { get; set; }

    /// <summary>The year of the 1 September with which the school year begins.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>Code of the grade (<see cref="Contracts.Schools.Stage"/>).</summary>
    public required int Grade { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; private set; }
    public EnrolmentStatus Status { get; set; }
    public ResidenceClass Residence { get; set; }

    /// <summary>Whether a migrant child's papers (居住证 and the like) meet the district's conditions (G15: 符合条件的随迁子女).</summary>
    public bool HasPermit { get; set; }

    /// <summary>住宿生.</summary>
    public bool IsBoarder { get; set; }

    /// <summary>乘坐校车.</summary>
    public bool RidesBus { get; set; }

    /// <summary>A place in a private school that the government pays for (政府购买学位, G15).</summary>
    public bool IsPurchasedPlace { get; set; }

    /// <summary>How the pupil came into the school at the beginning of the stage; shares of zoned entry (G13) count it.</summary>
    public EntryWay Entry { get; set; }
    public required EnrolmentStart Began { get; init; }
    public EnrolmentEnd? Ended { get; private set; }

    /// <summary>Where the pupil came from or went, outside of the district: a school's name, a place; empty inside.</summary>
    public string Elsewhere { get; set; } = "";

    /// <summary>The row that follows this one: another place or grade, all else of the pupil as it was.</summary>
    /// <param name="school">The school.</param>
    /// <param name="taught">The class; null where classes are not divided yet.</param>
    /// <param name="schoolYear">The year of the 1 September with which the school year begins.</param>
    /// <param name="grade">Code of the grade.</param>
    /// <param name="since">Its first day.</param>
    /// <param name="began">How it begins.</param>
    /// <param name="id">The id, where it takes this row's place; else a new one.</param>
    public Enrolment Next(Guid school, Guid? taught, int schoolYear, int grade, DateOnly since, EnrolmentStart began, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(), PupilId = PupilId, SchoolId = school, ClassId = taught, SchoolYear = schoolYear, Grade = grade, Since = since, Began = began, Status = Status, Residence = Residence,
        HasPermit = HasPermit, IsBoarder = IsBoarder, RidesBus = RidesBus, IsPurchasedPlace = IsPurchasedPlace, Entry = Entry,
    };

    /// <summary>Ends it. The day is the first on which it no longer holds.</summary>
    public void End(DateOnly on, EnrolmentEnd how) => (Until, Ended) = (on, how);
}

/// <summary>Whether a pupil on the roll is taught.</summary>
internal enum EnrolmentStatus
{
    /// <summary>在读.</summary>
    Attending,

    /// <summary>休学: on the roll, not in school.</summary>
    Suspended,

    /// <summary>辍学: on the roll, stays away.</summary>
    DroppedOut,
}

/// <summary>Where a pupil belongs by its household.</summary>
internal enum ResidenceClass
{
    /// <summary>本地户籍.</summary>
    Local,

    /// <summary>随迁子女.</summary>
    Migrant,

    /// <summary>集体户.</summary>
    Collective,
}

/// <summary>入学方式.</summary>
internal enum EntryWay
{
    /// <summary>就近划片.</summary>
    Zoned,

    /// <summary>统筹调配.</summary>
    Allocated,

    /// <summary>摇号.</summary>
    Lottery,

    /// <summary>优质高中指标到校.</summary>
    Quota,

    /// <summary>中考统一招生.</summary>
    Examination,

    /// <summary>自愿报名 (kindergartens, private schools).</summary>
    Applied,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How a row began.</summary>
internal enum EnrolmentStart
{
    /// <summary>As the roll was first entered: what was before is not known.</summary>
    Registered,

    /// <summary>招生入学.</summary>
    Admitted,

    /// <summary>升级.</summary>
    Promoted,

    /// <summary>转入.</summary>
    TransferredIn,

    /// <summary>复学、劝返.</summary>
    Returned,

    /// <summary>休学 or 辍学: the roll goes on, the teaching does not.</summary>
    Interrupted,

    /// <summary>调班 and other changes of what is counted, in the same school and grade.</summary>
    Changed,

    /// <summary>留级.</summary>
    Repeated,
}

/// <summary>How a row ended.</summary>
internal enum EnrolmentEnd
{
    /// <summary>升级.</summary>
    Promoted,

    /// <summary>毕业.</summary>
    Graduated,

    /// <summary>结业: finished without the certificate.</summary>
    Completed,

    /// <summary>转出.</summary>
    TransferredOut,

    /// <summary>休学.</summary>
    Suspended,

    /// <summary>复学, as the end of a suspension or of staying away.</summary>
    Returned,

    /// <summary>辍学.</summary>
    DroppedOut,

    /// <summary>调班 and other changes of what is counted.</summary>
    Changed,

    /// <summary>留级.</summary>
    Repeated,

    /// <summary>死亡.</summary>
    Died,

    /// <summary>出国(境)定居 and other ends of the roll.</summary>
    Left,
}
