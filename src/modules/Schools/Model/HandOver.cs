using Shuren.Platform.Data;

namespace Shuren.Schools.Model;

/// <summary>
/// The hand-over of a primary school's leaving grade to the junior schools (小学送、中学接), one a school and year. Who stands in it follows from the roll;
/// what was said of a child stands in <see cref="HandOverWord"/>.
/// </summary>
internal sealed class HandOver : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The school that hands over.</summary>
    public required Guid SchoolId { get; init; }

    /// <summary>The year in which the school year began that the leaving grade finishes.</summary>
    public required int FromYear { get; init; }

    /// <summary>Code of the leaving grade: 16, or 15 where primary school lasts five years.</summary>
    public required int Grade { get; init; }

    /// <summary>The school that receives whoever is not handed to another; null where each child's is named.</summary>
    public Guid? ReceiverId { get; set; }

    /// <summary>The last day on which every child should stand somewhere.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Who opened it: of the bureau's people the one who is told when it is late.</summary>
    public Guid? OpenedById { get; init; }
    public required string OpenedBy { get; init; }
    public required DateTime OpenedAt { get; init; }
    public long Version { get; private set; }

    /// <summary>The first day in the new school: 1 September.</summary>
    public DateOnly On => new(FromYear + 1, 9, 1);
}

/// <summary>A child of a hand-over. At most one a hand-over: the database refuses a second.</summary>
internal sealed class HandOverLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid HandOverId { get; init; }
    public required Guid PupilId { get; init; }

    /// <summary>The school that receives this child; null where it is the hand-over's.</summary>
    public Guid? ReceiverId { get; set; }
}

/// <summary>What one side said of a child; the last word counts.</summary>
internal sealed class HandOverWord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LineId { get; init; }

    /// <summary>The how-manieth of its child, from 1: two who speak of one child at once cannot both be the next.</summary>
    public required int Number { get; init; }
    public required HandOverWordKind Kind { get; init; }

    /// <summary>The school to which it was handed or that speaks; null for what concerns no other school.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>The reason of who did not arrive, where a child went, why it repeats or was taken back.</summary>
    public string Why { get; init; } = "";
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>What is said of a child in a hand-over.</summary>
internal enum HandOverWordKind
{
    /// <summary>送: the sending school handed it over.</summary>
    Sent,

    /// <summary>接: the receiving school confirmed it.</summary>
    Confirmed,

    /// <summary>未到: the receiving school waited in vain.</summary>
    NotArrived,

    /// <summary>区外就读: it goes to a junior school out of the district.</summary>
    OutOfDistrict,

    /// <summary>留级: it stays in the leaving grade.</summary>
    Repeating,

    /// <summary>撤回: a confirmation that was wrong.</summary>
    TakenBack,
}

/// <summary>A hand-over declared finished (办结). It holds while no child is open: who comes onto the leaving grade's roll afterwards opens it again.</summary>
internal sealed class HandOverClosure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid HandOverId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>How a child stands in a hand-over.</summary>
internal enum HandOverState
{
    /// <summary>待送.</summary>
    Listed,

    /// <summary>已送，待接.</summary>
    Sent,

    /// <summary>未到: back with the sending school.</summary>
    NotArrived,

    /// <summary>已接.</summary>
    Confirmed,

    /// <summary>区外就读.</summary>
    OutOfDistrict,

    /// <summary>留级.</summary>
    Repeating,

    /// <summary>学籍已变动: the roll moved it (转学 and the like) before anybody confirmed it.</summary>
    Moved,
}
